import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import en from '../../data/playbook.en.json';
import ja from '../../data/playbook.ja.json';
import type { Language } from '../core/deal.ts';
import type { Playbook } from '../core/playbook.ts';

// The files are checked against the schema by a test, so that no start pays for it.
const PLAYBOOKS = { en, ja } as unknown as Readonly<Record<Language, Playbook>>;

/** Returns what the coach knows, in a language. */
export function builtInPlaybook(language: Language): Playbook {
  return PLAYBOOKS[language];
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
