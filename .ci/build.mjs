// Builds dist/: the program as one file, the large libraries that few commands need as files of their own, and what starts them.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { noticesOf } from './notices.mjs';

/** Each is loaded by the command that needs it, when it does. */
const LIBRARIES = [
  '@holiday-jp/holiday_jp',
  '@inquirer/core',
  '@inquirer/prompts',
  'chardet',
  'csv-parse',
  'csv-stringify/sync',
  'date-holidays',
  'ical-generator',
  'iconv-lite',
  'pg',
  'pgpass',
  'wanakana',
  'yaml',
  'zod',
];

const OPTIONS = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  define: { 'import.meta.url': '__filename' },
  // All of it is loaded by `require`, what is loaded late as well.
  supported: { 'dynamic-import': false },
};

const fileOf = (library) => library.replace(/\W+/g, '-').replace(/^-/, '');

const onFirstUse = {
  name: 'libraries on first use',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) =>
      LIBRARIES.includes(path) && !importer.includes('node_modules')
        ? { path: `./lib/${fileOf(path)}.cjs`, external: true }
        : undefined,
    ),
};

/** Read as a text when it is asked for: as a part of the program every start would load it. */
const dataAsText = {
  name: 'data as text',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/data\/[\w.]+\.json$/ }, ({ path }) => ({
      contents: `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))))})`,
    })),
};

/** Commander can start other programs as commands. Ours has none, and the modules for it are slow to load. */
const withoutPrograms = {
  name: 'no programs as commands',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'none', namespace: 'none' } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'none' }, () => ({ contents: '' }));
  },
};

/** What is typed every day starts without the code of all else. A process loads one bundle, and each is whole. */
const DAILY = ['today', 'show', 'why', 'list', 'note', 'draft'];
const onlyDaily = {
  name: 'the daily commands only',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/commands\/\w+\.ts$/ }, ({ path, importer }) =>
      importer.endsWith('commandtable.ts') && !DAILY.includes(basename(path, '.ts'))
        ? { path: 'elsewhere', namespace: 'elsewhere' }
        : undefined,
    );
    onLoad({ filter: /^/, namespace: 'elsewhere' }, () => ({ contents: '' }));
  },
};

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync('dist', { recursive: true, force: true });
const libraries = await build({
  ...OPTIONS,
  // Other ways to speak to a server, which nobody has installed.
  external: ['pg-native', 'pg-cloudflare'],
  entryPoints: LIBRARIES.map((library) => ({ in: library, out: fileOf(library) })),
  outdir: 'dist/lib',
  outExtension: { '.js': '.cjs' },
});
const daily = await buildProgram('daily', [onlyDaily]);
const program = await buildProgram('program', []);
const start = await build({
  ...OPTIONS,
  entryPoints: ['src/start.ts'],
  outfile: 'dist/start.cjs',
  define: {
    ...OPTIONS.define,
    VERSION: JSON.stringify(version),
    DAILY: JSON.stringify(DAILY),
    EDITION: JSON.stringify(createHash('sha256').update(daily.code).update(program.code).digest('hex').slice(0, 12)),
  },
});

const made = [libraries, daily, program, start].map(({ metafile }) => metafile);
const inputs = made.flatMap((metafile) => Object.keys(metafile.inputs));
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', noticesOf(inputs));
// What it is made of, for whoever asks.
mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/bundle.json', JSON.stringify({ outputs: Object.assign({}, ...made.map((it) => it.outputs)) }));

/** Builds one whole program as one function, so that nothing has to be laid around it at every start. */
async function buildProgram(name, plugins) {
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    entryPoints: ['src/main.ts'],
    outfile: `dist/${name}.cjs`,
    write: false,
    external: ['*.node', 'bindings'],
    plugins: [onFirstUse, dataAsText, withoutPrograms, ...plugins],
    banner: { js: '(function(exports,require,module,__filename){' },
    footer: { js: '})' },
  });
  // Text of one byte a sign is read in a tenth of the time. What is left by esbuild stands in patterns, which know the escapes.
  const code = outputFiles[0].text.replace(
    /[^\0-\x7f]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(`dist/${name}.cjs`, code);
  return { code, metafile };
}
