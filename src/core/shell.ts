/** The shells that can be told how to complete our command line. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** What is offered for the word that is being typed. */
export interface Suggestion {
  readonly word: string;
  /** What it means, for shells that show that; may be empty. */
  readonly about: string;
}

/**
 * What a shell is to do with the words: `words` complete the one being typed · `unfinished` do too, but more may follow
 * without a space · `others` take its place, for they do not begin as it does · `files` are the shell's own business.
 */
export type OfferKind = 'words' | 'unfinished' | 'others' | 'files';

export interface Offer {
  readonly kind: OfferKind;
  readonly suggestions: readonly Suggestion[];
}

export const NOTHING: Offer = { kind: 'words', suggestions: [] };

/** Signs that some shell reads within quotes, splits words at, or takes for more than themselves at the start of a word. */
const RISKY = /["'`‘’‚‛“”„$\\!:=%&|<>^]|^[-~#@+]|^\s|\s$/u;

/** Returns whether every shell can be trusted to hand this text over as it is, once it has put its quotes around it. */
export function isShellSafe(text: string): boolean {
  return !RISKY.test(text);
}

/** Returns a word as its shell would hand it over: quotes and backslashes read, and nothing else. An open quote may stay open. */
export function unquoted(word: string): string {
  return word.replace(/'([^']*)(?:'|$)|"((?:\\.|[^"\\])*)(?:"|$)|\\(.?)/gs, (_all, single, double, escaped) =>
    double === undefined ? (single ?? escaped) : double.replace(/\\(["\\$`])/g, '$1'),
  );
}
