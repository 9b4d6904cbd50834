import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../core/deal.ts';
import type { Playbook } from '../core/playbook.ts';

// The files are checked against the schema by a test, so that no start pays for it; each is loaded only when it is needed.
const LOADERS: Readonly<Record<Language, () => Promise<unknown>>> = {
  en: async () => (await import('../../data/playbook.en.json')).default,
  ja: async () => (await import('../../data/playbook.ja.json')).default,
};

const loaded = new Map<Language, Playbook>();

/** Loads what the coach knows, in a language. */
export async function loadPlaybook(language: Language): Promise<Playbook> {
  const playbook = loaded.get(language) ?? ((await LOADERS[language]()) as Playbook);
  loaded.set(language, playbook);
  return playbook;
}

/** Returns what the coach knows, in a language that has been loaded. */
export function builtInPlaybook(language: Language): Playbook {
  const playbook = loaded.get(language);
  if (!playbook) throw new Error(`The playbook of ${language} is not loaded`);
  return playbook;
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
