import { type Deal, LANGUAGES } from '../core/deal.ts';
import type { NoteFlags } from '../core/entry.ts';
import { BadInput, Cancelled } from '../core/failure.ts';
import { isSame } from '../core/meanwhile.ts';
import type { Placement } from '../core/priority.ts';
import type { Dossier } from '../store/dossier.ts';
import type { Ask, Key } from '../terminal/terminal.ts';
import { recordingFlags } from '../views/aftersending.ts';
import { candidateText } from '../views/candidate.ts';
import { changedView } from '../views/changed.ts';
import type { DealAct } from '../views/gowords.ts';
import { keysView } from '../views/keys.ts';
import { contactBlock } from '../views/today.ts';
import { whyView } from '../views/why.ts';
import { attempt } from './attempt.ts';
import { type Context, placementOf, remark, scopeOf } from './context.ts';
import { listedToday } from './daypage.ts';
import { draft } from './draft.ts';
import { workOnLetter } from './letter.ts';
import { note } from './note.ts';
import { readCount } from './option.ts';
import { show } from './show.ts';
import { snooze } from './snooze.ts';
import { today } from './today.ts';
import { toldAbout } from './told.ts';
import { why } from './why.ts';

interface GoOptions {
  readonly limit?: string;
  readonly all?: true;
  readonly why?: true;
}

/** A walk through the day's list as it stood in the morning, so that no deal is offered twice. */
interface Walk {
  readonly context: Context;
  readonly ask: Ask;
  readonly listed: readonly Placement[];
  readonly withWhy: boolean;
}

/** A deal as the rep has it before them. */
interface Seen {
  readonly dossier: Dossier;
  readonly placement: Placement;
}

/** How the rep left a deal. */
type Leaving = 'worked' | 'passed' | 'quit';

const KEYS: readonly (readonly [key: string, act: DealAct])[] = [
  ['d', 'draft'],
  ['c', 'copy'],
  ['r', 'sent'],
  ['n', 'note'],
  ['z', 'snooze'],
  ['s', 'show'],
  ['w', 'why'],
  ['Enter', 'next'],
  ['q', 'quit'],
];
/** After these there is nothing left to do with a deal today. */
const FINAL: readonly DealAct[] = ['sent', 'note', 'snooze'];
/** These are for a deal that is to be contacted today; what has happened can be recorded of any. */
const LISTED_ONLY: readonly DealAct[] = ['draft', 'copy', 'snooze'];

/**
 * Works through the list with the rep. What they record is recorded at once, each act by itself, so they may leave at any point.
 * Throws BadInput where nobody is there to answer, and Cancelled where they stop in the middle.
 */
export async function go(context: Context, options: GoOptions): Promise<void> {
  const { ask } = context.terminal;
  if (!ask) throw new BadInput('go_needs_terminal');
  const limit = options.limit === undefined ? (options.all ? Infinity : context.limit) : readCount(options.limit);
  const withBarelyKnown = options.all === true;
  const { contact: listed } = await listedToday(context, { most: limit, withBarelyKnown });
  if (listed.length === 0) return today(context, options);
  // What is recorded or drafted may be in either language.
  await context.speak(LANGUAGES);
  const walk: Walk = { context, ask, listed, withWhy: options.why === true };
  const { worked, isStopped } = await workThrough(walk);
  const { count: left } = await listedToday(context, { most: 0, withBarelyKnown });
  remark(context, `\n${context.words.go.summary({ worked, left })}`);
  if (isStopped) throw new Cancelled('go_stopped');
}

async function workThrough(walk: Walk): Promise<{ worked: number; isStopped: boolean }> {
  let worked = 0;
  try {
    for (const [at, { deal }] of walk.listed.entries()) {
      const leaving = await workOn(walk, deal, at + 1);
      if (leaving === 'worked') worked += 1;
      if (leaving === 'quit') break;
    }
    return { worked, isStopped: false };
  } catch (error) {
    if (error instanceof Cancelled) return { worked, isStopped: true };
    throw error;
  }
}

