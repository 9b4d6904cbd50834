import { createDecoder, type Decoder, decodesWhole } from '../decode.ts';
import type { Source } from '../source.ts';
import { createTally, type Evidence, type Judge, type Tally } from './evidence.ts';
import { createJapaneseJudge } from './japanese.ts';
import { betterSpelling } from './latin.ts';
import { STRANGERS } from './strangers.ts';
import { judgeWestern } from './western.ts';

export interface Judged {
  readonly name: string;
  readonly isDamaged: boolean;
  readonly rivals: readonly string[];
}

interface Candidate {
  readonly name: string;
  readonly tally: Tally;
  readonly decoder: Decoder;
}

type Weighed = Evidence & { readonly name: string };

/** So much likelier than the next one an encoding has to be, in the points of the evidence: some 7 to 1. */
const CLEAR_LEAD = 2;
/** Whoever trails by more may be chosen by a user who is asked, but hardly will. */
const HOPELESS = 15;
/** An encoding that hardly anybody uses has to read this much better to be thought of. */
const STRANGE_LEAD = 2;
/** Nothing that comes later makes this good, so that a long file need not be weighed to its end. */
const BEYOND_DOUBT = 1000;
/** Text that makes sense has more points for each character, but for a few of them. Chinese and Korean have not. */
const SENSE = 0.6;
const FEW = 3;

const WESTERN = 'windows-1252';

/** A character beyond ASCII that is whole in UTF-8 is hardly ever one by accident. */
const judgeUnicode: Judge = () => 4;

/**
 * Returns the most plausible encoding of a text that is not UTF-8 throughout, and its rivals where others are about as plausible,
 * or where one that is never taken for granted reads better.
 */
export async function judgeEncodings(source: Source): Promise<Judged> {
  const japanese = createJapaneseJudge(await firstLevelKanji());
  const usual = [
    await candidate('utf-8', judgeUnicode),
    await candidate('cp932', japanese),
    await candidate('euc-jp', japanese),
    await candidate(WESTERN, judgeWestern),
  ];
  const strangers = await Promise.all(STRANGERS.map(({ name, judge }) => candidate(name, judge)));
  const weighed = await weigh(source, [...usual, ...strangers]);
  const ranked = weighed.filter(({ name }) => !isStranger(name));
  const [best, second] = ranked as [Weighed, ...Weighed[]];
  const isClear = makesSense(best) && (!second || (best.points > 0 && best.points - second.points >= CLEAR_LEAD));
  const whole = ranked.filter(({ points, broken }) => broken === 0 && points > best.points - HOPELESS);
  const rivals = isClear ? [best] : whole.length > 0 ? whole : ranked;
  const [first] = rivals as [Weighed, ...Weighed[]];
  const isSure = isClear || (rivals.length === 1 && makesSense(first));
  const isWestern = rivals.some((rival) => rival.name === WESTERN);
  const strange = weighed.filter(
    (it) =>
      STRANGERS.some(({ name, judge }) => name === it.name && !(isWestern && judge === judgeWestern)) &&
      it.broken === 0 &&
      it.points >= Math.max(best.points, 0) + STRANGE_LEAD,
  );
  const better = isWestern ? await betterSpelling(source) : [];
  const names = rivals.map((rival) => rival.name);
  const ordered = [...strange.map((it) => it.name), ...(first.name === WESTERN ? better : []), ...names, ...better];
  const all = [...new Set(ordered)] as [string, ...string[]];
  const [name] = all;
  return {
    name,
    isDamaged: !(await decodesWhole(source, name)),
    rivals: isSure && strange.length + better.length === 0 ? [] : all,
  };
}

function isStranger(wanted: string): boolean {
  return STRANGERS.some(({ name }) => name === wanted);
}

function makesSense({ points, characters }: Evidence): boolean {
  return points > (characters - FEW) * SENSE - FEW;
}

async function candidate(name: string, judge: Judge): Promise<Candidate> {
  return { name, tally: createTally(judge), decoder: await createDecoder(name) };
}

/** Returns the encodings with their evidence, the best first. */
async function weigh(source: Source, all: readonly Candidate[]): Promise<Weighed[]> {
  let left = all;
  for await (const chunk of source.chunks()) {
    for (const { decoder, tally } of left) tally.add(decoder.write(chunk));
    const best = Math.max(...left.filter(({ name }) => !isStranger(name)).map(({ tally }) => tally.sum().points));
    left = left.filter(({ tally }) => tally.sum().points > best - BEYOND_DOUBT);
    if (left.length === 1) break;
  }
  return left
    .map(({ name, tally, decoder }) => {
      tally.add(decoder.end());
      return { name, ...tally.end() };
    })
    .sort((one, other) => other.points - one.points);
}

/** The kanji of the first level of JIS: rows 16 to 47, which EUC-JP writes with a first byte of 0xb0 to 0xcf. */
async function firstLevelKanji(): Promise<ReadonlySet<string>> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xcf; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  const decoder = await createDecoder('euc-jp');
  return new Set(decoder.write(Uint8Array.from(bytes)) + decoder.end());
}
