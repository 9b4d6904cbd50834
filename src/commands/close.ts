import type { Command } from 'commander';
import { addBusinessDays } from '../core/calendar.ts';
import { type ClaimFlags, type ClaimReading, readClaim, readEndedState } from '../core/claim.ts';
import type { Day } from '../core/day.ts';
import { ENDED_STATES, LANGUAGES, type Outcome } from '../core/deal.ts';
import type { EndGround } from '../core/dealrecord.ts';
import { decideDraft } from '../core/draftable.ts';
import { BadInput } from '../core/failure.ts';
import { builtInPlaybook } from '../exchange/playbooks.ts';
import type { Dossier } from '../store/dossier.ts';
import { closedView } from '../views/closed.ts';
import { askState, completed } from './closing.ts';
import { conclude, endsHold } from './conclude.ts';
import { type Context, calendarOf, placementOf, remark } from './context.ts';
import { findDeal } from './find.ts';
import { declare, withOptions } from './option.ts';
import { sayDeal } from './say.ts';

const FLAGS = [
  '--words <text>',
  '--who <name>',
  '--channel <channel>',
  '--on <day>',
  '--reason <code>',
  '--factor <code>',
  '--fact <text>',
  '--revisit <day>',
];

export function addClose(program: Command, context: Context): void {
  withOptions(declare(program, context, 'close <deal> [outcome]'), context, ...FLAGS).action(
    (query: string | undefined, outcome: string | undefined, flags: ClaimFlags) =>
      close(context, query, outcome, flags),
  );
}

export async function close(
  context: Context,
  query: string | undefined,
  named: string | undefined,
  flags: ClaimFlags,
): Promise<void> {
  const { terminal, today } = context;
  const reading: ClaimReading = { today, playbooks: LANGUAGES.map(builtInPlaybook) };
  if (named === undefined && !terminal.ask) throw new BadInput('missing', { flag: '<outcome>', command: 'close' });
  const given = named === undefined ? undefined : readEndedState(named, reading);
  // A mistyped flag is said before anything is asked.
  readClaim(given ?? 'won', flags, reading);
  const dossier = await findDeal(context, query, 'open');
  const ground = { today, calendar: await calendarOf(context) };
  const state = given ?? (terminal.ask ? await askState(context, terminal.ask, ENDED_STATES) : 'won');
  const told = readClaim(state, flags, reading);
  const claim = terminal.ask
    ? await completed({ context, ask: terminal.ask, dossier, ground, asked: new Set() }, told, flags.on !== undefined)
    : told;
  if (claim) return record(context, dossier, claim, ground);
  remark(context, context.words.close.staysOpen(dossier.deal.id));
  await sayDeal(context, dossier);
}

async function record(context: Context, shown: Dossier, claim: Outcome, ground: EndGround): Promise<void> {
  const { deal } = shown;
  const store = await context.store();
  const { outcome, dossier } = await store.change(
    'close',
    async (book) => {
      // The gate looks at the book as it is now, not as it was when the rep began to answer.
      const current = await book.dossier(deal.id);
      if (!current) return { outcome: null, dossier: undefined };
      const kept = await conclude(book, current, claim, ground);
      await book.settle();
      return { outcome: kept, dossier: await book.dossier(deal.id) };
    },
    shown,
  );
  if (!outcome || !dossier) return;
  const askWhy = await askWhyBy(context, dossier, ground);
  remark(
    context,
    closedView(deal.id, outcome, { askWhyBy: askWhy, isQuietOver: endsHold(deal, outcome) }, context.page),
  );
  await sayDeal(context, dossier);
}

/** Returns the last day for asking why, where the customer said no, may be written to and was not asked yet. */
async function askWhyBy(context: Context, { deal }: Dossier, { calendar, today }: EndGround): Promise<Day | null> {
  const { state, closedOn, figures } = deal;
  if (state !== 'declined' || !closedOn) return null;
  if (figures.lossreasonOn && figures.lossreasonOn >= closedOn) return null;
  const until = addBusinessDays(calendar, closedOn, context.rule.declined_until);
  if (until < today) return null;
  // What `draft` would refuse is not advised.
  return 'angle' in decideDraft(await placementOf(context, deal), 'lossreason') ? until : null;
}
