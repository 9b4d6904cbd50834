/** Times the built program as a whole process, each figure paired with bare node in the same run: `npm run bench`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBook } from './book.ts';

const TODAY = '2025-07-22';
const RUNS = Number(process.env.BENCH_RUNS ?? 21);
const PROGRAM = join(process.cwd(), 'bin', 'followup.js');

interface Work {
  readonly name: string;
  readonly argv: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'followup-bench-'));
const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder };
try {
  const book = join(folder, 'thousand.db');
  await makeBook(book, { deals: 1_000, contactsEach: 10, today: TODAY });
  const at = ['--db', book, '--today', TODAY];
  report([
    { name: '--version', argv: ['--version'] },
    { name: '--help', argv: ['--help'] },
    { name: 'today, 1,000 open deals, 10,000 contacts', argv: ['today', ...at] },
    { name: 'today --json, the same book', argv: ['today', '--json', ...at] },
    { name: 'show, the same book', argv: ['show', '500', ...at] },
    { name: 'list, the same book', argv: ['list', ...at] },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(works: readonly Work[]): void {
  say(`node ${process.version}, ${RUNS} paired runs, medians\n`);
  say('| work | bare node, ms | followup, ms | ratio |\n|---|---|---|---|');
  for (const { name, argv } of works) {
    const pairs = Array.from(
      { length: RUNS + 1 },
      () => [timed(['-e', '0']), timed([PROGRAM, ...argv])] as const,
    ).slice(1);
    const bare = median(pairs.map(([node]) => node));
    const ours = median(pairs.map(([, followup]) => followup));
    const ratio = median(pairs.map(([node, followup]) => followup / node));
    say(`| ${name} | ${bare.toFixed(0)} | ${ours.toFixed(0)} | ${ratio.toFixed(2)} |`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Returns the milliseconds of one whole process. */
function timed(argv: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, argv, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${argv.join(' ')} exited ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
