/**
 * Times the built program on the book of a team: `npm run bench:team`. It starts a PostgreSQL server of its own and leaves nothing
 * behind; BENCH_TEAM_REPS, BENCH_TEAM_RUNS and BENCH_TEAM_SECONDS make it smaller or longer.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Day } from '../../src/core/day.ts';
import { openTeam } from '../../src/store/team.ts';
import { fillTeam, makeRepBook } from './teambook.ts';
import { startServer } from './teamserver.ts';

const TODAY = '2025-07-22' as Day;
const REPS = Number(process.env.BENCH_TEAM_REPS ?? 1_000);
const RUNS = Number(process.env.BENCH_TEAM_RUNS ?? 11);
const SECONDS = Number(process.env.BENCH_TEAM_SECONDS ?? 60);
/** So many are at work at once. */
const CROWD = Math.min(50, REPS);
const BOOK = { deals: 1_000, open: 200, contactsEach: 10, today: TODAY };
const PROGRAM = join(process.cwd(), 'bin', 'followup.js');
const folder = mkdtempSync(join(tmpdir(), 'followup-bench-'));
const env = {
  ...process.env,
  HOME: folder,
  XDG_CONFIG_HOME: folder,
  XDG_DATA_HOME: folder,
  XDG_CACHE_HOME: folder,
  FOLLOWUP_TODAY: TODAY,
  FOLLOWUP_LANG: 'en',
};
const file = join(folder, 'rep.db');

