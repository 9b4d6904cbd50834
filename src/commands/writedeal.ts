import type { Day } from '../core/day.ts';
import { blankDeal, type Deal, type EndedState } from '../core/deal.ts';
import type { EndGround } from '../core/dealrecord.ts';
import { Refusal } from '../core/failure.ts';
import type { LinesOfDeals } from '../core/import/linesofdeals.ts';
import { changesOf } from '../core/import/mergedeal.ts';
import type { ImportedDeal } from '../core/import/row.ts';
import { isNamedApart } from '../core/match.ts';
import { type CheckedOutcome, checkOutcome, importedOutcome } from '../core/outcome.ts';
import type { Book } from '../store/book.ts';
import type { DealName } from '../store/matching.ts';

export const ON_DUPLICATE = ['update', 'skip', 'fail'] as const;
export type OnDuplicate = (typeof ON_DUPLICATE)[number];

/** What holds for every row of one import. */
export interface WriteOptions {
  readonly today: Day;
  readonly ground: EndGround;
  /** Called before a deal that was here already is changed. */
  readonly beforeChange: () => void;
  /** Whose a new deal is where the file names nobody. */
  readonly owner: string | null;
  /** Whose deals alone this book takes from the rep; null where it takes all. */
  readonly onlyOwner: string | null;
  /** The currency of an amount that names none. */
  readonly currency: string | null;
  readonly onDuplicate: OnDuplicate;
  /** Which lines spoke of which deals. */
  readonly lines: LinesOfDeals;
}

/** What became of one row. */
export type Did =
  | {
      readonly did: 'created' | 'updated' | 'unchanged';
      readonly dealId: number;
      readonly kept: 'open' | 'ended' | null;
    }
  | { readonly did: 'refused'; readonly problem: string; readonly field: 'customer' | 'external-id' | 'owner' };

/** Writes one row that could be read; refuses it where it cannot be told which deal it speaks of. */
export async function writeDeal(book: Book, imported: ImportedDeal, line: number, options: WriteOptions): Promise<Did> {
  if (isOfAnother(imported, options)) return { did: 'refused', problem: 'owner_other', field: 'owner' };
  const name = nameOf(imported);
  const { externalId } = name;
  const match = await book.matchedDeal(name, (id) => options.lines.has(id));
  const field = externalId === null ? 'customer' : 'external-id';
  if (match.is === 'many') return { did: 'refused', problem: externalId === null ? 'many_deals' : 'many_of_id', field };
  if (match.is === 'new') return addDeal(book, imported, line, options);
  const { deal } = match;
  if (imported.uid === null && isNamedApart(deal, name)) return { did: 'refused', problem: 'id_of_other', field };
  if (options.lines.seen(deal.id, line) !== null) return { did: 'refused', problem: 'duplicate', field };
  if (options.onDuplicate === 'fail') return { did: 'refused', problem: 'deal_exists', field };
  if (options.onDuplicate === 'skip') return { did: 'unchanged', dealId: deal.id, kept: null };
  return updateDeal(book, deal, imported, options);
}

/** The server would refuse the whole file, and name no line. */
function isOfAnother({ fields }: ImportedDeal, { onlyOwner }: WriteOptions): boolean {
  return onlyOwner !== null && fields.owner !== undefined && fields.owner !== onlyOwner;
}

/** Returns what the row calls its deal by. */
export function nameOf({ uid, fields }: ImportedDeal): DealName {
  const { externalId = null, customer = '', title = '' } = fields;
  return { uid, externalId, customer, title };
}

async function addDeal(book: Book, imported: ImportedDeal, line: number, options: WriteOptions): Promise<Did> {
  const { fields } = imported;
  if (!fields.customer && !fields.title) return { did: 'refused', problem: 'customer_missing', field: 'customer' };
  // A book's own export says itself where nobody is the owner.
  const usual = {
    owner: imported.uid === null ? options.owner : null,
    currency: imported.lacksCurrency ? options.currency : null,
  };
  const ended = endedStateOf(imported);
  const dealId = await book.addDeal(
    { ...blankDeal(''), ...usual, ...fields, ...(imported.uid === null ? {} : { uid: imported.uid }) },
    ended ? endedElsewhere(imported, ended, options.today) : undefined,
  );
  options.lines.seen(dealId, line);
  return { did: 'created', dealId, kept: null };
}

async function updateDeal(book: Book, deal: Deal, imported: ImportedDeal, options: WriteOptions): Promise<Did> {
  const dealId = deal.id;
  const changes = changesOf(deal, imported, options);
  const ended = endedStateOf(imported);
  const wantsEnd = deal.state === 'open' && ended !== null;
  if (Object.keys(changes).length > 0 || wantsEnd) options.beforeChange();
  if (Object.keys(changes).length > 0) await book.editDeal(dealId, changes, options.today);
  const hasEnded = wantsEnd && (await endDeal(book, dealId, imported, ended, options));
  const isChanged = Object.keys(changes).length > 0 || hasEnded;
  // A loss there is a "no" here, whether its reason has been asked for since or not.
  const there = imported.state === 'lost' ? 'declined' : imported.state;
  const here = deal.state === 'lost' ? 'declined' : deal.state;
  const staysEnded = here !== 'open' && there !== null && there !== here;
  return {
    did: isChanged ? 'updated' : 'unchanged',
    dealId,
    kept: wantsEnd && !hasEnded ? 'open' : staysEnded ? 'ended' : null,
  };
}

/**
 * Ends a deal of this book that has ended in the other system. Won and lost are theirs to tell (lost as a "no" whose reason is
 * not known); that we stepped back, wait or have nothing to decide must pass the gate of this book. Returns whether it did.
 */
async function endDeal(
  book: Book,
  dealId: number,
  imported: ImportedDeal,
  state: EndedState,
  { today, ground }: WriteOptions,
): Promise<boolean> {
  const told = endedElsewhere({ ...imported, closedOn: imported.closedOn ?? today }, state, today);
  if (state === 'won' || state === 'lost' || state === 'declined') {
    await book.endDeal(dealId, told);
    return true;
  }
  await book.settle();
  const dossier = await book.dossier(dealId);
  try {
    if (dossier) await book.endDeal(dealId, checkOutcome({ ...told.outcome, state }, dossier, ground));
    return dossier !== undefined;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function endedStateOf({ state }: ImportedDeal): EndedState | null {
  return state !== null && state !== 'open' ? state : null;
}

function endedElsewhere({ lostReason, closedOn }: ImportedDeal, state: EndedState, today: Day): CheckedOutcome {
  return importedOutcome(state, lostReason, closedOn ?? today, closedOn);
}
