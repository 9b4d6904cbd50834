import { GUIDED, type GuidedCode } from '../../src/core/guide.ts';
import { builtInPlaybook } from '../../src/exchange/playbooks.ts';
import { wordsOf } from '../../src/views/words.ts';

const { screens, picking, close, importing, forget, backup, draft, check, go } = wordsOf('en');
const { questions } = builtInPlaybook('en');

/** Every question of the program by its kind; where a sentence holds what differs, by what does not. */
const KINDS: readonly (readonly [kind: string, sentence: string | RegExp])[] = [
  ...(Object.keys(GUIDED) as GuidedCode[]).map((code) => [code, questions[code].ask] as const),
  ['keep-day', ending(screens.ask.keep)],
  ['customer', screens.ask.customer],
  ['title', screens.ask.title],
  ['what-happened', screens.ask.whatHappened],
  ['supplied', screens.ask.whatSupplied],
  ['which-deal', picking.whichDeal],
  ['until', picking.untilWhen],
  ['outcome', close.ask.outcome],
  ['their-words', close.ask.words],
  ['no-words', close.ask.noWords],
  ['source', close.ask.source],
  ['who', close.ask.who],
  ['channel', close.ask.channel],
  ['when', close.ask.on],
  ['reason', close.ask.reason],
  ['other-reason', close.ask.other],
  ['factor', close.ask.factor],
  ['revisit', close.ask.revisit],
  ['our-reason', close.ask.ourReason],
  ['void-fact', close.ask.voidFact],
  ['encoding', saying(importing.ask.encoding)],
  ['customer-column', importing.ask.customer],
  ['deal-column', importing.ask.deal],
  ['day-column', importing.ask.date],
  ['is-stage', saying(importing.ask.isStage)],
  ['date-order', saying(importing.ask.dateOrder)],
  ['decimal', saying(importing.ask.decimal)],
  ['stage', /^Stage “.*what does it mean\?$/],
  ['type', /how was the customer reached\?$/],
  ['import-good', /cannot be imported\. Import/],
  ['save-mapping', importing.ask.save],
  ['which-person', saying(forget.whichPerson)],
  ['erase', saying(forget.ask)],
  ['hand-over', /^Hand .* over to/],
  ['restore', saying(backup.askRestore)],
  ['overwrite', saying(draft.overwrite)],
  ['text', check.askText],
  ['mail-file', go.whichFile],
  ['letter-key', go.letter],
  ['deal-key', /^\d+ \/ \d+$/],
];

export const QUESTION_KINDS: readonly string[] = KINDS.map(([kind]) => kind);

/** Returns the kind of each question; throws for one that has none yet. */
export function kindsOf(asked: readonly string[]): string[] {
  return asked.map((question) => {
    const found = KINDS.find(([, it]) => (typeof it === 'string' ? it === question : it.test(question)));
    if (!found) throw new Error(`of no kind: ${question}`);
    return found[0];
  });
}

function ending(text: string): RegExp {
  return new RegExp(`${escaped(text)}$`);
}

/** Takes anything where a sentence has a place for it. */
function saying(sentence: (...parts: string[]) => string): RegExp {
  const parts = sentence('\u0001', '\u0001', '\u0001').split('\u0001');
  return new RegExp(`^${parts.map(escaped).join('.*')}$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
