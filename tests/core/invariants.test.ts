import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workBack } from '../../src/core/chain.ts';
import { DOUBT_CODES, MATERIAL_CODES, type MaterialCode } from '../../src/core/codes.ts';
import { afterContact } from '../../src/core/contact.ts';
import { addDays, type Day } from '../../src/core/day.ts';
import type { Contact } from '../../src/core/deal.ts';
import { idleTerms, unknownTerms } from '../../src/core/explain.ts';
import { openQuestions } from '../../src/core/guide.ts';
import { LISTS } from '../../src/core/lists.ts';
import { plan } from '../../src/core/plan.ts';
import { place } from '../../src/core/priority.ts';
import { compareRanks } from '../../src/core/rank.ts';
import type { TrackedDeal } from '../../src/core/situation.ts';
import { TERM_GROUPS } from '../../src/core/term.ts';
import { planJson } from '../../src/views/json.ts';
import { anyCase, type Case, future, lead, maybe, oneWayToday, past } from '../support/cases.ts';
import { dealWith, groundOn, TODAY, WEEKENDS } from '../support/deals.ts';

const MEDIANS = new Map([
  ['JPY', 1_000_000],
  ['', 1_000_000],
]);
const later = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 200 }));
const RUNS = { numRuns: 500 };

const deal = ({ fields, history: told }: Case): TrackedDeal => dealWith(fields, told);
const on = (today: Day) => groundOn(today, { medians: MEDIANS });
const scoreOn = (it: Case, today: Day = TODAY): number => place(deal(it), on(today)).score;

/** The case after a contact, as the book records it: an agreed next reason that it was about is used up. */
function withContact({ fields, history: told }: Case, contact: Omit<Contact, 'n'>): Case {
  const agreed = { next: null, nextOn: null, booked: false, ...fields };
  return {
    fields: { ...fields, ...afterContact(agreed, contact) },
    history: { ...told, contacts: [...told.contacts, { ...contact, n: told.contacts.length + 1 }] },
  };
}

/** The case after a material was handed over: it settles what was asked for and promised. */
function withSupplied({ fields, history: told }: Case, code: MaterialCode): Case {
  return {
    fields,
    history: {
      ...told,
      materials: [...told.materials.filter((it) => it.code !== code), { code, status: 'supplied', on: TODAY }],
      promises: told.promises.map((it) => (it.material === code && !it.keptOn ? { ...it, keptOn: TODAY } : it)),
    },
  };
}

describe('what we do never raises a score', () => {
  test('supplying a material', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...MATERIAL_CODES), later, (it, code, days) => {
        const today = addDays(TODAY, days);
        expect(scoreOn(withSupplied(it, code), today)).toBeLessThanOrEqual(scoreOn(it, today));
      }),
      RUNS,
    );
  });

  test('supplying a material with a message, on that day', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...MATERIAL_CODES), oneWayToday, (it, code, contact) => {
        const sent = withContact(withSupplied(it, code), { ...contact, gives: true, statusOnly: false });
        expect(scoreOn(sent)).toBeLessThanOrEqual(scoreOn(it));
      }),
      RUNS,
    );
  });

  test('a one-way contact of ours, on that day', () => {
    fc.assert(
      fc.property(anyCase, fc.array(oneWayToday, { minLength: 1, maxLength: 3 }), (it, sent) => {
        let before = it;
        for (const contact of sent) {
          const after = withContact(before, contact);
          expect(scoreOn(after)).toBeLessThanOrEqual(scoreOn(before));
          before = after;
        }
      }),
      RUNS,
    );
  });

  test('a status-only contact, on any later day, against the same contact with something in it', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(6), fc.boolean(), later, (it, place, gives, days) => {
        const { contacts } = it.history;
        const found = contacts[place % Math.max(1, contacts.length)];
        fc.pre(found !== undefined && found.from === 'us' && !found.noAnswer);
        const told = (change: Partial<Contact>): Case => ({
          ...it,
          history: {
            ...it.history,
            contacts: contacts.map((each) => (each === found ? { ...each, ...change } : each)),
          },
        });
        const today = addDays(TODAY, days);
        const statusOnly = scoreOn(told({ statusOnly: true, gives: false }), today);
        expect(statusOnly).toBeLessThanOrEqual(scoreOn(told({ statusOnly: false, gives }), today));
      }),
      RUNS,
    );
  });
});

