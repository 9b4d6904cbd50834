import { describe, expect, test } from 'vitest';
import { readClaim, readEndedState } from '../../src/core/claim.ts';
import { FACTOR_CODES, REASON_CODES } from '../../src/core/codes.ts';
import type { Contact, EndedState, Outcome } from '../../src/core/deal.ts';
import { Failure } from '../../src/core/failure.ts';
import { assertChecked, type CheckedOutcome, checkOutcome, importedOutcome } from '../../src/core/outcome.ts';
import { builtInPlaybook } from '../../src/exchange/playbooks.ts';
import { dealWith, type Fields, mails, TODAY, WEEKENDS } from '../support/deals.ts';
import { claimOf, TOLD } from '../support/endings.ts';

/** The article's deal: the latest useful day is 8 August 2025. */
const CHAIN = {
  goalOn: '2025-09-30',
  lead: '1mo',
  slots: ['2025-08-22'],
  prep: '14d',
  approval: '5bd',
} as unknown as Fields;
const ON = '2025-08-11';
const NO = claimOf('declined', '2025-07-21', { words: 'We will pass.', who: 'Ms Sato', channel: 'email' });

interface Told {
  readonly fields?: Fields;
  readonly contacts?: readonly Contact[];
  readonly before?: Outcome;
  readonly today?: string;
}

/** Returns the state an outcome led to, or the code of its refusal with what it found missing. */
function verdict(claim: Outcome, { fields = {}, contacts = [], before, today = claim.on }: Told = {}): string {
  const deal = dealWith(before ? { ...fields, state: before.state, closedOn: before.on } : fields, { contacts });
  try {
    const record = { deal, contacts, outcome: before ?? null };
    return checkOutcome(claim, record, { today: today as Outcome['on'], calendar: WEEKENDS }).outcome.state;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { missing } = error.facts;
    return `${error.exitCode} ${error.code}${Array.isArray(missing) ? ` ${missing.join(' ')}` : ''}`;
  }
}

const sent = (angle: Contact['angle'], on = '2025-07-10', more: Partial<Contact> = {}): Contact[] =>
  mails([on], { angle, ...more });
const spoken = (on: string): Contact[] => mails([on], { from: 'them', text: 'not yet', n: 9 } as Partial<Contact>);

describe('lost', () => {
  const lost = (said: Parameters<typeof claimOf>[2]): Outcome => claimOf('lost', ON, said);

  test.each<[string, Parameters<typeof claimOf>[2], Told, string]>([
    ['all that it needs', TOLD, {}, 'lost'],
    ['nothing', {}, {}, '3 lost_needs --words --who --channel --reason'],
    ['no words', { ...TOLD, words: null }, {}, '3 lost_needs --words'],
    ['nobody', { ...TOLD, who: null }, {}, '3 lost_needs --who'],
    ['no channel', { ...TOLD, channel: null }, {}, '3 lost_needs --channel'],
    ['no reason', { ...TOLD, reason: null }, {}, '3 lost_needs --reason'],
    ['a guess of ours for a reason', { ...TOLD, reason: null, factor: 'pushed' }, {}, '3 lost_needs --reason'],
    ['a guess beside the reason', { ...TOLD, factor: 'pushed' }, {}, 'lost'],
    ['a placeholder', { ...TOLD, words: '特になし' }, {}, '3 words_placeholder'],
    ['silence as words', { ...TOLD, words: 'メール無返信' }, {}, '3 words_silence'],
    ['silence as a fact', { ...TOLD, reason: 'other', fact: 'no reply' }, {}, '3 words_silence'],
    [
      'our sentence',
      { ...TOLD, words: 'Shall I hold the date for you' },
      { contacts: mails(['2025-07-01'], { text: 'Shall I hold the date for you?' }) },
      '3 words_ours',
    ],
    ['another reason, untold', { ...TOLD, reason: 'other' }, {}, '3 other_needs_fact'],
    ['another reason, told', { ...TOLD, reason: 'other', fact: 'their plant moved abroad' }, {}, 'lost'],
    ['undisclosed, never asked', { ...TOLD, reason: 'undisclosed' }, {}, '3 undisclosed_unasked'],
    ['undisclosed, asked', { ...TOLD, reason: 'undisclosed' }, { contacts: sent('lossreason') }, 'lost'],
    [
      'undisclosed, asked in vain',
      { ...TOLD, reason: 'undisclosed' },
      { contacts: sent('lossreason', '2025-07-10', { noAnswer: true }) },
      '3 undisclosed_unasked',
    ],
    ['a day to come back', { ...TOLD, revisitOn: '2026-02-01' }, {}, 'lost'],
    ['a day to come back that is over', { ...TOLD, revisitOn: '2025-08-01' }, {}, '2 past_day'],
    [
      'a day to come back to nobody',
      { ...TOLD, revisitOn: '2026-02-01' },
      { fields: { doNotContact: true } },
      '3 revisit_unwanted',
    ],
  ])('with %s', (_what, said, told, expected) => expect(verdict(lost(said), told)).toBe(expected));

  test.each<[string, Parameters<typeof claimOf>[2], Told, string]>([
    ['words and reason', { words: 'Too expensive for us.', reason: 'price' }, {}, 'lost'],
    ['a reason without their words for it', { reason: 'price' }, {}, '3 lost_needs_reason --words'],
    [
      'undisclosed, not asked since',
      { reason: 'undisclosed' },
      { contacts: sent('lossreason', '2025-07-01') },
      '3 undisclosed_unasked',
    ],
    ['undisclosed, asked since', { reason: 'undisclosed' }, { contacts: sent('lossreason', '2025-07-22') }, 'lost'],
  ])('after a “no”, with %s', (_what, said, told, expected) =>
    expect(verdict(lost(said), { ...told, before: NO })).toBe(expected),
  );

  test('keeps who said no and how, and their “no” itself where they keep the reason', () => {
    const contacts = sent('lossreason', '2025-07-22');
    const deal = dealWith({ state: 'declined', closedOn: NO.on }, { contacts });
    const checked = checkOutcome(
      lost({ reason: 'undisclosed' }),
      { deal, contacts, outcome: NO },
      { today: ON as Outcome['on'], calendar: WEEKENDS },
    );
    expect(checked.outcome).toMatchObject({ words: 'We will pass.', who: 'Ms Sato', channel: 'email' });
  });
});

