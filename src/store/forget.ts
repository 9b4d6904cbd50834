import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { Failure } from '../core/failure.ts';
import { completed, type Mention, type Person, peopleLike, peopleNamed } from '../core/person.ts';
import { backupsOf, flush, makePrivateFile, type Source } from './backup.ts';
import type { Engine, FileEngine } from './engine.ts';
import { type Erasure, eraseFrom, erasureIn } from './erase.ts';
import { toStoreFailure } from './failure.ts';
import { assertWholeBook } from './inspect.ts';
import { Journal } from './journal.ts';
import { mentionsIn } from './mentions.ts';
import { bringUpToDate } from './open.ts';
import { keepSilence } from './silence.ts';
import { openSqlite } from './sqlite.ts';
import { unplaceAll } from './unplace.ts';

/** Who is meant: those who are called so, or, where nobody is, those whose name or address has it in it. */
export interface Meant {
  readonly people: readonly Person[];
  readonly isExact: boolean;
}

/** What was erased, and what became of the kept backups. */
export interface Forgotten extends Erasure {
  /** How many backups held the person, and were made anew without. */
  readonly backups: number;
  /** Backups that nobody can read, which were removed. */
  readonly removed: readonly string[];
  readonly fingerprints: number;
}

/** Returns who is meant by a name, an address or a number; backups are looked into where the book knows nobody. */
export async function peopleMeant(source: Source, query: string): Promise<Meant> {
  const here = meantIn(await mentionsIn(source.engine.db), query);
  if (here.people.length > 0 || keptBackups(source).length === 0) return here;
  return withDrafts(source, async (drafts) => meantIn(await allMentions([], drafts), query));
}

function meantIn(mentions: readonly Mention[], query: string): Meant {
  const exact = peopleNamed(query, mentions);
  return exact.length > 0 ? { people: exact, isExact: true } : { people: peopleLike(query, mentions), isExact: false };
}

/** Returns the backups that are kept beside the book; a server keeps its own. */
export function keptBackups({ engine, book }: Source): readonly string[] {
  return engine.whole === null || book === ':memory:' ? [] : backupsOf(book);
}

/** Returns what would be erased of the person in the book. */
export function erasureOf({ engine }: Source, person: Person): Promise<Erasure> {
  return erasureIn(engine.db, person);
}

/**
 * Erases the person from the kept backups, then from the book: where one backup cannot be written, the book still knows whom
 * to forget. No byte stays in these files. Fails as busy while another program has the book open.
 */
export async function forget(
  source: Source,
  person: Person,
  { isSilenced, at }: { readonly isSilenced: boolean; readonly at: string },
): Promise<Forgotten> {
  const { engine } = source;
  return engine.traceless(async () => {
    const mentions = await mentionsIn(engine.db);
    const found = await erasureIn(engine.db, person);
    const wishes = isSilenced || found.wishedSilence;
    const swept = await withDrafts(source, async (drafts, unreadable) => {
      const whole = completed(person, await allMentions(mentions, drafts));
      let backups = 0;
      for (const draft of drafts) if (await eraseBackup(draft, whole, { wishes, at })) backups += 1;
      for (const file of unreadable) for (const end of ENDS) rmSync(file + end, { force: true });
      return { whole, backups, removed: unreadable };
    });
    const { erasure, fingerprints } = await eraseAll(engine, swept.whole, { wishes, at });
    return { ...erasure, backups: swept.backups, removed: swept.removed, fingerprints };
  });
}

function eraseAll(engine: Engine, person: Person, { wishes, at }: { readonly wishes: boolean; readonly at: string }) {
  return engine.change(async (transaction) => {
    const erasure = await eraseFrom(transaction, person, new Journal(transaction, 'forget', at));
    await unplaceAll(transaction);
    return { erasure, fingerprints: wishes ? await keepSilence(transaction, person) : 0 };
  });
}

/** A copy of a backup, open, that takes its place once it is done. */
interface Draft {
  readonly file: string;
  readonly draft: string;
  readonly engine: FileEngine;
}

const ENDS = ['', '-wal', '-shm'] as const;
/** What makes a backup of no use to anybody. */
const UNREADABLE = ['not_a_book', 'damaged_book', 'newer_book'];

async function withDrafts<Result>(
  source: Source,
  work: (drafts: readonly Draft[], unreadable: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const drafts: Draft[] = [];
  const unreadable: string[] = [];
  const files = keptBackups(source);
  try {
    for (const file of files) {
      const draft = await openDraft(file);
      if (draft) drafts.push(draft);
      else unreadable.push(file);
    }
    return await work(drafts, unreadable);
  } finally {
    for (const { engine } of drafts) await engine.db.destroy();
    for (const file of files) for (const end of ENDS) rmSync(`${file}.part${end}`, { force: true });
  }
}

/** Returns null where the backup cannot be read. */
async function openDraft(file: string): Promise<Draft | null> {
  const draft = `${file}.part`;
  let engine: FileEngine | undefined;
  try {
    for (const end of ENDS) rmSync(draft + end, { force: true });
    for (const end of ['', '-wal']) {
      if (!existsSync(file + end)) continue;
      makePrivateFile(draft + end);
      copyFileSync(file + end, draft + end);
      chmodSync(draft + end, 0o600);
    }
    engine = openSqlite(draft);
    await assertWholeBook(engine, file);
    await bringUpToDate(engine, await engine.schemaVersion());
    return { file, draft, engine };
  } catch (error) {
    await engine?.db.destroy();
    const failure = toStoreFailure(error, file);
    if (failure instanceof Failure && UNREADABLE.includes(failure.code)) return null;
    throw failure;
  }
}

async function allMentions(here: readonly Mention[], drafts: readonly Draft[]): Promise<Mention[]> {
  const all = [...here];
  for (const [index, { engine }] of drafts.entries()) {
    // The deal of one file is not the deal of that number in another.
    const apart = (index + 1) * 1e9;
    for (const mention of await mentionsIn(engine.db)) all.push({ ...mention, dealId: mention.dealId + apart });
  }
  return all;
}

/** Returns whether the backup held the person; it keeps its age. */
async function eraseBackup(
  { file, draft, engine }: Draft,
  person: Person,
  choice: { readonly wishes: boolean; readonly at: string },
): Promise<boolean> {
  if ((await erasureIn(engine.db, person)).dealIds.length === 0) return false;
  await engine.traceless(() => eraseAll(engine, person, choice));
  engine.whole.gather();
  const { atime, mtime } = statSync(file);
  flush(draft);
  utimesSync(draft, atime, mtime);
  renameSync(draft, file);
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
  return true;
}