describe('the customer’s days', () => {
  test('a nearer latest useful day never lowers the score', () => {
    const chains = fc.record({ lead, prep: lead, approval: lead });
    fc.assert(
      fc.property(anyCase, chains, future, fc.integer({ min: 1, max: 60 }), (it, chain, goalOn, days) => {
        const open: Case = {
          ...it,
          fields: { ...it.fields, ...chain, state: 'open', slots: [], offerUntilOn: null, goalOn },
        };
        const nearer: Case = { ...open, fields: { ...open.fields, goalOn: addDays(goalOn, -days) } };
        const latest = workBack(deal(nearer), WEEKENDS).latestUsefulOn;
        fc.pre(latest !== null && latest >= TODAY);
        expect(scoreOn(nearer)).toBeGreaterThanOrEqual(scoreOn(open));
      }),
      RUNS,
    );
  });

  test('nor does an earlier end of the offer that leaves the day ahead', () => {
    fc.assert(
      fc.property(anyCase, lead, fc.nat(90), fc.nat(90), (it, approval, days, more) => {
        const ending = (offerUntilOn: Day): Case => ({
          ...it,
          fields: { ...it.fields, approval, state: 'open', goalOn: addDays(TODAY, 200), slots: [], offerUntilOn },
        });
        const end = addDays(TODAY, days);
        const nearer = ending(end);
        fc.pre((workBack(deal(nearer), WEEKENDS).latestUsefulOn ?? TODAY) >= TODAY);
        expect(scoreOn(nearer)).toBeGreaterThanOrEqual(scoreOn(ending(addDays(end, more))));
      }),
      RUNS,
    );
  });
});

test('an answered question returns the score to where it was, and an open one never lowers it', () => {
  fc.assert(
    fc.property(anyCase, past, maybe(fc.constantFrom(...DOUBT_CODES)), later, (it, askedOn, doubt, days) => {
      const asked = (answeredOn: Day | null): Case => {
        const n = it.history.questions.length + 1;
        const question = { n, text: 'why?', doubt, askedOn, answeredOn, answer: null };
        return { ...it, history: { ...it.history, questions: [...it.history.questions, question] } };
      };
      const today = addDays(TODAY, days);
      expect(scoreOn(asked(TODAY), today)).toBe(scoreOn(it, today));
      expect(scoreOn(asked(null), today)).toBeGreaterThan(scoreOn(it, today));
    }),
    RUNS,
  );
});

test('brakes never cut into what is owed', () => {
  fc.assert(
    fc.property(anyCase, later, (it, days) => {
      const { terms, score, owed, gate, list } = place(deal(it), on(addDays(TODAY, days)));
      const owes = terms.filter(({ group }) => group === 'W');
      expect(owed).toBe(owes.length > 0);
      expect(score).toBeGreaterThanOrEqual(owes.reduce((total, { points }) => total + points, 0));
      if (owed && gate === null) expect(list).toBe('contact');
    }),
    RUNS,
  );
});

test('value never lifts a deal over an owed one', () => {
  fc.assert(
    fc.property(anyCase, anyCase, (one, other) => {
      const small = place(deal({ ...one, fields: { ...one.fields, amount: 1 } }), on(TODAY));
      const large = place({ ...deal(other), id: 2, amount: 1e12, currency: 'JPY' }, on(TODAY));
      fc.pre(small.owed && !large.owed);
      expect(compareRanks(small.rank, large.rank)).toBeLessThan(0);
      expect(compareRanks(large.rank, small.rank)).toBeGreaterThan(0);
    }),
    RUNS,
  );
});