describe('the honest exits', () => {
  const told = sent('workback', '2025-07-10');
  const closed = sent('closefile', '2025-07-10');

  test.each<[string, EndedState, Parameters<typeof claimOf>[2], Told, string]>([
    ['won', 'won', {}, {}, 'won'],
    ['won with what decided it', 'won', { words: 'The schedule convinced us.' }, {}, 'won'],
    ['won with a placeholder', 'won', { words: 'n/a' }, {}, '3 words_placeholder'],
    ['won with a reason for a loss', 'won', { reason: 'price' }, {}, '2 only_for'],
    ['won with a day to come back', 'won', { revisitOn: '2026-01-01' }, {}, '2 only_for'],
    ['declined by nobody', 'declined', {}, {}, '3 declined_needs --who --channel'],
    ['declined', 'declined', { who: 'Ms Sato', channel: 'phone' }, {}, 'declined'],
    ['declined by silence', 'declined', { who: 'Ms Sato', channel: 'email', words: 'no reply' }, {}, '3 words_silence'],
    ['declined with a reason', 'declined', { who: 'Ms Sato', channel: 'phone', reason: 'price' }, {}, '2 only_for'],
    ['withdrawn without a goal', 'withdrawn', {}, { contacts: told }, '3 withdrawn_no_day'],
    ['withdrawn, told and over', 'withdrawn', {}, { fields: CHAIN, contacts: told }, 'withdrawn'],
    ['withdrawn, over and not told', 'withdrawn', {}, { fields: CHAIN }, '3 withdrawn_untold'],
    ['withdrawn for our reason', 'withdrawn', { fact: 'no capacity until May' }, {}, 'withdrawn'],
    ['withdrawn for silence', 'withdrawn', { fact: '見込みが薄い' }, { fields: CHAIN }, '3 words_silence'],
    ['withdrawn for nothing', 'withdrawn', { fact: 'なし' }, {}, '3 words_placeholder'],
    ['dormant without a closing note', 'dormant', { revisitOn: '2026-01-01' }, {}, '3 dormant_no_closefile'],
    ['dormant without a day', 'dormant', {}, { contacts: closed }, '3 dormant_needs --revisit'],
    ['dormant', 'dormant', { revisitOn: '2026-01-01' }, { contacts: closed }, 'dormant'],
    [
      'dormant, silence told as a fact',
      'dormant',
      { revisitOn: '2026-01-01', fact: 'no reply since May' },
      { contacts: closed },
      'dormant',
    ],
    [
      'dormant after an answer',
      'dormant',
      { revisitOn: '2026-01-01' },
      { contacts: [...closed, ...spoken('2025-07-15')] },
      '3 dormant_no_closefile',
    ],
    [
      'dormant where they wish no contact',
      'dormant',
      {},
      { contacts: closed, fields: { doNotContact: true } },
      '3 revisit_unwanted',
    ],
    ['void without a fact', 'void', { words: 'We are closing.' }, {}, '3 void_needs --fact'],
    ['void without a source', 'void', { fact: 'company closed' }, {}, '3 void_needs --words'],
    ['void', 'void', { fact: 'company closed', words: 'We close in March.' }, {}, 'void'],
    ['a duplicate', 'void', { fact: 'duplicate of #3' }, {}, 'void'],
    ['重複', 'void', { fact: '＃３と重複' }, {}, 'void'],
    ['a duplicate of nothing', 'void', { fact: 'duplicate' }, {}, '3 void_needs --words'],
    ['void for silence', 'void', { fact: 'unresponsive', words: 'We close.' }, {}, '3 words_silence'],
  ])('%s', (_what, state, said, record, expected) => expect(verdict(claimOf(state, ON, said), record)).toBe(expected));

  test('the last useful day itself is not over', () => {
    const record = { fields: CHAIN, contacts: told };
    expect(verdict(claimOf('withdrawn', '2025-08-08'), record)).toBe('3 withdrawn_early');
    expect(verdict(claimOf('withdrawn', '2025-08-09'), record)).toBe('withdrawn');
  });

  test.each<[EndedState, EndedState, string]>([
    ['dormant', 'lost', 'lost'],
    ['dormant', 'won', 'won'],
    ['declined', 'won', 'won'],
    ['won', 'lost', '1 ended_already'],
    ['void', 'lost', '1 ended_already'],
    ['withdrawn', 'lost', '1 ended_already'],
    ['lost', 'won', '1 ended_already'],
    ['lost', 'lost', '1 ended_already'],
  ])('from %s to %s: %s', (from, to, expected) => {
    const said = to === 'lost' ? TOLD : {};
    expect(verdict(claimOf(to, ON, said), { before: claimOf(from, '2025-07-01') })).toBe(expected);
  });
});

