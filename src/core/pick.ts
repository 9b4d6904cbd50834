import type { Deal } from './deal.ts';
import { toHiragana, toKatakana } from './kana.ts';
import { searchKey } from './text.ts';

/** What a deal is known by where one is picked among many. */
export type Candidate = Pick<Deal, 'id' | 'externalId' | 'customer' | 'title' | 'contact' | 'state'>;

/** A word somebody typed, by the spellings it may have in a name, folded as names are compared. */
export interface SoughtWord {
  readonly spellings: readonly string[];
  /** Few, of which every spelling holds one or comes close: enough to look for in the middle of many names. */
  readonly inside: readonly string[];
}
export type Sought = readonly SoughtWord[];

/** The kana that Latin letters may stand for: all of them, and what is certain of them so far. */
export interface Kana {
  readonly readings: readonly string[];
  readonly certain: string;
}
export type KanaOf = (letters: string) => Kana;

/** How well a deal fits what was typed: its customer begins so, or a word of its names does, or it is somewhere inside. */
export const FITS = ['start', 'word', 'inside'] as const;
export type Fit = (typeof FITS)[number];

/** Polite forms that one says with a name and the book may not hold. */
const BEFORE_A_NAME = /^(mr|mrs|ms|dr)\.?$/;
const AFTER_A_NAME = /(?<=.)(様|御中|さん|殿|先生)$/;

/** Returns what is to be looked for. */
export function readSought(typed: string, kanaOf: KanaOf): Sought {
  const words = searchKey(typed)
    .split(' ')
    .filter((word) => word !== '');
  const named = words.filter((word) => !BEFORE_A_NAME.test(word));
  return (named.length > 0 ? named : words).map((word) => soughtWord(word, kanaOf));
}

function soughtWord(word: string, kanaOf: KanaOf): SoughtWord {
  const asTyped = [word, word.replace(AFTER_A_NAME, '')];
  const { readings, certain } = /^[a-z-]+$/.test(word) ? kanaOf(word) : { readings: [], certain: '' };
  return {
    spellings: inBothKana([...asTyped, ...readings]),
    inside: inBothKana([...asTyped, ...(certain === '' ? [] : [certain])]),
  };
}

function inBothKana(spellings: readonly string[]): readonly string[] {
  return [...new Set(spellings.flatMap((it) => [it, toHiragana(it), toKatakana(it)]))];
}

/** Returns how a deal fits, or null. Every word must occur, in any order; its number and external id must begin so. */
export function fitOf({ id, externalId, customer, title, contact }: Candidate, sought: Sought): Fit | null {
  const names = folded([customer, title, contact ?? ''].join(' '));
  const ids = [String(id), `#${id}`, folded(externalId ?? '')];
  const fits = sought.map(({ spellings }) => bestFit(spellings.map(toHiragana), names, ids));
  if (fits.includes(null)) return null;
  return FITS.find((fit) => fits.includes(fit)) ?? 'inside';
}

function bestFit(spellings: readonly string[], names: string, ids: readonly string[]): Fit | null {
  const starts = (text: string): boolean => spellings.some((it) => text.startsWith(it));
  if (starts(names) || ids.some(starts)) return 'start';
  if (spellings.some((it) => names.includes(` ${it}`))) return 'word';
  return spellings.some((it) => names.includes(it)) ? 'inside' : null;
}

function folded(text: string): string {
  return toHiragana(searchKey(text));
}

/**
 * Returns the deals that fit, each once, the likeliest first: by how they fit, then as the day has them (`placeOf`, lower is
 * earlier), then open before ended, then the newest.
 */
export function likeliest(
  deals: readonly Candidate[],
  sought: Sought,
  placeOf: (dealId: number) => number | undefined,
): Candidate[] {
  const fitting = new Map<number, { readonly deal: Candidate; readonly fit: number }>();
  for (const deal of deals) {
    const fit = fitOf(deal, sought);
    if (fit) fitting.set(deal.id, { deal, fit: FITS.indexOf(fit) });
  }
  const place = ({ id }: Candidate): number => placeOf(id) ?? Number.MAX_SAFE_INTEGER;
  return [...fitting.values()]
    .sort(
      (a, b) =>
        a.fit - b.fit ||
        place(a.deal) - place(b.deal) ||
        Number(b.deal.state === 'open') - Number(a.deal.state === 'open') ||
        b.deal.id - a.deal.id,
    )
    .map(({ deal }) => deal);
}
