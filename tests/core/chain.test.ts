import { describe, expect, test } from 'vitest';
import { type Calendar, createCalendar } from '../../src/core/calendar.ts';
import { isApprovalLate, NO_CHAIN, nextMilestone, workBack } from '../../src/core/chain.ts';
import { readClosedDays } from '../../src/core/closedday.ts';
import { blankDeal, type DealFields } from '../../src/core/deal.ts';
import { day, placed, WEEKENDS } from '../support/deals.ts';

type Facts = Partial<DealFields>;

/** Closed at the year's end, as Japanese offices are. */
const YEAR_END = createCalendar(() => undefined, readClosedDays('12-29..01-03') ?? undefined);

const chainOf = (facts: Facts, calendar: Calendar = WEEKENDS) => workBack({ ...blankDeal('Aoki'), ...facts }, calendar);
const daysOf = (facts: Facts, calendar?: Calendar) =>
  chainOf(facts, calendar).links.map(({ link, on }) => `${link} ${on}`);

const HIRING: Facts = {
  goalOn: day('2025-09-30'),
  lead: '1mo',
  slots: [day('2025-08-22')],
  prep: '14d',
  approval: '5bd',
};

describe('the trades', () => {
  test.each<[string, Facts, string, string, Calendar?]>([
    ['hiring event', HIRING, '2025-08-08', '2025-08-01'],
    ['office move', { goalOn: day('2026-04-01'), lead: '6mo', approval: '10bd' }, '2025-10-01', '2025-09-17'],
    [
      'lease notice to the month’s end',
      { goalOn: day('2026-03-31'), lead: '6mo', approval: '10bd' },
      '2025-09-30',
      '2025-09-16',
    ],
    ['trade-fair stand', { goalOn: day('2025-11-19'), lead: '3mo', approval: '5bd' }, '2025-08-19', '2025-08-12'],
    ['website', { goalOn: day('2026-04-01'), lead: '3mo', approval: '10bd' }, '2025-12-26', '2025-12-12', YEAR_END],
    [
      'website, the office open',
      { goalOn: day('2026-04-01'), lead: '3mo', approval: '10bd' },
      '2026-01-01',
      '2025-12-18',
    ],
    ['accounting system', { goalOn: day('2025-12-01'), approval: '10bd' }, '2025-12-01', '2025-11-17'],
    ['system by April', { goalOn: day('2026-04-01'), lead: '4mo', approval: '10bd' }, '2025-12-01', '2025-11-17'],
  ])('%s', (_, facts, latestUsefulOn, approvalStartOn, calendar) => {
    expect(chainOf(facts, calendar)).toMatchObject({ latestUsefulOn, approvalStartOn, contradiction: null });
  });
});

test('without a goal day there is no chain, whatever else is known', () => {
  expect(chainOf({ ...HIRING, goalOn: null, offerUntilOn: day('2025-08-01') })).toEqual(NO_CHAIN);
});

test('a goal day alone is the latest useful day', () => {
  expect(chainOf({ goalOn: day('2025-09-30') })).toEqual({
    links: [{ link: 'goal', on: '2025-09-30', source: 'customer' }],
    latestUsefulOn: '2025-09-30',
    approvalStartOn: null,
    contradiction: null,
  });
});

describe('month’s ends', () => {
  test.each([
    ['2025-09-30', '1mo', '2025-08-29'],
    ['2025-07-31', '1mo', '2025-06-30'],
    ['2025-10-30', '1mo', '2025-09-30'],
    ['2025-03-31', '1mo', '2025-02-28'],
    ['2024-03-31', '1mo', '2024-02-29'],
    ['2026-02-28', '1mo', '2026-01-30'],
    ['2026-01-15', '2mo', '2025-11-14'],
  ])('%s less %s is useful until %s', (goalOn, lead, latestUsefulOn) => {
    expect(chainOf({ goalOn: day(goalOn), lead }).latestUsefulOn).toBe(latestUsefulOn);
  });

  test('the end of a month less a month is the end of a month', () => {
    expect(daysOf({ ...HIRING, approval: null })).toEqual([
      'goal 2025-09-30',
      'lead 2025-08-31',
      'slot 2025-08-22',
      'prep 2025-08-08',
    ]);
  });
});

