import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Look, lookInto } from './look.ts';
import { programIn, type Run } from './program.ts';

export interface CrashOptions {
  readonly folder: string;
  readonly bin: string;
  readonly seed: number;
  /** The run goes on until the program was killed so many times before it could answer. */
  readonly kills: number;
  readonly smallRows: number;
  readonly largeRows: number;
}

export interface CrashCounts {
  /** Commands that ended by themselves, with exit code 0. */
  readonly answered: number;
  /** Commands that were killed: nothing of them is in the book, or all of it (killed between the commit and the answer). */
  readonly killedAbsent: number;
  readonly killedPresent: number;
}

/** Notes are written to these deals. */
const DEALS = 20;
/** The program needs most of its time to start; before this share of it no kill could hit a write. */
const EARLIEST = 0.35;

interface Command {
  readonly kind: 'note' | 'small' | 'large';
  readonly argv: readonly string[];
  /** Stands in everything the command writes. */
  readonly mark: number;
}

/** Kills the program at random moments and looks into the book after each. Throws at the first thing that is not as it should be. */
export async function crash(options: CrashOptions): Promise<CrashCounts> {
  const { folder, bin, kills } = options;
  const random = randomFrom(options.seed);
  const { run, book } = programIn(folder, bin);
  let mark = 0;
  await prepare(run, options);
  const usual = await usualTimes(run, options);
  let look = await lookInto(book);
  const counts = { answered: 0, killedAbsent: 0, killedPresent: 0 };
  while (counts.killedAbsent + counts.killedPresent < kills) {
    mark += 1;
    const command = commandFor(random(), mark, options);
    const killAfter = usual[command.kind] * (EARLIEST + random() * (1.1 - EARLIEST));
    const { code, err } = await run(command.argv, killAfter);
    if (code !== null && code !== 0) throw new Error(`command ${mark} ended with ${code}: ${err}`);
    const after = await lookInto(book);
    const isPresent = changeOf(look, after, command, options);
    if (code === 0 && !isPresent) throw new Error(`command ${mark} answered, but nothing of it is in the book`);
    if (code === 0) counts.answered += 1;
    else counts[isPresent ? 'killedPresent' : 'killedAbsent'] += 1;
    look = after;
  }
  return counts;
}

/** Makes a book with the deals that are imported and noted, so that every later command changes something. */
async function prepare(run: Run, options: CrashOptions): Promise<void> {
  for (const command of [commandOf('small', 0, options), commandOf('large', 0, options)]) {
    const { code, err } = await run(command.argv);
    if (code !== 0) throw new Error(`the book could not be prepared: ${err}`);
  }
}

/** Returns how long each kind of command takes here when it is let be. */
async function usualTimes(run: Run, options: CrashOptions): Promise<Record<Command['kind'], number>> {
  const times = { note: 0, small: 0, large: 0 };
  for (const kind of ['note', 'small', 'large'] as const) {
    const from = performance.now();
    const { code, err } = await run(commandOf(kind, -1, options).argv);
    if (code !== 0) throw new Error(`a ${kind} failed: ${err}`);
    times[kind] = performance.now() - from;
  }
  return times;
}

function commandFor(chance: number, mark: number, options: CrashOptions): Command {
  return commandOf(chance < 0.5 ? 'note' : chance < 0.75 ? 'small' : 'large', mark, options);
}

function commandOf(kind: Command['kind'], mark: number, { folder, smallRows, largeRows }: CrashOptions): Command {
  if (kind === 'note') {
    const text = `mark ${mark}`;
    const deal = String(1 + (Math.abs(mark) % DEALS));
    return {
      kind,
      mark,
      argv: ['note', deal, text, '--from', 'them', '--promise', text, '--by', '+3d', '--asked', text],
    };
  }
  const file = join(folder, `${kind}.csv`);
  const count = kind === 'small' ? smallRows : largeRows;
  const rows = Array.from({ length: count }, (_, at) => `${kind}-${at},Customer ${at},${1_000_000 + mark}`);
  writeFileSync(file, `External id,Customer,Amount\n${rows.join('\n')}\n`);
  return { kind, mark, argv: ['import', file] };
}

/** Returns whether the command is in the book. Throws where it is there in part, or where anything else has changed. */
function changeOf(before: Look, after: Look, { kind, mark }: Command, options: CrashOptions): boolean {
  const steps = after.steps - before.steps;
  if (steps !== 0 && steps !== 1) throw new Error(`command ${mark} left ${steps} steps`);
  const isPresent = steps === 1;
  const added = kind === 'note' && isPresent ? 1 : 0;
  const amounts = {
    small: kind === 'small' && isPresent ? [[1_000_000 + mark, options.smallRows]] : before.amounts.small,
    large: kind === 'large' && isPresent ? [[1_000_000 + mark, options.largeRows]] : before.amounts.large,
  };
  const expected = {
    ...after,
    deals: before.deals,
    contacts: before.contacts + added,
    promises: before.promises + added,
    questions: before.questions + added,
    lastMarks: added === 1 ? [`mark ${mark}`, `mark ${mark}`, `mark ${mark}`] : before.lastMarks,
    amounts,
  };
  if (JSON.stringify(after) !== JSON.stringify(expected)) {
    throw new Error(`command ${mark} is there in part:\n${JSON.stringify(after)}\n${JSON.stringify(expected)}`);
  }
  return isPresent;
}

/** A small generator whose run can be repeated by its seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
