import { STATES, type State } from '../deal.ts';
import { BadInput } from '../failure.ts';
import { joinJapanese, searchKey } from '../text.ts';
import { STAGE_WORDS } from './stagewords.ts';

/** What a stage says of a deal, and the reason that some boards put behind it: `失注（価格）`. */
export interface Stage {
  readonly state: State;
  readonly reason: string | null;
}

/** What a yes/no column asks about a deal: "Is Closed Won", "Is closed lost", "CLOSED". */
export const ENDINGS = ['won', 'lost', 'closed'] as const;
export type Ending = (typeof ENDINGS)[number];

const BY_WORD = new Map(STATES.flatMap((state) => STAGE_WORDS[state].map((word) => [joined(word), state] as const)));

/** Returns what stage words are compared by: signs between words are spaces. */
export function stageKey(word: string): string {
  return joinJapanese(
    searchKey(word)
      .replace(/[_–—-]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** Returns what a stage word of another system means, or null where it is not known. */
export function readStage(word: string): Stage | null {
  const known = BY_WORD.get(joined(word));
  if (known) return { state: known, reason: null };
  const key = searchKey(word);
  const stage = key.includes('?') ? null : readDecorated(withoutNumbers(key));
  return stage && isLikely(stage.state, key) ? stage : null;
}

function readDecorated(plain: string): Stage | null {
  const bare = BY_WORD.get(joined(plain));
  if (bare) return { state: bare, reason: null };
  const [, base = '', aside = ''] = /^(.+?) ?[([【〔](.+?)[)\]】〕]$/.exec(plain) ?? [];
  const state = BY_WORD.get(joined(base));
  if (!state) return null;
  const isPlain = PLAIN_ASIDE.test(aside);
  // "提案（失注）" may have stopped at the proposal, and "失注（受注）" may be anything.
  if (state === 'open' && namesEnd(aside)) return null;
  if (state === 'declined' && BY_WORD.get(joined(aside)) === 'won') return null;
  // "受注（内示）" is no order yet, and what else stands behind a win may take it back as well.
  if (state !== 'open' && !isPlain && (state !== 'declined' || HOPE.test(aside))) return null;
  return { state, reason: state === 'declined' && !isPlain ? aside.trim() : null };
}

function namesEnd(aside: string): boolean {
  const state = BY_WORD.get(joined(aside));
  return state === undefined ? END.test(aside) && !HOPE.test(aside) : state !== 'open';
}

/** A win at 50% is a hope, and a loss at 50% a fear. */
function isLikely(state: State, key: string): boolean {
  const percent = /(\d{1,3}) ?%/.exec(key)?.[1];
  if (percent === undefined || state === 'open') return true;
  return Number(percent) === (state === 'won' ? 100 : 0);
}

/** HubSpot writes its stages without spaces: `qualifiedtobuy`. */
function joined(word: string): string {
  return stageKey(word).replaceAll(' ', '');
}

/**
 * Returns whether the text is a stage word that says a deal's end and nothing else: "Lost", "受注". A word that is said of other
 * things too ("NG", "signed", "重複") is none.
 */
export function isEndWord(text: string): boolean {
  const state = BY_WORD.get(joined(text));
  return state !== undefined && state !== 'open' && END.test(searchKey(text));
}

/**
 * Returns what several stage columns of one row say together: an end outweighs an open stage and words that are not known.
 * Null where none is known. Throws BadInput (`state_conflict`) where they name two different ends.
 */
export function stateOfStages(states: readonly (State | null)[]): State | null {
  const [only] = states;
  if (states.length === 1 && only !== undefined) return only;
  const ends = new Set(states.filter((state) => state !== null && state !== 'open'));
  if (ends.size > 1) throw new BadInput('state_conflict', { states: [...ends].map(String) });
  return [...ends][0] ?? (states.includes('open') ? 'open' : null);
}

/**
 * Returns what the answers of yes/no columns say: closed and not won is lost, not closed is open. Null where they leave it open,
 * as "closed" alone does.
 */
export function stateOfAnswers(answers: Readonly<Partial<Record<Ending, boolean>>>): State | null {
  const { won, lost, closed } = answers;
  if (won && lost) throw new BadInput('state_conflict', { states: ['won', 'declined'] });
  if ((won || lost) && closed === false)
    throw new BadInput('state_conflict', { states: [won ? 'won' : 'declined', 'open'] });
  if (won) return 'won';
  if (lost || (closed && won === false)) return 'declined';
  if (closed === false || (won === false && lost === false)) return 'open';
  return null;
}

/** Percents and pipelines stand behind stages without changing them: `Closed Won (Sales Pipeline)`, `提案(60%)`. */
const PLAIN_ASIDE = /^\d{1,3} ?%?$|pipeline|パイプライン|^(?:済み?|確定|完了)$/;
/** What names a deal's end within other words. */
const END = /won|lost|cancel|disqualified|withdr[ae]w|受注|失注|成約|他決|敗|見送り?|辞退|中止|消滅|休眠|キャンセル/;
const HOPE = /見込|予定|予想|候補|かも|可能性|濃厚|[?？]|pending|likely|probabl|possibl|maybe|expected|risk/;

/** `1. `, `03_`, `①`, `A:`, `Stage 3 - `, `90% - `, `C1:` and emoji in front; `- 90%` behind. */
function withoutNumbers(key: string): string {
  return key
    .replace(/^[^\p{L}\p{N}(]+/u, '')
    .replace(/^(?:c|dt)\d+(?:_\d+)?:/, '')
    .replace(/^(?:stage|step|phase|ステージ|フェーズ|ステップ) ?(?=\d)/, '')
    .replace(/^(?:\(?\d{1,3}(?:\.\d{1,2})?\)? ?%?|[a-z](?=[.:)_]| - |-(?=[^a-z])))[.:)_\-–—/ ]*(?=\S)/, '')
    .replace(/[-–—: ]*\d{1,3} ?%$/, '')
    .replace(/[^\p{L}\p{N})\]】〕]+$/u, '')
    .trim();
}
