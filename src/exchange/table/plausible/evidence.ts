/**
 * How much one character, beside its neighbours ('' at the ends of the text), speaks for an encoding: about the logarithm of
 * how much likelier it is in a text than in bytes that were meant otherwise. Judged on texts; only their order of size matters.
 */
export type Judge = (before: string, it: string, after: string) => number;

/** What a whole text says for its encoding. */
export interface Evidence {
  readonly points: number;
  /** How many characters beyond ASCII were weighed. */
  readonly characters: number;
  /** Places where bytes did not decode. */
  readonly broken: number;
}

/** Adds up evidence over a text that comes in pieces. */
export interface Tally {
  add(text: string): void;
  /** Returns the evidence so far; the last character still waits for its neighbour. */
  sum(): Evidence;
  end(): Evidence;
}

/** A place that does not decode, or that decodes to what nobody writes. */
export const IMPOSSIBLE = -8;

const ASCII_END = 0x80;

/** Returns a tally that asks `judge` about every character beyond ASCII. */
export function createTally(judge: Judge): Tally {
  let points = 0;
  let characters = 0;
  let broken = 0;
  let before = '';
  let it = '';
  const weigh = (after: string): void => {
    if (it !== '' && it.charCodeAt(0) >= ASCII_END) {
      characters += 1;
      if (it === '\ufffd') broken += 1;
      points += isImpossible(it) ? IMPOSSIBLE : judge(before, it, after);
    }
    before = it;
    it = after;
  };
  return {
    add: (text) => {
      for (const after of text) weigh(after);
    },
    sum: () => ({ points, characters, broken }),
    end: () => {
      weigh('');
      return { points, characters, broken };
    },
  };
}

/** The mark of broken bytes, control characters of the upper half, and characters that every maker defines for himself. */
function isImpossible(it: string): boolean {
  return it === '\ufffd' || (it >= '\u0080' && it <= '\u009f') || (it >= '\ue000' && it <= '\uf8ff');
}
