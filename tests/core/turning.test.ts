import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calendar, createCalendar } from '../../src/core/calendar.ts';
import { COEFFICIENTS, type CoefficientName, DEFAULT_RULE, type Rule } from '../../src/core/coefficients.ts';
import { addDays, type Day } from '../../src/core/day.ts';
import { weigh } from '../../src/core/priority.ts';
import type { Ground, TrackedDeal } from '../../src/core/situation.ts';
import { joiningDays } from '../../src/core/spread.ts';
import { type Joined, type Standing, standingsOf } from '../../src/core/standing.ts';
import { anyCase } from '../support/cases.ts';
import { dealWith, groundOn, TODAY, WEEKENDS } from '../support/deals.ts';

/** So many days are looked at, from one turning day to the next. */
const LOOKED_AHEAD_DAYS = 70;

/** A week of holidays, single ones, and weekends. */
const HOLIDAYS = createCalendar(
  undefined,
  (day) => (day >= '2025-08-11' && day <= '2025-08-15') || day.endsWith('-03') || day.endsWith('-23'),
);
const calendars = fc.constantFrom<Calendar>(WEEKENDS, HOLIDAYS);

/** The rule as it is, or with some of its numbers changed by the rep. */
const rules: fc.Arbitrary<Rule> = fc
  .dictionary(fc.constantFrom(...(Object.keys(COEFFICIENTS) as CoefficientName[])), fc.nat(25), { maxKeys: 6 })
  .map((own) => ({ ...DEFAULT_RULE, ...own }));

function standingOn(
  today: Day,
  deal: TrackedDeal,
  ground: Partial<Ground>,
  backOn: Day,
  joined: Joined = null,
): Standing | undefined {
  const on = groundOn(today, { medians: new Map([['JPY', 1_000_000]]), ...ground });
  const earlier = joiningDays({ ...on, pause: { since: null, backOn } }).map((day): Ground => ({ ...on, today: day }));
  return standingsOf([weigh(deal, on)], earlier, new Map([[deal.id, joined]]))[0];
}

describe('until the day on which it is said to turn', () => {
  test('a deal stands as it does', () => {
    const days = fc.record({ seen: fc.integer({ min: -30, max: 40 }), back: fc.integer({ min: 0, max: 12 }) });
    fc.assert(
      fc.property(anyCase, calendars, rules, days, ({ fields, history }, calendar, rule, { seen, back }) => {
        const deal = dealWith(fields, history);
        const today = addDays(TODAY, seen);
        const backOn = addDays(today, -back);
        let stood = standingOn(today, deal, { calendar, rule }, backOn);
        fc.pre(stood !== undefined);
        for (let days = 1; days <= LOOKED_AHEAD_DAYS && stood; days += 1) {
          const later = addDays(today, days);
          const stands = standingOn(later, deal, { calendar, rule }, backOn);
          if (stood.turnsOn && later >= stood.turnsOn) stood = stands;
          else expect({ ...stands, turnsOn: null }).toEqual({ ...stood, turnsOn: null });
        }
      }),
      { numRuns: 600 },
    );
  });

  test('and after it, it joined the list to contact when it did', () => {
    const days = fc.record({
      seen: fc.integer({ min: -30, max: 30 }),
      back: fc.nat(12),
      later: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(anyCase, calendars, days, ({ fields, history }, calendar, { seen, back, later }) => {
        const deal = dealWith(fields, history);
        const today = addDays(TODAY, seen);
        const backOn = addDays(today, -back);
        const stood = standingOn(today, deal, { calendar }, backOn);
        fc.pre(stood !== undefined && stood.joined !== null);
        const on = addDays(today, later);
        expect(standingOn(on, deal, { calendar }, backOn, stood?.joined)).toEqual(
          standingOn(on, deal, { calendar }, backOn),
        );
      }),
      { numRuns: 600 },
    );
  });

  test('an open deal that is on no list stays on none', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(90), ({ fields, history }, days) => {
        const deal = dealWith({ ...fields, state: 'open' }, history);
        fc.pre(standingOn(TODAY, deal, {}, TODAY) === undefined);
        expect(standingOn(addDays(TODAY, days), deal, {}, TODAY)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});

test('a deal of which nothing is due turns seldom', () => {
  const deal = dealWith({ goalOn: addDays(TODAY, 300), proposedOn: addDays(TODAY, -200), route: 'ringi' });
  const turning: Day[] = [];
  for (let today = TODAY; today < addDays(TODAY, 200); today = addDays(today, 1)) {
    const on = standingOn(today, deal, {}, today)?.turnsOn;
    if (on && !turning.includes(on)) turning.push(on);
  }
  expect(turning.length).toBeLessThanOrEqual(2);
});
