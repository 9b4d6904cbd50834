import { transform } from 'esbuild';

/**
 * Returns the pieces of a program that esbuild has split where something is imported late, as texts by name. A piece is an object of
 * parts, each one a function that makes what a part exports. What the first part cannot do without comes in one piece with it.
 */
export async function piecesOf({ outputFiles, metafile }, first) {
  const texts = new Map(outputFiles.map(({ path, text }) => [nameOf(path), asFunction(text)]));
  const together = neededBy(first, metafile.outputs);
  const groups = [together, ...[...texts.keys()].filter((it) => !together.has(it)).map((it) => new Set([it]))];
  return Promise.all(
    groups.map(async (names) => {
      const parts = [...names].map((name) => `${JSON.stringify(name)}: ${texts.get(name)}`);
      const { code } = await transform(`({${parts.join(',\n')}})`, { minifyWhitespace: true, charset: 'ascii' });
      return { names: [...names], code: inAscii(code) };
    }),
  );
}

/** Text of one byte a sign is read in a tenth of the time. What esbuild has left stands in patterns, which know the escapes. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const nameOf = (path) => path.replace(/^.*[\\/]/, './');

/** Returns the part with all that is loaded before it can run. */
function neededBy(first, outputs) {
  const importsOf = new Map(Object.entries(outputs).map(([path, { imports }]) => [nameOf(path), imports]));
  const needed = new Set([first]);
  for (const name of needed) {
    for (const { path, kind, external } of importsOf.get(name))
      if (kind === 'import-statement' && !external) needed.add(nameOf(path));
  }
  return needed;
}

function asFunction(text) {
  return `(function (exports, need, load, standard, require, __filename) {${withCalls(text)}\n})`;
}

/**
 * Makes calls of a module's imports and exports, which esbuild has written on lines of their own. What it makes of them itself
 * copies every module of Node's, member by member, as often as one is imported whole.
 */
export function withCalls(text) {
  return text
    .replace(/^import \{([^}]*)\} from ("[^"]+");$/gm, (_, names, from) => `const {${renamed(names)}} = need(${from});`)
    .replace(/^import ([\w$]+) from ("[^"]+");$/gm, 'const $1 = standard(need($2));')
    .replace(/^import ("[^"]+");$/gm, 'need($1);')
    .replace(/^export \{([^}]*)\};$/gm, (_, names) => `Object.assign(exports, {${renamed(names, 'exported')}});`)
    .replace(/^export default (.*)$/gm, 'exports.default = $1')
    .replace(/\bimport\(("[^"]+")\)/g, 'load($1)');
}

/** `a as b` is written the other way round where it is taken apart. */
function renamed(names, direction) {
  return names
    .split(',')
    .map((it) => it.trim().split(' as '))
    .map(([name, other = name]) => (direction === 'exported' ? `${other}: ${name}` : `${name}: ${other}`))
    .join(', ');
}
