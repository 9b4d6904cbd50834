/** One sign in a sentence. The name is for people who tune the tables. */
export interface Rule {
  readonly name: string;
  /** Global: one that is looked for from a place on is made once for every way of looking. */
  readonly pattern: RegExp;
}

/** Returns the pieces of a pattern put together; line breaks and indentation between alternatives do not count. */
export function words(pieces: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: pieces.raw.map((it) => it.replace(/\n\s*/g, '')) }, ...values);
}

/** Returns a pattern for text in lower case: to make one that reads either takes half as long again. */
export function pattern(pieces: TemplateStringsArray, ...values: readonly string[]): RegExp {
  return new RegExp(words(pieces, ...values));
}

/** Quantifiers in the tables are bounded, so that a pattern takes time in proportion to the text. */
export function rules(table: Readonly<Record<string, string>>): readonly Rule[] {
  return Object.entries(table).map(([name, source]) => ({ name, pattern: new RegExp(source, 'g') }));
}

/** What a sentence can carry. A sentence may carry several. */
export interface Rulebook {
  /** Thanks for what the reader already did: says nothing about what is asked now. */
  readonly thanks: readonly Rule[];
  /** Words that give nothing and are taken away first: vague offers, references to what was sent before. */
  readonly empty: readonly Rule[];
  /** Something the reader can use: an answer, material, a fact, work done. */
  readonly give: readonly Rule[];
  /** The rep's own shorthand for the same: “sent the case study”. Read on whole sentences. */
  readonly log: readonly Rule[];
  /** Asks how it is going. */
  readonly ask: readonly Rule[];
  /** Says that this message is a reminder, without asking. */
  readonly nudge: readonly Rule[];
  /** Asks for an answer, whatever about: counts only where nothing else is said. */
  readonly soft: readonly Rule[];
  /** Greetings, thanks, closings, requests for a meeting: neither gives nor asks for news. */
  readonly filler: readonly Rule[];
  /** Why a question serves the reader, or whose own date it rests on. */
  readonly cause: readonly Rule[];
  /** Leaves the answer free: a no is welcome, or none at all. */
  readonly free: readonly Rule[];
  readonly urgency: readonly Rule[];
  readonly guilt: readonly Rule[];
  readonly tally: readonly Rule[];
}

export interface Hit {
  readonly from: number;
  readonly to: number;
}

/** Returns the earliest match of any rule; of two at the same place, the longer. */
export function firstHit(table: readonly Rule[], text: string): Hit | undefined {
  let best: Hit | undefined;
  for (const { pattern } of table) {
    pattern.lastIndex = 0;
    const match = pattern.exec(text);
    if (!match || match[0] === '') continue;
    const hit = { from: match.index, to: match.index + match[0].length };
    if (!best || hit.from < best.from || (hit.from === best.from && hit.to > best.to)) best = hit;
  }
  return best;
}

/** Returns the text with every match replaced by blanks of the same length, so that offsets stay true. */
export function blank(table: readonly Rule[], text: string): string {
  return table.reduce((rest, { pattern }) => blanked(rest, pattern), text);
}

/** Not by `replace`: the engine prepares a pattern for many matches first, which takes longer than to find the few there are. */
function blanked(text: string, pattern: RegExp): string {
  pattern.lastIndex = 0;
  let rest = text;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { length } = match[0];
    if (length === 0) pattern.lastIndex += 1;
    else rest = rest.slice(0, match.index) + ' '.repeat(length) + rest.slice(match.index + length);
  }
  return rest;
}

/** A blank of a draft that the writer has still to fill in. */
const BLANK = /\[FILL: [^\]\n]*\]|［要記入：[^］\n]*］/g;

/** Returns the message with its blanks as words without a meaning, so that no label is taken for the writer's own words. */
export function withoutBlanks(message: string): string {
  return message.replace(BLANK, (it) => (it.startsWith('[') ? 'x' : '〇').repeat(it.length));
}
