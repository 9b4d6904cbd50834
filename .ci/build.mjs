// Builds dist/: the program as one file of parts, the large libraries that few commands need as files of their own, and what starts them.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { noticesOf } from './notices.mjs';
import { piecesOf, withCalls } from './parts.mjs';

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

/** For what is put together here: imports and exports can be told from the rest. */
const AS_MODULES = {
  write: false,
  format: 'esm',
  supported: {},
  minify: false,
  minifySyntax: true,
  minifyIdentifiers: true,
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

/** A piece of the program that is no code. */
const dataAsPieces = {
  name: 'data as pieces',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/data\/[\w.]+\.json$/ }, ({ path }) => ({ path: `./${basename(path)}`, external: true })),
};

/** Every section of the words in a language, which is said by few commands. */
const SECTIONS = ['en', 'ja'].flatMap((language) =>
  readdirSync(join('src', 'views', language))
    .filter((file) => file.endsWith('.ts') && file !== 'words.ts')
    .map((file) => ({ in: join('src', 'views', language, file), out: `${language}-${basename(file, '.ts')}` })),
);

/** A section is a function, and what is called in its place loads it: the part is not read before something in it is said. */
const saidLate = {
  name: 'what is said, when it is said',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/\w+\.ts$/ }, ({ path, importer, resolveDir }) =>
      /views\/\w\w\/words\.ts$/.test(importer) ? { path: join(resolveDir, path), namespace: 'late' } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'late' }, ({ path }) => {
      const { out } = SECTIONS.find((it) => resolve(it.in) === path);
      const names = [...readFileSync(path, 'utf8').matchAll(/^export const (\w+) = /gm)].map(([, name]) => name);
      return { contents: names.map((it) => `export const ${it} = () => need('./${out}.js').${it}();`).join('\n') };
    });
  },
};

/** What Kysely makes a schema with, and what for another database's: a command that opens a book does neither. */
const KYSELY = join('node_modules', 'kysely', 'dist', 'esm');
const CLASSES = [
  { name: 'SchemaModule', in: join(KYSELY, 'schema', 'schema.js'), out: 'kysely-schema' },
  {
    name: 'WithSchemaPlugin',
    in: join(KYSELY, 'plugin', 'with-schema', 'with-schema-plugin.js'),
    out: 'kysely-within',
  },
  { name: 'MergeQueryBuilder', in: join(KYSELY, 'query-builder', 'merge-query-builder.js'), out: 'kysely-merge' },
];
const classesLate = {
  name: 'classes, when one is made',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, importer, resolveDir }) => {
      const late = importer.includes('kysely') && CLASSES.find((it) => resolve(it.in) === join(resolveDir, path));
      return late ? { path: late.name, namespace: 'class', pluginData: late } : undefined;
    });
    onLoad({ filter: /^/, namespace: 'class' }, ({ pluginData: { name, out } }) => ({
      contents: `export function ${name}(...given) { return new (need('./${out}.js').${name})(...given); }`,
    }));
  },
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

/** What asks for Node's own way to load things has `require` here, and is spared a module that is slow to load. */
const withRequire = {
  name: 'require as it is',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:module$/ }, () => ({ path: 'module', namespace: 'require' }));
    onLoad({ filter: /^/, namespace: 'require' }, () => ({ contents: 'export const createRequire = () => require;' }));
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
const program = await build({
  ...OPTIONS,
  entryPoints: [
    { in: 'src/main.ts', out: 'main' },
    ...SECTIONS,
    ...CLASSES.map(({ in: file, out }) => ({ in: file, out })),
  ],
  outdir: 'dist/program',
  ...AS_MODULES,
  // Cut where something is imported late: each part is loaded when it is needed.
  splitting: true,
  external: ['*.node', 'bindings'],
  plugins: [onFirstUse, dataAsPieces, saidLate, classesLate, withRequire, withoutPrograms],
});
const pieces = [...(await piecesOf(program, './main.js')), ...dataPieces()];
const start = await build({
  ...OPTIONS,
  ...AS_MODULES,
  entryPoints: ['src/start.ts'],
  outdir: 'dist',
  define: {
    ...OPTIONS.define,
    VERSION: JSON.stringify(version),
    EDITION: JSON.stringify(createHash('sha256').update(JSON.stringify(pieces)).digest('hex').slice(0, 12)),
  },
});
writeProgram(pieces);
writeFileSync('dist/start.cjs', await startOf(start.outputFiles[0].text));

const made = [libraries, program, start].map(({ metafile }) => metafile);
const inputs = made.flatMap((metafile) => Object.keys(metafile.inputs));
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', noticesOf(inputs));
// What it is made of, for whoever asks.
mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/bundle.json', JSON.stringify({ outputs: Object.assign({}, ...made.map((it) => it.outputs)) }));

function dataPieces() {
  const files = readdirSync('data').filter((it) => it.endsWith('.json'));
  return files.map((file) => {
    const text = JSON.stringify(JSON.parse(readFileSync(join('data', file), 'utf8')));
    return { names: [`./${file}`], code: text };
  });
}

/** It needs modules of Node's alone. */
async function startOf(text) {
  const code = `'use strict';const need = require, standard = (module) => module;${withCalls(text)}`;
  return (await transform(code, { minifyWhitespace: true })).code;
}

/** The form is read by `src/sheaf.ts`; a part is found in the piece that it came in. */
function writeProgram(pieces) {
  const index = {};
  const bytes = pieces.map(({ code }) => Buffer.from(code));
  let at = 0;
  for (const [n, { names }] of pieces.entries()) {
    for (const name of names) index[name] = [at, bytes[n].length];
    at += bytes[n].length;
  }
  const text = JSON.stringify(index);
  writeFileSync('dist/program.parts', Buffer.concat([Buffer.from(String(text.length).padStart(8) + text), ...bytes]));
}