describe('the seal on a checked outcome', () => {
  const deal = dealWith();
  const record = { deal, contacts: [], outcome: null };
  const checked = checkOutcome(claimOf('lost', ON, TOLD), record, { today: TODAY, calendar: WEEKENDS });

  test('holds for the deal it was made for, and for no other', () => {
    expect(() => assertChecked(checked, 1)).not.toThrow();
    expect(() => assertChecked(checked, 2)).toThrow('unlawful_end');
  });

  test('cannot be forged, copied or changed afterwards', () => {
    const forged = { dealId: 1, outcome: claimOf('lost', ON), closedOn: null };
    for (const it of [forged, { ...checked }, Object.create(checked), null]) {
      expect(() => assertChecked(it as unknown as CheckedOutcome, 1)).toThrow('unlawful_end');
    }
    expect(() => Object.assign(checked.outcome, { words: null })).toThrow(TypeError);
  });

  test('is never put on a loss that another system tells', () => {
    const { outcome } = importedOutcome('lost', 'price', TODAY, null);
    expect(outcome).toMatchObject({ state: 'declined', reason: null, words: null, fact: 'price' });
  });
});

describe('codes go by their names', () => {
  const reading = { today: TODAY, playbooks: (['en', 'ja'] as const).map(builtInPlaybook) };
  const reasonOf = (reason: string): string | null => readClaim('lost', { reason }, reading).reason;

  test.each(['en', 'ja'] as const)('every reason and factor, in %s', (language) => {
    const { reasons, factors } = builtInPlaybook(language);
    for (const code of REASON_CODES) expect([reasonOf(code), reasonOf(reasons[code])]).toEqual([code, code]);
    for (const code of FACTOR_CODES) expect(readClaim('lost', { factor: factors[code] }, reading).factor).toBe(code);
  });

  test.each([
    ['予算がない', 'budget'],
    ['ＰＲＩＣＥ', 'price'],
    ['Price too high', 'price'],
    ['その他', 'other'],
    ['失敗が怖い', 'indecision'],
  ])('%s is %s', (name, code) => expect(reasonOf(name)).toBe(code));

  test.each([
    ['no reply', 'words_silence'],
    ['温度感が低い', 'words_silence'],
    ['left-alone', 'bad_reason'],
    ['expensive', 'bad_reason'],
    ['', 'bad_reason'],
  ])('%j is none', (name, problem) => expect(() => reasonOf(name)).toThrow(problem));

  test.each([
    ['lost', 'lost'],
    ['失注', 'lost'],
    ['WON', 'won'],
    ['自社撤退', 'withdrawn'],
  ])('%s ends as %s', (name, state) => expect(readEndedState(name, reading)).toBe(state));

  test.each(['open', '商談中', 'closed', 'unresponsive'])('%s is no end', (name) =>
    expect(() => readEndedState(name, reading)).toThrow('bad_choice'),
  );
});