test('time alone never changes a state, and nothing that is looked at is changed', () => {
  fc.assert(
    fc.property(anyCase, later, (it, days) => {
      const found = deal(it);
      const before = structuredClone(found);
      const day = plan([found], groundOn(addDays(TODAY, days)));
      openQuestions(found, on(addDays(TODAY, days)));
      expect(found).toEqual(before);
      for (const list of LISTS) for (const { deal } of day.lists[list]) expect(deal.state).toBe(before.state);
    }),
    RUNS,
  );
});

describe('unknown fields', () => {
  test('every term of an open deal is counted, unknown or idle, and nothing crashes', () => {
    fc.assert(
      fc.property(anyCase, later, (it, days) => {
        const placement = place(deal(it), on(addDays(TODAY, days)));
        const counted = new Set(placement.terms.map(({ code }) => code));
        const unknown = unknownTerms(placement).map(({ code }) => code);
        const idle = idleTerms(placement);
        expect([...counted, ...unknown, ...idle].sort()).toEqual(Object.keys(TERM_GROUPS).sort());
        expect(Number.isInteger(placement.score)).toBe(true);
        expect(placement.terms.every(({ points }) => Number.isInteger(points) && points !== 0)).toBe(true);
      }),
      RUNS,
    );
  });

  test('a deal of which nothing is known says so', () => {
    const unknown = unknownTerms(place(dealWith(), on(TODAY)));
    expect(unknown).toEqual([
      { code: 'milestone_near', facts: ['goalOn'] },
      { code: 'decision_after_latest', facts: ['decisionOn', 'goalOn'] },
      { code: 'decision_passed', facts: ['decisionOn'] },
      { code: 'decision_near', facts: ['decisionOn'] },
      { code: 'next_soon', facts: ['nextOn'] },
      { code: 'no_decision_date', facts: ['proposedOn'] },
      { code: 'essential_missing', facts: ['kind'] },
      { code: 'give_gap', facts: ['proposedOn', 'lastContactOn'] },
      { code: 'silence', facts: ['lastSignalOn'] },
      { code: 'value', facts: ['amount'] },
    ]);
  });
});

describe('the same book on the same day', () => {
  const books = fc
    .array(anyCase, { maxLength: 6 })
    .map((cases) => cases.map((it, index): TrackedDeal => ({ ...deal(it), id: index + 1 })));

  test('gives the same plan, in whatever order it is read', () => {
    fc.assert(
      fc.property(
        books.chain((book) => fc.tuple(fc.constant(book), fc.shuffledSubarray(book, { minLength: book.length }))),
        ([book, shuffled]) => {
          const unspread = { plannedOn: new Map(), backlog: null };
          expect(planJson(plan(shuffled, groundOn()), unspread, null)).toEqual(
            planJson(plan(book, groundOn()), unspread, null),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('gives the same figures, in whatever order the contacts are read', () => {
    fc.assert(
      fc.property(
        anyCase.chain((it) => {
          const { contacts } = it.history;
          return fc.tuple(fc.constant(it), fc.shuffledSubarray([...contacts], { minLength: contacts.length }));
        }),
        ([it, shuffled]) => {
          expect(deal({ ...it, history: { ...it.history, contacts: shuffled } })).toEqual(deal(it));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('puts each deal on one list, and on none only what has ended or must not be contacted', () => {
    fc.assert(
      fc.property(books, (book) => {
        const { lists } = plan(book, groundOn());
        const listed = LISTS.flatMap((name) => lists[name].map(({ deal: { id } }) => id));
        expect(new Set(listed).size).toBe(listed.length);
        const out = book.filter(({ id }) => !listed.includes(id));
        expect(out.every(({ state, doNotContact }) => state !== 'open' || doNotContact)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
