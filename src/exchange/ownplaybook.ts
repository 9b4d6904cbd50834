import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { Language } from '../core/deal.ts';
import { Failure } from '../core/failure.ts';
import type { AngleEntry, Leads, MaterialEntry, Playbook } from '../core/playbook.ts';
import { judge } from '../core/wording.ts';
import { type OwnPlaybook, ownPlaybookSchema } from './playbookSchema.ts';
import { builtInPlaybook } from './playbooks.ts';
import { readTemplate } from './template.ts';

type Path = readonly PropertyKey[];

/** What the coach knows once the rep's own files are laid over it. */
export interface Knowledge {
  readonly playbookOf: (language: Language) => Playbook;
  /** How long things usually take in the rep's trade, for new deals. */
  readonly leads: Leads;
  /** Differs whenever anything does in the rep's own files. */
  readonly stamp: string;
}

/** Lays the rep's files over the built-in playbooks, one after the other. Throws `bad_playbook` with file, line and field. */
export function readOwnPlaybooks(files: readonly string[]): Knowledge {
  const playbooks = { en: builtInPlaybook('en'), ja: builtInPlaybook('ja') };
  let leads: Leads = {};
  const hash = createHash('sha256');
  for (const file of files) {
    const source = readSource(file);
    hash.update(source.text);
    const own = checked(source);
    playbooks[own.language] = overlaid(playbooks[own.language], own);
    checkOpenings(source, own, playbooks[own.language]);
    leads = { ...leads, ...own.leads };
  }
  return { playbookOf: (language) => playbooks[language], leads, stamp: hash.digest('hex') };
}

interface Source {
  readonly file: string;
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

function readSource(file: string): Source {
  const lines = new LineCounter();
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    throw new Failure('file_unreadable', { file });
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    throw new Failure('bad_playbook', { file, line, field: '', problem: 'syntax', value: error.message });
  }
  return { file, text, document, lines };
}

function checked(source: Source): OwnPlaybook {
  const { data, error } = ownPlaybookSchema.safeParse(documentToValue(source));
  if (data) return data;
  const [issue] = error.issues;
  if (!issue) throw complaint(source, [], 'wrong_type', '');
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    throw complaint(source, [...issue.path, key], 'unknown_field', key);
  }
  if (issue.code === 'invalid_key') throw complaint(source, issue.path, 'unknown_field', String(issue.path.at(-1)));
  if (issue.code === 'custom') {
    throw complaint(source, issue.path, String(issue.params?.problem ?? 'wrong_type'), issue.message);
  }
  if (issue.code === 'invalid_value') {
    throw complaint(source, issue.path, 'bad_choice', issue.values.map(String).join(', '));
  }
  throw complaint(source, issue.path, source.document.hasIn(issue.path) ? 'wrong_type' : 'missing', '');
}

/** An alias of nothing, or aliases upon aliases, are found only when the document is made a value. */
function documentToValue(source: Source): unknown {
  try {
    return source.document.toJS() ?? {};
  } catch (error) {
    throw complaint(source, [], 'syntax', error instanceof Error ? error.message : String(error));
  }
}

/** Every message of an angle states what it must, and none of them is a status check: the rep's own neither. */
function checkOpenings(source: Source, { language, angles = {} }: OwnPlaybook, merged: Playbook): void {
  for (const [code, own] of Object.entries(angles)) {
    const { must } = merged.angles[code as keyof Playbook['angles']];
    for (const list of ['openings', 'moreOpenings'] as const) {
      for (const [n, { text }] of (own?.[list] ?? []).entries()) {
        const path = ['angles', code, list, n, 'text'];
        const absent = must.find((slot) => !readTemplate(text).slots.includes(slot));
        if (absent) throw complaint(source, path, 'must_missing', absent);
        refuseStatus(source, path, text, language);
      }
    }
    if (own?.spoken !== undefined) refuseStatus(source, ['angles', code, 'spoken'], own.spoken, language);
  }
}

function refuseStatus(source: Source, path: Path, template: string, language: Language): void {
  const [before, after] = language === 'ja' ? ['［要記入：', '］'] : ['[FILL: ', ']'];
  const text = template.replace(/\{[#^/][^}]*\}/g, '').replace(/\{([^}]*)\}/g, `${before}$1${after}`);
  const { verdict, findings } = judge(text);
  if (verdict !== 'value') throw complaint(source, path, verdict, findings[0]?.text ?? text);
}

/** Maps are laid over each other, lists take the place of lists; `more…` lists are added. */
function overlaid(base: Playbook, own: OwnPlaybook): Playbook {
  const { language, trade: _trade, leads: _leads, angles = {}, materials = {}, ...others } = own;
  const laid = <Entry>(name: keyof Playbook, entries: object | undefined): Record<string, Entry> => {
    const known = base[name] as Readonly<Record<string, Entry>>;
    const result: Record<string, Entry> = { ...known };
    for (const [code, entry] of Object.entries(entries ?? {})) {
      result[code] = typeof entry === 'string' ? (entry as Entry) : { ...result[code], ...entry };
    }
    return result;
  };
  return {
    ...base,
    language,
    ...Object.fromEntries(
      Object.entries(others).map(([name, entries]) => [name, laid(name as keyof Playbook, entries)]),
    ),
    angles: extended(laid<AngleEntry>('angles', angles), 'moreOpenings', 'openings') as Playbook['angles'],
    materials: extended(laid<MaterialEntry>('materials', materials), 'moreAliases', 'aliases') as Playbook['materials'],
  } as Playbook;
}

function extended<Entry extends object>(
  entries: Record<string, Entry>,
  more: string,
  list: string,
): Record<string, Entry> {
  return Object.fromEntries(
    Object.entries(entries).map(([code, entry]) => {
      const { [more]: added, ...rest } = entry as Record<string, unknown>;
      const kept = (rest[list] ?? []) as unknown[];
      return [code, (Array.isArray(added) ? { ...rest, [list]: [...kept, ...added] } : entry) as Entry];
    }),
  );
}

function complaint({ file, document, lines }: Source, path: Path, problem: string, value: string): Failure {
  const { line } = lines.linePos(offsetOf(document, path));
  return new Failure('bad_playbook', { file, line, field: path.map(String).join('.'), problem, value });
}

/** Where a field stands: its key, or the nearest thing around it that is there. */
function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent = document.getIn(path.slice(0, depth - 1), true);
    const name = path[depth - 1];
    if (isMap(parent)) {
      const key = parent.items.find((item) => isNode(item.key) && String(item.key) === String(name))?.key;
      if (isNode(key) && key.range) return key.range[0];
    }
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
