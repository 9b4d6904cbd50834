import { LANGUAGES, type Language } from './core/deal.ts';
import type { Knowledge } from './exchange/ownplaybook.ts';
import { builtInPlaybook, loadPlaybook, ownPlaybookFiles } from './exchange/playbooks.ts';
import { loadWords } from './views/words.ts';

/** What the coach knows by itself. */
export const BUILT_IN: Knowledge = { playbookOf: builtInPlaybook, leads: {}, stamp: '' };

/** Returns what the coach knows with the rep's own playbooks in a folder; they are read only where there are any, for their parser is slow to load. */
export async function knowledgeIn(folder: string): Promise<Knowledge> {
  const files = ownPlaybookFiles(folder);
  if (files.length === 0) return BUILT_IN;
  await speak(LANGUAGES);
  const { readOwnPlaybooks } = await import('./exchange/ownplaybook.ts');
  return readOwnPlaybooks(files);
}

/** Loads the words and the knowledge of these languages. */
export async function speak(languages: Iterable<Language>): Promise<void> {
  for (const language of new Set(languages)) {
    await loadWords(language);
    await loadPlaybook(language);
  }
}
