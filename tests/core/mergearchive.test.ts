import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameArchive, mergeArchived } from '../../src/core/mergearchive.ts';
import { restoredOutcomes } from '../../src/core/outcome.ts';
import { anyDeals, archivedDeal } from '../support/archives.ts';
import { contacts, day, promise, question, TODAY } from '../support/deals.ts';
import { claimOf, TOLD } from '../support/endings.ts';

type Fields = Parameters<typeof archivedDeal>[0];
const merged = (here: Fields, there: Fields) => mergeArchived(archivedDeal(here), archivedDeal(there), TODAY);
const loss = claimOf('lost', '2025-07-20', TOLD);
const no = claimOf('declined', '2025-07-10', { who: 'Ms Sato', channel: 'phone' });
const win = claimOf('won', '2025-07-15');

test('of any two, no row is lost, what is known stays known, and a second time changes nothing', () => {
  fc.assert(
    fc.property(anyDeals, anyDeals, ([here = archivedDeal()], [there = archivedDeal()]) => {
      const once = mergeArchived(here, there, TODAY);
      for (const part of ['contacts', 'promises', 'questions', 'materials', 'slips', 'outcomes'] as const) {
        expect(once[part].length).toBeGreaterThanOrEqual(Math.max(here[part].length, there[part].length));
      }
      expect(new Set(once.contacts.map(({ n }) => n)).size).toBe(once.contacts.length);
      expect([once.uid, once.doNotContact]).toEqual([here.uid, here.doNotContact || there.doNotContact]);
      expect(() => restoredOutcomes(once)).not.toThrow();
      expect(mergeArchived(once, there, TODAY)).toEqual(once);
    }),
  );
});

describe('fields', () => {
  test.each([
    ['what the archive knows holds', { rival: 'Mori' }, { rival: 'Sato' }, { rival: 'Sato' }],
    [
      'what it does not know takes nothing away',
      { rival: 'Mori', slots: [TODAY] },
      {},
      { rival: 'Mori', slots: [TODAY] },
    ],
    [
      'another amount comes with its currency',
      { amount: 1, currency: 'JPY' },
      { amount: 2 },
      { amount: 2, currency: null },
    ],
    ['the same amount keeps it', { amount: 1, currency: 'JPY' }, { amount: 1 }, { amount: 1, currency: 'JPY' }],
    [
      'another reason to meet comes with its day',
      { next: 'hours', nextOn: TODAY, booked: true },
      { next: 'figures' },
      { next: 'figures', nextOn: null, booked: false },
    ],
    ['no contact is never taken back', { doNotContact: true }, { doNotContact: false }, { doNotContact: true }],
    ['no contact comes in', {}, { doNotContact: true }, { doNotContact: true }],
    [
      'the longer quiet holds',
      { holdUntilOn: day('2025-09-01'), holdWords: 'autumn' },
      { holdUntilOn: day('2025-08-01'), holdWords: 'August' },
      { holdUntilOn: '2025-09-01', holdWords: 'autumn' },
    ],
    [
      'a later quiet comes in with its words',
      { holdUntilOn: day('2025-08-01'), holdWords: 'August' },
      { holdUntilOn: day('2025-09-01'), holdWords: 'autumn' },
      { holdUntilOn: '2025-09-01', holdWords: 'autumn' },
    ],
  ])('%s', (_what, here, there, expected) => {
    expect(merged(here, there)).toMatchObject(expected);
  });
});

describe('history', () => {
  test('gains the rows that are missing, numbered on, and loses none', () => {
    const ours = contacts({ on: '2025-07-01', text: 'a' }, { on: '2025-07-02', text: 'b' });
    const theirs = contacts({ on: '2025-07-02', text: 'b' }, { on: '2025-07-03', text: 'c' });
    const found = merged({ contacts: ours }, { contacts: theirs }).contacts;
    expect(found.map(({ n, text }) => [n, text])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
  });

  test('of two alike, one stands for one', () => {
    const twice = contacts({ on: '2025-07-01' }, { on: '2025-07-01' });
    expect(merged({ contacts: twice.slice(0, 1) }, { contacts: twice }).contacts).toHaveLength(2);
    expect(merged({ contacts: twice }, { contacts: twice.slice(0, 1) }).contacts).toHaveLength(2);
  });

  test('learns that a promise was kept and a question answered, and forgets neither', () => {
    const kept = promise('2025-07-30', { keptOn: day('2025-07-21') });
    const answered = question('2025-07-10', { answeredOn: day('2025-07-11'), answer: 'a week' });
    for (const [here, there] of [
      [
        { promises: [promise('2025-07-30')], questions: [question('2025-07-10')] },
        { promises: [kept], questions: [answered] },
      ],
      [
        { promises: [kept], questions: [answered] },
        { promises: [promise('2025-07-30')], questions: [question('2025-07-10')] },
      ],
    ] as const) {
      expect(merged(here, there)).toMatchObject({ promises: [kept], questions: [answered] });
    }
  });

  test('the later word about a material holds', () => {
    const wanted = {
      code: 'roi',
      status: 'wanted',
      on: day('2025-07-01'),
      wantedOn: day('2025-07-01'),
      suppliedOn: null,
    } as const;
    const supplied = { ...wanted, status: 'supplied', on: day('2025-07-09'), suppliedOn: day('2025-07-09') } as const;
    expect(merged({ materials: [wanted] }, { materials: [supplied] }).materials).toEqual([supplied]);
    expect(merged({ materials: [supplied] }, { materials: [wanted] }).materials).toEqual([supplied]);
  });

  test('a decision day that moves is a slip, once', () => {
    const [from, to] = [day('2025-08-01'), day('2025-09-01')];
    expect(merged({ decisionOn: from }, { decisionOn: to }).slips).toEqual([{ from, to, on: TODAY }]);
    const told = { from, to, on: day('2025-07-15') };
    expect(merged({ decisionOn: from }, { decisionOn: to, slips: [told] }).slips).toEqual([told]);
  });

  test('merged again, nothing changes any more', () => {
    const here = archivedDeal({ decisionOn: day('2025-08-01'), contacts: contacts({ on: '2025-07-01' }) });
    const there = archivedDeal({
      decisionOn: day('2025-09-01'),
      contacts: contacts({ on: '2025-07-04' }),
      rival: 'Sato',
    });
    const once = mergeArchived(here, there, TODAY);
    expect(isSameArchive(here, once)).toBe(false);
    expect(isSameArchive(once, mergeArchived(once, there, TODAY))).toBe(true);
  });
});

describe('ends', () => {
  const ended = (...outcomes: readonly (typeof loss)[]) => {
    const last = outcomes.at(-1);
    return { state: last?.state ?? 'open', closedOn: last?.on ?? null, outcomes } as const;
  };

  test.each([
    ['an open deal', {}, ended(loss), ended(loss)],
    ['a “no” whose reason was out', ended(no), ended(no, loss), ended(no, loss)],
  ])('come in for %s', (_what, here, there, expected) => {
    expect(merged(here, there)).toMatchObject(expected);
  });

  test.each([
    ['where it has ended otherwise', ended(win), ended(loss), { state: 'won', outcomes: [loss, win] }],
    ['where it was opened again since', { outcomes: [no] }, ended(no), { state: 'open', outcomes: [no] }],
    ['where it is open there', ended(win), {}, { state: 'won', outcomes: [win] }],
  ])('stay as they are %s', (_what, here, there, expected) => {
    expect(merged(here, there)).toMatchObject(expected);
  });
});
