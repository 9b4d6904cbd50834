import { narrow } from './text.ts';

/** A longer text is no slip of the finger, and would take long to compare. */
const LONGEST = 40;
/** Slips that are forgiven: in all, and for each letter of the longer word. */
const MOST_SLIPS = 3;
const SLIPS_A_LETTER = 0.5;

/** Returns the choice that was probably meant: one that the text begins, or the nearest in spelling; undefined for none. */
export function similarTo(text: string, choices: readonly string[]): string | undefined {
  const typed = narrow(text).toLowerCase();
  if (typed === '' || typed.length > LONGEST) return undefined;
  const begun = choices.find((it) => it === typed) ?? choices.find((it) => typed.length > 1 && it.startsWith(typed));
  if (begun !== undefined) return begun;
  let nearest: { readonly choice: string; readonly slips: number } | undefined;
  for (const choice of choices) {
    const slips = slipsBetween(typed, choice.toLowerCase());
    const allowed = Math.min(MOST_SLIPS, Math.max(typed.length, choice.length) * SLIPS_A_LETTER);
    if (slips <= allowed && slips < (nearest?.slips ?? Infinity)) nearest = { choice, slips };
  }
  return nearest?.choice;
}

/** Counts the letters to add, drop or change, and the neighbours to swap, until one word is the other. */
function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      line[at] = Math.min(
        (above[at] ?? 0) + 1,
        (line[at - 1] ?? 0) + 1,
        (above[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[at - 2] ?? 0) + 1 : Infinity,
      );
    }
    before = above;
    above = line;
  }
  return above[other.length] ?? 0;
}
