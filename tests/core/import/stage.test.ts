import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { State } from '../../../src/core/deal.ts';
import { isEndWord, readStage, stageKey, stateOfAnswers, stateOfStages } from '../../../src/core/import/stage.ts';
import { STAGE_WORDS } from '../../../src/core/import/stagewords.ts';

const KNOWN: Partial<Record<State, readonly string[]>> = {
  open: [
    ...['open', 'New', 'Prospecting', 'Qualification', 'Engaging', 'Needs Analysis', 'Value Proposition'],
    ...[
      'Id. Decision Makers',
      'Proposal/Price Quote',
      'Negotiation/Review',
      'Discovery',
      'Lead In',
      'Contact Made',
      'Demo Scheduled',
    ],
    ...['appointmentscheduled', 'qualifiedtobuy', 'presentationscheduled', 'decisionmakerboughtin', 'contractsent'],
    ...[
      'Appointment Scheduled (Sales Pipeline)',
      'PREPARATION',
      'PREPAYMENT_INVOICE',
      'EXECUTING',
      'C2:NEW',
      'Proposition',
    ],
    ...[
      '1. Qualification',
      '03_提案',
      '①提案',
      'A:提案',
      'Stage 3 - Proposal',
      '90% - Commit',
      '(3) 提案',
      'フェーズ2 提案',
      '提案(60%)',
    ],
    ...[
      'Negotiation 80%',
      '🔥 Negotiation',
      '見込み',
      '要件確認',
      '交渉',
      '商談中',
      '口頭内示',
      '保留',
      'ペンディング',
      '凍結',
      '受注見込み',
      '受注予定',
    ],
    ...['IN_PROGRESS', 'On Hold', '最終調整', '稟議中', '2回目商談', 'Ｐｒｏｐｏｓａｌ', '見積 提出'],
    ...['提案（受注見込み）', 'Proposal (likely won)', '提案（2回目）'],
  ],
  won: [
    ...[
      'Won',
      'Closed Won',
      'closed-won',
      'Closed/Won',
      'closedwon',
      'CLOSED_WON',
      'C1:WON',
      'WON',
      '6. Closed Won',
      '🎉 Closed Won',
    ],
    ...[
      'Closed Won (Sales Pipeline)',
      '受注',
      '受注確定',
      '受注済',
      '⑤受注',
      '受注(100%)',
      '受注★',
      '成約',
      '契約締結',
    ],
  ],
  declined: [
    ...[
      'Lost',
      'Closed Lost',
      'closedlost',
      'LOSE',
      'APOLOGY',
      'Closed Lost to Competition',
      'Closed-Lost to Competition',
      '0% - Lost',
    ],
    ...['失注', '他決', '見送り', '失注（価格）', '競合負け', '99_失注', 'Out-Sold', '失注(0%)'],
  ],
  withdrawn: ['辞退', '撤退', 'Disqualified', '取り下げ'],
  dormant: ['休眠', '自然消滅', 'dormant'],
  void: ['中止', 'キャンセル', 'Canceled', 'Cancelled', '重複', '案件消滅'],
};

test.each(Object.entries(KNOWN).flatMap(([state, words]) => words.map((word) => [word, state] as const)))(
  '%j is %s',
  (word, state) => expect(readStage(word)?.state).toBe(state),
);

test.each([
  ...[
    '',
    '1',
    'A',
    '90%',
    '完了',
    'Closed',
    'Done',
    'クローズ',
    'complete',
    '未受注',
    'Not won',
    'won?',
    '受注?',
    '失注？',
    'mood',
  ],
  ...[
    '受注（内示）',
    '受注（見込み）',
    'Won (pending signature)',
    '失注（見込み）',
    'Lost (likely)',
    '受注 50%',
    '50% Closed Won',
    'Lost 30%',
  ],
  ...[
    '契約',
    'Success',
    '提案(失注)',
    'Proposal (lost)',
    '商談中（受注）',
    '見積提出済（他決）',
    'Negotiation [Closed Lost]',
    '失注（受注）',
  ],
])('%j is not known', (word) => expect(readStage(word)).toBeNull());

test('a reason in brackets is kept', () => {
  expect(readStage('失注（価格）')).toEqual({ state: 'declined', reason: '価格' });
  expect(readStage('Closed Lost (Sales Pipeline)')).toEqual({ state: 'declined', reason: null });
});

test.each(['Closed Won', 'lost', 'CLOSED_LOST', '受注', '失注', '他決', '見送り', '辞退', 'Cancelled', '自然消滅'])(
  '%j is the end of a deal',
  (word) => expect(isEndWord(word)).toBe(true),
);
test.each([
  '',
  'open',
  '提案中',
  '受注見込み',
  'NG',
  'signed',
  '重複',
  '対象外',
  'success',
  'lost and found',
  'Won (x)',
])('%j need not be one', (word) => expect(isEndWord(word)).toBe(false));

test('no word stands for two states', () => {
  const words = Object.values(STAGE_WORDS).flatMap((list) => list.map((word) => stageKey(word).replaceAll(' ', '')));
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

describe('stages of one row', () => {
  test.each([
    [['open', null], 'open'],
    [['open', 'declined'], 'declined'],
    [['won', 'open'], 'won'],
    [['won', null], 'won'],
    [['won', 'won'], 'won'],
    [[null, null], null],
    [[], null],
  ] as const)('%j are %s', (states, state) => expect(stateOfStages(states)).toBe(state));

  test('contradict each other as two different ends', () => {
    expect(() => stateOfStages(['won', 'declined'])).toThrow(expect.objectContaining({ code: 'state_conflict' }));
  });

  test.each([
    [{ won: true }, 'won'],
    [{ won: true, closed: true }, 'won'],
    [{ lost: true }, 'declined'],
    [{ won: false, closed: true }, 'declined'],
    [{ won: false, lost: false }, 'open'],
    [{ closed: false }, 'open'],
    [{ won: false, closed: false }, 'open'],
    [{ closed: true }, null],
    [{ won: false }, null],
    [{ lost: false }, null],
    [{}, null],
  ])('the answers %j are %s', (answers, state) => expect(stateOfAnswers(answers)).toBe(state));

  test.each([
    { won: true, lost: true },
    { won: true, closed: false },
    { lost: true, closed: false },
  ])('the answers %j contradict each other', (answers) => {
    expect(() => stateOfAnswers(answers)).toThrow(expect.objectContaining({ code: 'state_conflict' }));
  });
});

test('any text is a state or not known, in either width', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const wide = text.replace(/[!-~]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0));
      expect(readStage(wide)).toEqual(readStage(text));
    }),
  );
});
