import type { Language } from '../core/deal.ts';
import type { ExampleWords } from './helpwords.ts';

/** Loads the examples of every command's help. */
export async function loadExamples(language: Language): Promise<ExampleWords> {
  return language === 'ja' ? (await import('./ja/examples.ts')).examples : (await import('./en/examples.ts')).examples;
}
