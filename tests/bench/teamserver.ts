import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server that the bench started for itself. */
export interface OwnServer {
  /** The address of its owner, who sees everything. */
  readonly address: string;
  readonly stop: () => void;
}

const PROGRAMS = '/usr/lib/postgresql';
/** What an administrator sets for a small machine; all else is as it is delivered, and every change waits for the disk. */
const SMALL_MACHINE = [
  ['max_connections', '200'],
  ['shared_buffers', '1GB'],
  ['effective_cache_size', '4GB'],
  ['work_mem', '16MB'],
  ['max_wal_size', '4GB'],
  ['random_page_cost', '1.1'],
] as const;

/** Starts a PostgreSQL server in a temporary folder. Throws where none is installed or it does not start. */
export async function startServer(): Promise<OwnServer> {
  const version = existsSync(PROGRAMS) ? readdirSync(PROGRAMS).sort().at(-1) : undefined;
  if (version === undefined) throw new Error(`no PostgreSQL server in ${PROGRAMS}: install one`);
  const program = (name: string): string => join(PROGRAMS, version, 'bin', name);
  const folder = mkdtempSync(join(tmpdir(), 'followup-team-'));
  const data = join(folder, 'data');
  giveToServer(folder);
  const port = await freePort();
  const settings = [
    ['port', port],
    ['unix_socket_directories', folder],
    ['listen_addresses', '127.0.0.1'],
    ...SMALL_MACHINE,
  ];
  const stop = (): void => {
    spawnAsOwner(program('pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  };
  const start = [
    '-D',
    data,
    '-l',
    join(folder, 'log'),
    '-w',
    '-o',
    settings.map((it) => `-c ${it.join('=')}`).join(' '),
  ];
  const isUp =
    spawnAsOwner(program('initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '--locale=C.UTF-8']) &&
    spawnAsOwner(program('pg_ctl'), [...start, 'start']);
  if (!isUp) {
    stop();
    throw new Error('the server did not start');
  }
  return { address: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

/** The server refuses to run as root. */
function spawnAsOwner(command: string, argv: readonly string[]): boolean {
  const [first = '', ...rest] = isRoot() ? ['runuser', '-u', 'postgres', '--', command, ...argv] : [command, ...argv];
  // A pipe would stay open for as long as the server runs.
  return spawnSync(first, rest, { stdio: 'ignore' }).status === 0;
}

function giveToServer(folder: string): void {
  if (!isRoot()) return;
  const { stdout } = spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' });
  chownSync(folder, Number(stdout), 0);
  chmodSync(folder, 0o700);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
