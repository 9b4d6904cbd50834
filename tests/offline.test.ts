import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import packageFile from '../package.json';
import { freshFolder } from './support/folder.ts';
import { buildIfOld, newUser } from './support/program.ts';
import { DEALS_CSV, WORKDAY } from './support/workday.ts';

beforeAll(buildIfOld, 120_000);

const ROOT = join(import.meta.dirname, '..');
const GUARD = join(import.meta.dirname, 'support', 'offline.mjs');
/** The only modules of Node that every part of the program may use; those of the network are not among them. */
const USED =
  'async_hooks buffer child_process crypto events fs fs/promises module os path process readline stream stream/promises string_decoder timers/promises tty url util util/types vm'.split(
    ' ',
  );

describe('nothing goes over the network', () => {
  test('a whole day opens no socket and asks for no name', { timeout: 60_000 }, async () => {
    const log = join(freshFolder(), 'sockets');
    const user = newUser({ NODE_OPTIONS: `--import=${GUARD}`, SOCKET_LOG: log, EDITOR: 'true' });
    writeFileSync(join(user.home, 'deals.csv'), DEALS_CSV);
    for (const argv of WORKDAY) expect([argv, (await user.run(...argv)).code]).toEqual([argv, 0]);
    expect(existsSync(log)).toBe(false);
  });

  test.each([
    ['fetch("http://127.0.0.1:9")', 'fetch'],
    ['import("node:net").then(({ connect }) => connect(9))', 'net.connect'],
    ['new (require("node:net").Socket)().connect(9)', 'net.Socket.connect'],
    ['require("node:https").get("https://127.0.0.1:9")', 'https.get'],
    ['require("node:dns").promises.lookup("localhost")', 'dns/promises.lookup'],
  ])('the guard notices %s', (code, what) => {
    const log = join(freshFolder(), 'sockets');
    spawnSync(process.execPath, [`--import=${GUARD}`, '-e', code], { env: { ...process.env, SOCKET_LOG: log } });
    expect(readFileSync(log, 'utf8')).toBe(`${what}\n`);
  });

  test('and nothing could but the book on a server, when one is named: the modules it is made of are known', () => {
    const { outputs } = JSON.parse(readFileSync(join(ROOT, '.cache', 'bundle.json'), 'utf8')) as { outputs: Outputs };
    const imported = Object.values(outputs).flatMap(({ entryPoint, imports }) =>
      imports
        .filter(({ path, external }) => external && isBuiltin(path))
        .map(({ path }) => ({ name: path.replace('node:', ''), by: entryPoint })),
    );
    expect(imported.length).toBeGreaterThan(5);
    const reaching = imported.filter(({ name }) => !USED.includes(name));
    expect(new Set(reaching.map(({ name }) => name))).toEqual(new Set(['dns', 'net', 'tls']));
    expect(new Set(reaching.map(({ by }) => by))).toEqual(new Set(['node_modules/pg/esm/index.mjs']));
    // A class may have a method `fetch`; nobody calls the one of the platform.
    const files = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' });
    const code = files
      .filter((it) => /\.(cjs|parts)$/.test(it))
      .map((it) => readFileSync(join(ROOT, 'dist', it), 'utf8'));
    expect(code.length).toBeGreaterThan(5);
    const reached = code.join('\n').match(/\b(?:WebSocket|EventSource|XMLHttpRequest)\(|(?<![.\w}])fetch\(.{20}/g);
    expect(reached).toBe(null);
    expect(Object.keys(packageFile.dependencies)).toEqual(['better-sqlite3']);
  });
});

/** What esbuild says of the files it made. */
type Outputs = Readonly<
  Record<
    string,
    {
      readonly entryPoint?: string;
      readonly imports: readonly { readonly path: string; readonly external?: boolean }[];
    }
  >
>;