async function workOn(walk: Walk, deal: Deal, at: number): Promise<Leaving> {
  const { context, ask, listed } = walk;
  const count = listed.length;
  const { page, terminal, words } = context;
  let seen = await look(context, deal.id);
  if (!seen || !isListed(seen)) {
    await sayGone(context, deal, seen);
    return 'passed';
  }
  const { placement } = seen;
  await sayPlace(walk, placement, at);
  // Where the advice is not to write there is no message to record.
  const acts = KEYS.filter(([, act]) => act !== 'sent' || placement.angle !== null);
  const keys: readonly Key<DealAct>[] = acts.map(([key, act]) => ({ key, value: act, name: words.go.acts[act] }));
  for (;;) {
    terminal.note('');
    const act = await ask.key(words.go.progress(at, count), keysView(keys, page), keys);
    if (act === 'quit') return 'quit';
    if (act === 'next') return 'passed';
    // Somebody else may have worked on it while the rep was reading.
    const now = await lookAgain(context, seen);
    if (!now) return 'passed';
    if (!isListed(now) && LISTED_ONLY.includes(act)) {
      remark(context, words.go.goneUndone(nameOf(context, now.dossier.deal)));
      return 'passed';
    }
    const attempted = await attempt(context, () => doAct(walk, act, now.placement, placement));
    if (attempted === 'done' && FINAL.includes(act)) return 'worked';
    // What was recorded all the same is no news.
    seen = attempted === 'failed' ? ((await look(context, deal.id)) ?? now) : now;
  }
}

async function look(context: Context, dealId: number): Promise<Seen | undefined> {
  const store = await context.store();
  const dossier = await store.dossier(dealId);
  return dossier && { dossier, placement: await placementOf(context, dossier.deal) };
}

function isListed({ placement }: Seen): boolean {
  return placement.list === 'contact';
}

/** Returns a deal as it is now, and says what became of it since it was seen; undefined where it is no longer there. */
async function lookAgain(context: Context, seen: Seen): Promise<Seen | undefined> {
  const store = await context.store();
  let now: Seen | undefined;
  await attempt(context, async () => {
    const meanwhile = await store.meanwhile(seen.dossier);
    if (meanwhile) remark(context, `\n${changedView(meanwhile, context.page)}`);
    now = await look(context, seen.dossier.deal.id);
  });
  return now;
}

/** Says that a deal is no longer on the list before it was its turn, and why as far as that is known. */
async function sayGone(context: Context, deal: Deal, now: Seen | undefined): Promise<void> {
  const store = await context.store();
  remark(context, `\n${context.words.go.gone(nameOf(context, now?.dossier.deal ?? deal))}`);
  const meanwhile = now && (await store.meanwhile({ deal: { ...now.dossier.deal, ...deal } }));
  if (meanwhile) remark(context, changedView(meanwhile, context.page));
}

function nameOf({ page }: Context, deal: Deal): string {
  return candidateText(deal, { ...page, width: null });
}

async function sayPlace({ context, withWhy }: Walk, placement: Placement, at: number): Promise<void> {
  const { page, terminal } = context;
  const scope = scopeOf(context, placement.situation);
  const told = await toldAbout(await context.store(), scope, [placement.deal]);
  terminal.answer(`\n${contactBlock(placement, at, page, told(placement))}`);
  if (withWhy) terminal.answer(`\n${whyView(placement, page)}`);
}

async function doAct(
  { context, ask }: Walk,
  act: Exclude<DealAct, 'next' | 'quit'>,
  now: Placement,
  shown: Placement,
): Promise<void> {
  const deal = String(now.deal.id);
  context.terminal.note('');
  switch (act) {
    case 'draft':
      return workOnLetter(context, ask, deal);
    case 'copy':
      return draft(context, deal, { copy: true });
    case 'sent':
      return note(context, deal, undefined, sentFlags(now, shown), 'records');
    case 'note':
      return note(context, deal, undefined, {}, 'records');
    case 'snooze':
      return snooze(context, deal, undefined);
    case 'show':
      return show(context, deal);
    case 'why':
      return why(context, deal);
  }
}

/** What was sent is the message that was shown. It settles what it was about, unless that has been settled meanwhile. */
function sentFlags(now: Placement, { deal, angle }: Placement): NoteFlags {
  if (!angle) return {};
  const flags = recordingFlags(deal.figures, angle.code);
  const isOpen = isSame(flags, recordingFlags(now.deal.figures, angle.code));
  return Object.fromEntries(isOpen ? flags : [['angle', angle.code]]);
}
