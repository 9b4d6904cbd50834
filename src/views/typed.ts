import type { DealPatch } from '../core/deal.ts';
import { DEAL_FLAGS } from '../core/dealfield.ts';
import type { Entry, NoteFlags } from '../core/entry.ts';
import type { Change } from '../core/meanwhile.ts';

/** Returns the command line that records a note as far as it was given. */
export function noteLine(dealId: number, text: string, flags: NoteFlags, { supplied, learnt }: Entry): string {
  const given = Object.entries(flags).flatMap(([name, value]) => flagText(kebab(name), value));
  const answered = { ...(supplied.length > 0 && { supplied }), ...learnt };
  const answers = Object.entries(answered)
    .filter(([field]) => !(flagOf(field) in dashed(flags)))
    .flatMap(([field, value]) => flagText(flagOf(field), value));
  // What begins as a flag does would be taken for one.
  const words = text.startsWith('-') ? ['--', shellWord(text)] : text === '' ? [] : [shellWord(text)];
  const options = [...given, ...answers];
  return ['followup note', dealId, ...(text.startsWith('-') ? [...options, ...words] : [...words, ...options])].join(
    ' ',
  );
}

/** Returns the command line that sets these fields of a deal; none where there are none. */
export function editLines(dealId: number, { unknowns: _unknowns, ...patch }: DealPatch): string[] {
  const flags = Object.entries(patch).flatMap(([field, value]) => flagText(flagOf(field), value));
  return flags.length === 0 ? [] : [['followup edit', dealId, ...flags].join(' ')];
}

/** Returns the command lines that set what somebody else has set otherwise. */
export function takenLines(dealId: number, taken: readonly Change[]): string[] {
  const fields = taken.filter(({ what }) => what !== 'materials').map(({ what, mine }) => [what, mine]);
  const materials = taken
    .filter(({ what }) => what === 'materials')
    .map(({ mine }) => mine as { code: string; status: string });
  const withStatus = (flag: string, status: string): string[] => {
    const codes = materials.filter((it) => it.status === status).map(({ code }) => code);
    return codes.length === 0 ? [] : flagText(flag, codes);
  };
  const flags = [...withStatus('needs', 'wanted'), ...withStatus('not-needed', 'not-needed')];
  return [
    ...editLines(dealId, Object.fromEntries(fields)),
    ...(flags.length === 0 ? [] : [['followup note', dealId, ...flags].join(' ')]),
  ];
}

const FLAGS: ReadonlyMap<string, string> = new Map(
  Object.entries(DEAL_FLAGS).map(([flag, { field }]) => [field as string, flag]),
);

function flagOf(field: string): string {
  return FLAGS.get(field) ?? kebab(field);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function dashed(flags: NoteFlags): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(flags).map(([name, value]) => [kebab(name), value]));
}

function flagText(flag: string, value: unknown): string[] {
  if (value === true) return [`--${flag}`];
  if (value === null || value === undefined || value === false) return [];
  return [`--${flag} ${shellWord(Array.isArray(value) ? value.join(',') : String(value))}`];
}

/** Returns a text as a word that every shell hands over as it is. */
function shellWord(text: string): string {
  if (/^[\w@%+:,./-]+$/.test(text)) return text;
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}
