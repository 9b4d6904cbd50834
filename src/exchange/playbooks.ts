import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../core/deal.ts';
import type { Playbook } from '../core/playbook.ts';

/** A file of data as it is imported: in the program that is built it is read when it is looked into. */
interface Data {
  readonly default: unknown;
}

// The files are checked against the schema by a test, so that no start pays for it; each is loaded only when it is needed.
const LOADERS: Readonly<Record<Language, () => Promise<Data>>> = {
  en: () => import('../../data/playbook.en.json'),
  ja: () => import('../../data/playbook.ja.json'),
};

const loaded = new Map<Language, Data>();

/** Loads what the coach knows, in a language. */
export async function loadPlaybook(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await LOADERS[language]());
}

/** Returns what the coach knows, in a language that has been loaded. */
export function builtInPlaybook(language: Language): Playbook {
  const playbook = loaded.get(language);
  if (!playbook) throw new Error(`The playbook of ${language} is not loaded`);
  return playbook.default as Playbook;
}

/** Returns the rep's own playbook files in a folder, in the order of their names; none where there is no folder. */
export function ownPlaybookFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.ya?ml$/i.test(name));
    return names.sort().map((name) => join(folder, name));
  } catch {
    return [];
  }
}
