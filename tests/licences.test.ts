import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import packageFile from '../package.json';
import { buildIfOld } from './support/program.ts';

beforeAll(buildIfOld, 120_000);

const ROOT = join(import.meta.dirname, '..');
const NOTICES = 'dist/THIRD-PARTY-LICENSES.txt';

test('the licences of the bundled libraries are in the package', () => {
  const listing = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT });
  const [{ files }] = JSON.parse(listing.toString()) as [{ files: { path: string }[] }];
  expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['LICENSE', NOTICES]));
  const named = [...readFileSync(join(ROOT, NOTICES), 'utf8').matchAll(/^(\S+) \d\S*: (.+)$/gm)];
  const names = named.map(([, name = '']) => name);
  expect(names).toEqual(expect.arrayContaining(['@inquirer/prompts', 'commander', 'date-holidays', 'kysely', 'zod']));
  expect(named.filter(([, , licence = '']) => !/^\(?(MIT|ISC|BSD|Apache)/.test(licence))).toEqual([]);
});

test('README gives a reason for every library that is installed or bundled', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const bundled = readFileSync(join(ROOT, NOTICES), 'utf8');
  const own = Object.keys({ ...packageFile.dependencies, ...packageFile.devDependencies });
  const shipped = own.filter((name) => name in packageFile.dependencies || bundled.includes(`${name} `));
  expect(shipped.filter((name) => !readme.includes(`| \`${name}\``))).toEqual([]);
});