describe('closed days', () => {
  const CLOSED = createCalendar(() => undefined, readClosedDays('2025-08-13..2025-08-15') ?? undefined);

  test.each<[string, Facts, string, string | null]>([
    ['the lead ends on a closed day', { goalOn: day('2025-08-22'), lead: '7d' }, '2025-08-12', null],
    ['the goal is on a closed day', { goalOn: day('2025-08-16') }, '2025-08-12', null],
    ['the preparation starts on a closed day', { goalOn: day('2025-08-28'), prep: '2w' }, '2025-08-12', null],
    ['approval would start on a closed day', { goalOn: day('2025-08-21'), approval: '7d' }, '2025-08-21', '2025-08-12'],
    ['business days skip them', { goalOn: day('2025-08-18'), approval: '1bd' }, '2025-08-18', '2025-08-12'],
    [
      'the offer ends on a closed day',
      { goalOn: day('2025-09-30'), offerUntilOn: day('2025-08-15') },
      '2025-08-12',
      null,
    ],
    [
      'a slot is a day of ours and stays',
      { goalOn: day('2025-09-30'), slots: [day('2025-08-16')], prep: '1d' },
      '2025-08-12',
      null,
    ],
  ])('%s: earlier', (_, facts, latestUsefulOn, approvalStartOn) => {
    expect(chainOf(facts, CLOSED)).toMatchObject({ latestUsefulOn, approvalStartOn });
  });
});

describe('slots', () => {
  const slots = ['2025-08-22', '2025-08-29', '2025-09-05', '2025-07-25'].map(day);

  test('the last one in time', () => {
    expect(daysOf({ ...HIRING, slots, prep: null, approval: null })).toContain('slot 2025-08-29');
    expect(daysOf({ goalOn: day('2025-08-29'), slots })).toContain('slot 2025-08-29');
    expect(daysOf({ goalOn: day('2025-08-28'), slots })).toContain('slot 2025-08-22');
  });

  test('the lead may end on a weekend where a slot follows', () => {
    expect(daysOf({ goalOn: day('2025-08-31'), lead: '1d', slots: [day('2025-08-30')] })).toEqual([
      'goal 2025-08-31',
      'lead 2025-08-30',
      'slot 2025-08-30',
    ]);
  });

  test('none in time: no useful day can be named', () => {
    expect(chainOf({ ...HIRING, slots: [day('2025-09-01')] })).toMatchObject({
      latestUsefulOn: null,
      approvalStartOn: null,
      contradiction: 'no-slot',
    });
    expect(placed({ ...HIRING, slots: [day('2025-09-01')] })).toMatchObject({ conflict: true, milestone: null });
  });
});

test('our offer’s end counts where it comes first', () => {
  expect(chainOf({ ...HIRING, offerUntilOn: day('2025-07-31') })).toMatchObject({
    latestUsefulOn: '2025-07-31',
    approvalStartOn: '2025-07-24',
  });
  expect(daysOf({ ...HIRING, offerUntilOn: day('2025-08-08') })).not.toContain('offer 2025-08-08');
  expect(chainOf({ ...HIRING, offerUntilOn: day('2025-08-31') }).latestUsefulOn).toBe('2025-08-08');
});

test('an order that may not be placed before the latest useful day is a contradiction', () => {
  const notBefore = (text: string) => chainOf({ ...HIRING, notBeforeOn: day(text) });
  expect(notBefore('2025-08-08')).toMatchObject({ contradiction: null });
  expect(notBefore('2025-08-09')).toMatchObject({ contradiction: 'not-before', latestUsefulOn: '2025-08-08' });
  expect(placed({ ...HIRING, notBeforeOn: day('2025-08-09') }).conflict).toBe(true);
});

test('each link says whose fact it is; what the rep assumed says so', () => {
  const facts = { ...HIRING, offerUntilOn: day('2025-08-01'), notBeforeOn: day('2025-07-01') };
  const sources = (more: Facts) =>
    Object.fromEntries(chainOf({ ...facts, ...more }).links.map((it) => [it.link, it.source]));
  const known = {
    ...{ goal: 'customer', lead: 'standard', slot: 'standard', prep: 'standard', offer: 'standard' },
    ...{ approval: 'customer', 'not-before': 'customer' },
  };
  expect(sources({})).toEqual(known);
  expect(sources({ assumed: ['lead', 'approval'] })).toEqual({ ...known, lead: 'assumed', approval: 'assumed' });
});

describe('the next milestone', () => {
  const chain = chainOf(HIRING);

  test.each([
    ['2025-07-22', 'approval_start', '2025-08-01', 10, false],
    ['2025-08-01', 'approval_start', '2025-08-01', 0, false],
    ['2025-08-02', 'latest_useful', '2025-08-08', 6, true],
    ['2025-08-08', 'latest_useful', '2025-08-08', 0, true],
    ['2025-08-09', 'latest_useful', '2025-08-08', -1, false],
  ])('on %s', (today, code, on, daysLeft, isLate) => {
    expect(nextMilestone(chain, day(today))).toEqual({ code, on, daysLeft });
    expect(isApprovalLate(chain, day(today))).toBe(isLate);
  });

  test('there is none without a chain', () => {
    expect(nextMilestone(NO_CHAIN, day('2025-07-22'))).toBe(null);
  });
});
