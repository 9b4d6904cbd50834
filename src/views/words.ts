import type { Language } from '../core/deal.ts';
import type { Words } from './wordbook.ts';

export type { Words } from './wordbook.ts';

/** A language is loaded only when something is said in it: most commands speak one. */
const LOADERS: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en/words.ts')).en,
  ja: async () => (await import('./ja/words.ts')).ja,
};

const loaded = new Map<Language, Words>();

/** Loads the words of a language. */
export async function loadWords(language: Language): Promise<Words> {
  const words = loaded.get(language) ?? (await LOADERS[language]());
  loaded.set(language, words);
  return words;
}

/** Returns the words of a language that has been loaded. */
export function wordsOf(language: Language): Words {
  const words = loaded.get(language);
  if (!words) throw new Error(`The words of ${language} are not loaded`);
  return words;
}
