import { type Calendar, createCalendar } from '../../src/core/calendar.ts';
import { DEFAULT_RULE } from '../../src/core/coefficients.ts';
import type { Day } from '../../src/core/day.ts';
import { blankDeal, type Contact, type Deal, type History, type Promised, type Question } from '../../src/core/deal.ts';
import { figuresOf } from '../../src/core/figures.ts';
import { STANDARD_SETS } from '../../src/core/material.ts';
import { type Placement, place } from '../../src/core/priority.ts';
import type { Ground, TrackedDeal } from '../../src/core/situation.ts';
import type { Term, TermCode } from '../../src/core/term.ts';

export const day = (text: string): Day => text as Day;

/** The day of the method's scenarios, a Tuesday. */
export const TODAY = day('2025-07-22');

/** Weekends only. */
export const WEEKENDS: Calendar = createCalendar();

export type Fields = Partial<Deal>;
export type Story = Partial<History>;
/** What a test tells of a contact; the rest is as in most of them. */
export type Told = Omit<Partial<Contact>, 'on'> & { readonly on: string };

/** A deal about which nothing raises a score: goal far away, route known, next step agreed. */
export const SETTLED: Fields = { goalOn: day('2026-12-31'), route: 'ringi', next: 'staff hours' };

export function groundOn(today: Day = TODAY, more: Partial<Ground> = {}): Ground {
  return { today, calendar: WEEKENDS, rule: DEFAULT_RULE, standardSets: STANDARD_SETS, medians: new Map(), ...more };
}

/** A deal as the book keeps it: fields that are not named are unknown, the history is folded. */
export function dealWith(fields: Fields = {}, story: Story = {}): TrackedDeal {
  const deal: Deal = {
    ...blankDeal('Aoki'),
    id: 1,
    state: 'open',
    closedOn: null,
    reason: null,
    revisitOn: null,
    holdUntilOn: null,
    holdSinceOn: null,
    holdWords: null,
    snoozeUntilOn: null,
    unknowns: {},
    ...fields,
  };
  return { ...deal, figures: figuresOf(deal, historyWith(story)) };
}

export function historyWith(story: Story): History {
  return { contacts: [], promises: [], questions: [], materials: [], ...story };
}

/** Contacts in the order they were recorded: each is a mail of ours unless it says otherwise. */
export function contacts(...told: readonly Told[]): Contact[] {
  return told.map((contact, index) => ({
    n: index + 1,
    from: 'us',
    channel: 'email',
    angle: null,
    statusOnly: false,
    gives: false,
    noAnswer: false,
    text: '',
    ...contact,
    on: day(contact.on),
  }));
}

/** The same mail of ours on each of these days. */
export function mails(days: readonly string[], more: Omit<Told, 'on'> = {}): Contact[] {
  return contacts(...days.map((on) => ({ ...more, on })));
}

export function promise(dueOn: string | null, more: Partial<Promised> = {}): Promised {
  return { n: 1, text: 'sheet', material: null, dueOn: dueOn as Day | null, keptOn: null, ...more };
}

export function question(askedOn: string, more: Partial<Question> = {}): Question {
  return { n: 1, text: 'how long?', doubt: null, askedOn: day(askedOn), answeredOn: null, answer: null, ...more };
}

/** Returns where such a deal stands; the scenarios' day and weekends only, unless the ground says otherwise. */
export function placed(fields: Fields = {}, story: Story = {}, ground: Partial<Ground> = {}): Placement {
  return place(dealWith(fields, story), groundOn(ground.today, ground));
}

/** Returns the points of each term by code, summed where a code counts twice. */
export function pointsOf({ terms }: Pick<Placement, 'terms'>): Partial<Record<TermCode, number>> {
  const points: Partial<Record<TermCode, number>> = {};
  for (const { code, points: more } of terms) points[code] = (points[code] ?? 0) + more;
  return points;
}

export function termOf({ terms }: Pick<Placement, 'terms'>, code: TermCode): Term | undefined {
  return terms.find((it) => it.code === code);
}
