import type { Day } from '../core/day.ts';
import type { Period } from '../core/period.ts';
import type { Placement } from '../core/priority.ts';
import { type RepFigures, statusOnlyShare } from '../core/team.ts';
import { type Bar, barLines } from './bars.ts';
import { entryJson } from './json.ts';
import { indented, wrap } from './layout.ts';
import { legible } from './legible.ts';
import type { Page } from './page.ts';
import { periodName } from './review.ts';
import { ownerName, teamTable } from './teamtable.ts';

/** Every rep's figures by name, and the deals most in need. */
export interface TeamPage {
  readonly today: Day;
  readonly period: Period;
  readonly reps: readonly RepFigures[];
  readonly neediest: readonly Placement[];
}

/** More reps than these, seven lines each, are more than anybody turns pages for. */
const MOST_DRAWN = 12;
/** Below this many the bars of a team are not stretched over the whole line. */
const LEAST_SCALE = 6;

/** Returns the page as scripts read it. */
export function teamJson({ today, period, reps, neediest }: TeamPage) {
  return {
    today,
    period,
    reps: reps.map((rep) => ({ ...rep, statusOnlyShare: statusOnlyShare(rep) })),
    neediest: neediest.map(entryJson),
  };
}

/** Returns the deals most in need with whose they are, then the team rep by rep, all bars on one scale; many reps as a table. */
export function teamView({ today, period, reps, neediest }: TeamPage, page: Page): string {
  const { teamPage: team } = page.words;
  if (reps.length === 0) return wrap(team.nothing, page.width).join('\n');
  return [
    [
      ...wrap(team.title(page.days.header(today)), page.width).map((line) => page.paint.strong(line)),
      ...wrap(team.period(periodName(period, page)), page.width),
    ].join('\n'),
    [page.paint.strong(team.neediest), ...needLines(neediest, page)].join('\n'),
    ...repsView(reps, page),
    ...(reps.some(({ owner, open }) => owner === null && open > 0) ? [wrap(team.handOver, page.width).join('\n')] : []),
  ].join('\n\n');
}

function repsView(reps: readonly RepFigures[], page: Page): string[] {
  const table = page.width !== null && reps.length > MOST_DRAWN ? teamTable(reps, page.width, page) : null;
  return table === null ? repBlocks(reps, page) : [table];
}

function repBlocks(reps: readonly RepFigures[], page: Page): string[] {
  const scale = Math.max(LEAST_SCALE, ...reps.flatMap((it) => [it.owed, it.outstanding, it.collected, it.undated]));
  return reps.map((rep) => repBlock(rep, scale, page));
}

function repBlock(rep: RepFigures, scale: number, page: Page): string {
  const { teamPage: team } = page.words;
  const bar = (label: string, value: number, text = String(value)): Bar => ({ label, value, text });
  const name = team.rep(ownerName(rep.owner, page), rep.open);
  const bars = [
    bar(team.labels.owed, rep.owed, team.owed(rep.owed, rep.overdue)),
    bar(team.labels.outstanding, rep.outstanding),
    bar(team.labels.collected, rep.collected),
    bar(team.labels.undated, rep.undated),
    // A share has no place on a scale of deals.
    bar(team.labels.statusOnly, 0, team.statusOnly(rep.statusOnly, rep.contacts, percent(statusOnlyShare(rep)))),
  ];
  return [...wrap(name, page.width).map((line) => page.paint.strong(line)), ...barLines(bars, page, scale)].join('\n');
}

function needLines(neediest: readonly Placement[], page: Page): string[] {
  const { screens, teamPage: team, terms } = page.words;
  if (neediest.length === 0) return indented(team.noNeed, '  ', page.width);
  return neediest.flatMap(({ deal, terms: [first] }) => {
    const reason = first ? [terms.names[first.code], first.on ? page.days.short(first.on) : ''] : [];
    const names = [screens.customer(legible(deal.customer, page.words)), legible(deal.title, page.words)].filter(
      (it) => it !== '',
    );
    return [
      ...indented(`#${deal.id}  ${names.join(team.join)}`, '  ', page.width),
      ...indented(
        [ownerName(deal.owner, page), reason.filter((it) => it !== '').join(' ')]
          .filter((it) => it !== '')
          .join(team.join),
        '      ',
        page.width,
      ),
    ];
  });
}

function percent(share: number | null): number {
  return Math.round((share ?? 0) * 100);
}