const server = await startServer();
try {
  await fill();
  measureToday();
  measureTeam();
  await measureCrowd();
} finally {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function addressOf(login: string): string {
  return server.address.replace('//postgres@', `//${login}@`);
}

async function fill(): Promise<void> {
  const start = Date.now();
  await makeRepBook(file, BOOK);
  timed('--db', file, 'move', `${server.address}?schema=template`);
  const team = await openTeam(server.address, () => `${TODAY}T03:00:00.000Z`);
  await team.init();
  for (let rep = 1; rep <= REPS; rep += 1)
    await team.add({ login: `rep_${rep}`, owner: `Rep ${rep}`, isManager: false });
  await team.add({ login: 'manager', owner: 'Manager', isManager: true });
  await team.close();
  const client = new Client({ connectionString: server.address });
  await client.connect();
  await fillTeam(client, { from: 'template', to: 'followup', reps: REPS });
  await client.end();
  const deals = REPS * BOOK.deals;
  say(
    `node ${process.version}, ${REPS} reps × ${BOOK.deals} deals (${BOOK.open} open) × ${BOOK.contactsEach} contacts,`,
  );
  say(
    `${deals.toLocaleString('en')} deals filled in ${Math.round((Date.now() - start) / 1000)} s; medians of ${RUNS} paired runs\n`,
  );
  say(
    '| work | own file, ms | connection, ms | server, ms | server ÷ (file + connection) | aim |\n|---|---|---|---|---|---|',
  );
}

function measureToday(): void {
  const mine = ['--db', addressOf('rep_1')];
  const own = ['--db', file];
  const days = Array.from({ length: RUNS + 1 }, (_, n) => `2025-07-${String(23 + n - RUNS).padStart(2, '0')}`);
  pair('`today`, kept', (db) => timed(...db, 'today'));
  let [fileDay, serverDay] = [0, 0];
  pair('first `today` of a day', (db) =>
    timed(...db, 'today', '--today', days[db === own ? fileDay++ : serverDay++] ?? TODAY),
  );
  pair('`today` after a `note`', (db) => {
    timed(...db, 'note', numberOf(db), 'sent the case study', '--angle', 'info');
    return timed(...db, 'today');
  });

  /** In the team's book, the copies of the rep's seventeenth deal come one after the other. */
  function numberOf(db: readonly string[]): string {
    return db === own ? '17' : String(16 * REPS + 1);
  }

  function pair(name: string, run: (db: readonly string[]) => number): void {
    run(own);
    run(mine);
    const rows = Array.from({ length: RUNS }, () => [run(own), connection(), run(mine)] as const);
    const ratio = median(rows.map(([alone, connected, shared]) => shared / (alone + connected)));
    const [alone, connected, shared] = [0, 1, 2].map((column) =>
      median(rows.map((row) => row[column] ?? 0)).toFixed(0),
    );
    say(`| ${name} | ${alone} | ${connected} | ${shared} | ${ratio.toFixed(2)} | 1.5 |`);
  }
}

/** Returns what the driver and the connection take by themselves, less bare node. */
function connection(): number {
  const bare = timedNode('-e', '0');
  return Math.max(0, timedNode(...connecting(1)) - bare);
}

/** Loads the driver, connects and asks one question. */
function connecting(rep: number): string[] {
  const library = JSON.stringify(join(process.cwd(), 'dist', 'lib', 'pg.cjs'));
  const script = `const { Client } = require(${library}); const c = new Client({ connectionString: process.argv[1] });
    c.connect().then(() => c.query('select 1')).then(() => c.end())`;
  return ['-e', script, addressOf(`rep_${rep}`)];
}

function measureTeam(): void {
  const runs = Array.from({ length: Math.min(RUNS, 5) }, () => timed('--db', addressOf('manager'), 'team', '--json'));
  say(`| \`team\` of ${REPS} reps | | | ${median(runs).toFixed(0)} | | 2000 ms |`);
  const looks = Array.from({ length: Math.min(RUNS, 5) }, (_, n) =>
    timed('--db', addressOf('manager'), 'today', '--owner', `Rep ${n + 2}`),
  );
  say(`| a manager’s \`today --owner\`, first of a day | | | ${median(looks).toFixed(0)} | | |`);
}

/**
 * Every rep looks at their day and notes a contact, and again, until the time is over: on one server, and each on a file of their own,
 * which tells what so many programs take on these processors whatever they do.
 */
async function measureCrowd(): Promise<void> {
  const fileOf = (rep: number): string => join(folder, `rep-${rep}.db`);
  for (let rep = 1; rep <= CROWD; rep += 1) copyFileSync(file, fileOf(rep));
  say(`\n| ${CROWD} at once for ${SECONDS} s | commands | errors | p50, ms | p95, ms |\n|---|---|---|---|---|`);
  await crowd('node, connecting, `select 1`', connecting);
  await crowd('`today` and `note`, each on an own file', (rep, n) => work(n, fileOf(rep), noted(rep, n) + 1));
  const before = await turnedBack();
  await crowd('`today` and `note`, on one server', (rep, n) =>
    work(n, addressOf(`rep_${rep}`), noted(rep, n) * REPS + rep),
  );
  say(`\ntransactions that the server turned back meanwhile: ${(await turnedBack()) - before}`);
}

/** Returns which of their open deals a rep notes on: no two the copies of one deal, which lie side by side. */
function noted(rep: number, n: number): number {
  return (n + rep * 7) % BOOK.open;
}

function work(n: number, db: string, deal: number): string[] {
  const argv = n % 2 === 0 ? ['today'] : ['note', String(deal), 'sent the case study', '--angle', 'info'];
  return [PROGRAM, '--db', db, ...argv];
}

async function crowd(name: string, argvOf: (rep: number, n: number) => readonly string[]): Promise<void> {
  const end = Date.now() + SECONDS * 1000;
  const times: number[] = [];
  const errors = new Map<string, number>();
  await Promise.all(
    Array.from({ length: CROWD }, async (_, at) => {
      for (let n = 0; Date.now() < end; n += 1) {
        const start = process.hrtime.bigint();
        const said = await run(argvOf(at + 1, n));
        times.push(Number(process.hrtime.bigint() - start) / 1e6);
        if (said !== null) errors.set(said, (errors.get(said) ?? 0) + 1);
      }
    }),
  );
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
  const failed = [...errors.values()].reduce((sum, count) => sum + count, 0);
  say(`| ${name} | ${times.length} | ${failed} | ${at(0.5)} | ${at(0.95)} |`);
  for (const [said, count] of errors) say(`  ${count} × ${said}`);
}

/** Returns how many transactions were taken back so far, most of them to be done again. */
async function turnedBack(): Promise<number> {
  const client = new Client({ connectionString: server.address });
  await client.connect();
  const { rows } = await client.query('select xact_rollback from pg_stat_database where datname = current_database()');
  await client.end();
  return Number(rows[0]?.xact_rollback);
}

/** Returns null when the program is done, or what it said when it failed. */
async function run(argv: readonly string[]): Promise<string | null> {
  const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = (await once(child, 'close')) as [number];
  return code === 0 ? null : said.trim();
}

function timed(...argv: string[]): number {
  return timedNode(PROGRAM, ...argv);
}

/** Returns the milliseconds of one whole process. */
function timedNode(...argv: string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, argv, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${argv.join(' ')} exited ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
