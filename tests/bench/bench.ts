/**
 * Times the built program as a whole process, each figure paired with bare node in the same run, and with the peers that are
 * installed: `npm run bench`. BENCH_RUNS sets how often; BENCH_DEALS=1000,10000 leaves the largest book out.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addBusinessDays, createCalendar } from '../../src/core/calendar.ts';
import { addDays, type Day } from '../../src/core/day.ts';
import { makeBook } from './book.ts';
import { writeCsv } from './csv.ts';

const TODAY = '2025-07-22';
const RUNS = Number(process.env.BENCH_RUNS ?? 11);
const SIZES = (process.env.BENCH_DEALS ?? '1000,10000,100000').split(',').map(Number);
const ROWS = Number(process.env.BENCH_ROWS ?? 100_000);
const PROGRAM = join(process.cwd(), 'bin', 'followup.js');
const folder = mkdtempSync(join(tmpdir(), 'followup-bench-'));
const env = {
  ...process.env,
  HOME: folder,
  XDG_CONFIG_HOME: folder,
  XDG_DATA_HOME: folder,
  XDG_CACHE_HOME: folder,
  TASKRC: join(folder, 'taskrc'),
  TASKDATA: join(folder, 'task'),
};

type Run = () => number;

try {
  say(`node ${process.version}, medians of ${RUNS} paired runs\n`);
  say('| work | bare node, ms | ms | ratio | aim | peer |\n|---|---|---|---|---|---|');
  report('`--version`', followup('--version'), '1.2');
  report('`--help`', followup('--help'), '1.2');
  for (const deals of SIZES) await measureBook(deals);
  measureImport();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureBook(deals: number): Promise<void> {
  const file = join(folder, `${deals}.db`);
  await makeBook(file, { deals, contactsEach: 10, today: TODAY });
  const on = (...argv: string[]) => followup(...argv, '--db', file, '--today', TODAY);
  const size = `${deals.toLocaleString('en')} open deals`;
  const isLargest = deals === Math.max(...SIZES);
  say(`| first \`today\` of a new book, ${size} | | ${on('today')().toFixed(0)} | | | |`);
  const aim = deals <= 1_000 ? '1.5' : deals <= 10_000 ? '2.2' : '6';
  report(`\`today\`, ${size}`, on('today'), aim, taskwarrior(deals));
  const recorded = on('note', '17', 'sent the case study', '--angle', 'info');
  const afterNote = (): number => {
    recorded();
    return on('today')();
  };
  report(`\`today\` after a \`note\`, ${size}`, afterNote, aim);
  if (isLargest) {
    for (const argv of [['list'], ['show', '500'], ['draft', '500'], ['note', '600', 'a word']]) {
      report(`\`${argv[0]}\`, ${size}`, on(...argv), '1.8');
    }
  }
  const calendar = createCalendar();
  // Last, since the days only go forward. In these weeks half of the deals have a day of theirs on any of them; months later few have.
  for (const [when, after] of [
    ['', 0],
    [', three months later', 92],
  ] as const) {
    let day = addDays(TODAY as Day, after);
    const tomorrow = (): number => {
      day = addBusinessDays(calendar, day, 1);
      return followup('today', '--db', file, '--today', day)();
    };
    report(`\`today\` of the next day${when}, ${size}`, tomorrow, '');
  }
}

/** Once each: they are long, and the file of sqlite3 is made in the same run. */
function measureImport(): void {
  const csv = join(folder, 'deals.csv');
  writeCsv(csv, ROWS);
  const file = join(folder, 'imported.db');
  const rows = `${ROWS.toLocaleString('en')} rows`;
  const bare = median([1, 2, 3].map(() => other('sqlite3', ['-csv', ':memory:', `.import ${csv} t`]) ?? 0));
  const timed = (name: string, argv: readonly string[]): void => {
    const { ms, peakMb } = withPeak([...argv, '--db', file, '--today', TODAY, '--json']);
    const ratio = bare > 0 ? `${(ms / bare).toFixed(0)} × sqlite3` : '';
    say(
      `| ${name} of ${rows} | | ${ms.toFixed(0)} | ${ratio} | ${name === '`import`' ? '25 × sqlite3' : ''} | ${peakMb} |`,
    );
  };
  timed('`import`', ['import', csv]);
  timed('`import` again', ['import', csv]);
  timed('`undo`', ['undo', '1']);
}

function followup(...argv: string[]): Run {
  return () => timedProcess(process.execPath, [PROGRAM, ...argv]);
}

/** Returns a run of Taskwarrior's list on as many tasks; null where it is not installed, or would take minutes to fill. */
function taskwarrior(tasks: number): Run | null {
  if (tasks > 10_000 || spawnSync('task', ['--version']).status !== 0) return null;
  writeFileSync(env.TASKRC, 'confirmation=no\nverbose=nothing\n');
  rmSync(env.TASKDATA, { recursive: true, force: true });
  const lines = Array.from({ length: tasks }, (_, n) =>
    JSON.stringify({
      description: `task ${n}`,
      project: `customer ${n % 97}`,
      due: `2025${String(8 + (n % 4)).padStart(2, '0')}01T000000Z`,
    }),
  );
  const filled = spawnSync('task', ['import', '-'], { env, input: `[${lines.join(',')}]` });
  return filled.status === 0 ? () => timedProcess('task', ['next']) : null;
}

function report(name: string, run: Run, aim: string, peer: Run | null = null): void {
  run();
  const rows = Array.from(
    { length: RUNS },
    () => [timedProcess(process.execPath, ['-e', '0']), run(), peer?.()] as const,
  );
  const bare = median(rows.map(([node]) => node));
  const ours = median(rows.map(([, it]) => it));
  const ratio = median(rows.map(([node, it]) => it / node));
  const other = peer ? `Taskwarrior ${median(rows.map(([, , it]) => it ?? 0)).toFixed(0)} ms` : '';
  say(`| ${name} | ${bare.toFixed(0)} | ${ours.toFixed(0)} | ${ratio.toFixed(2)} | ${aim} | ${other} |`);
}

/** Returns the milliseconds of one whole process. */
function timedProcess(command: string, argv: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, argv, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${command} ${argv.join(' ')} exited ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Returns the milliseconds of a peer; undefined where it is not installed. */
function other(command: string, argv: readonly string[]): number | undefined {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(command, argv, { env, stdio: 'ignore' });
  return status === 0 ? Number(process.hrtime.bigint() - start) / 1e6 : undefined;
}

/** Returns the time of one run of ours, and the most memory it took where the system tells. */
function withPeak(argv: readonly string[]): { ms: number; peakMb: string } {
  const start = process.hrtime.bigint();
  const words = ['-f', '%M', process.execPath, PROGRAM, ...argv];
  const { status, stderr } = spawnSync('/usr/bin/time', words, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${argv.join(' ')} exited ${status}: ${stderr}`);
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  return { ms, peakMb: `${Math.round(Number(stderr.trim().split('\n').at(-1)) / 1024)} MB` };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
