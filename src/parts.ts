import { join } from 'node:path';
import { Script } from 'node:vm';
import { onDemand } from './core/ondemand.ts';
import { openSheaf, type Sheaf, sheafOf } from './sheaf.ts';

/** Makes what a part of the program exports, of what other parts do: those it needs at once, and those it loads when it comes to it. */
type Part = (
  exports: object,
  need: (name: string) => object,
  load: (name: string) => Promise<object>,
  standard: (module: object) => unknown,
  require: NodeJS.Require,
  filename: string,
) => void;

/** The program, of which only what is needed is read, compiled and made. */
export interface Program<Main> {
  readonly main: Main;
  /** Returns what the engine has compiled, to be kept; null where all of it was kept already. */
  readonly compiled: () => Buffer | null;
}

/** Opens a program, with what was compiled of it before. */
export function openProgram<Main>(file: string, compiledFile: string): Program<Main> {
  const program = openSheaf(file);
  const kept = openIfSound(compiledFile);
  const parts = new Map<string, Part>();
  const made = new Map<string, object>();
  const anew = new Map<string, Script>();
  /** A piece is an object of parts by name. */
  const compile = (name: string): Part | undefined => {
    const text = program.read(name)?.toString('latin1');
    if (text === undefined) return undefined;
    const cachedData = kept?.read(name);
    const script = new Script(text, { filename: join(file, name), ...(cachedData && { cachedData }) });
    if (!cachedData || script.cachedDataRejected) anew.set(name, script);
    for (const [it, part] of Object.entries<Part>(script.runInThisContext())) parts.set(it, part);
    return parts.get(name);
  };
  const need = (name: string): object => {
    const before = made.get(name);
    if (before) return before;
    if (name.endsWith('.json')) return keep(name, onDemand({ default: () => JSON.parse(String(program.read(name))) }));
    const part = parts.get(name) ?? compile(name);
    if (!part) return require(name);
    const exports = keep(name, {});
    part(exports, need, load, standard, require, file);
    return exports;
  };
  const keep = (name: string, exports: object): object => {
    made.set(name, exports);
    return exports;
  };
  /** What stands in no part is a module of Node's or of a library, which may have no standard export of its own. */
  const load = async (name: string): Promise<object> => {
    const module = need(name);
    return made.has(name) || '__esModule' in module ? module : Object.create(module, { default: { value: module } });
  };
  return {
    main: need('./main.js') as Main,
    compiled: () => {
      if (anew.size === 0) return null;
      const pieces = new Map(kept?.names.map((name) => [name, Buffer.from(kept.read(name) ?? '')]));
      for (const [name, script] of anew) pieces.set(name, script.createCachedData());
      return sheafOf(pieces);
    },
  };
}

function standard(module: object): unknown {
  return '__esModule' in module ? (module as { default?: unknown }).default : module;
}

function openIfSound(file: string): Sheaf | undefined {
  try {
    return openSheaf(file);
  } catch {
    return undefined;
  }
}
