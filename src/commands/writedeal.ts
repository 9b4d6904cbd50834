import type { Day } from '../core/day.ts';
import type { Deal, EndedState } from '../core/deal.ts';
import type { EndGround } from '../core/dealrecord.ts';
import { Refusal } from '../core/failure.ts';
import type { LinesOfDeals } from '../core/import/linesofdeals.ts';
import { changesOf } from '../core/import/mergedeal.ts';
import type { ImportedDeal } from '../core/import/row.ts';
import { isNamedApart, matchKey } from '../core/match.ts';
import { type CheckedOutcome, checkOutcome, importedOutcome } from '../core/outcome.ts';
import type { Book } from '../store/book.ts';
import type { DealName } from '../store/matching.ts';
import type { AddedDeal } from '../store/newdeals.ts';

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
  | { readonly did: 'created' }
  | {
      readonly did: 'updated' | 'unchanged';
      readonly dealId: number;
      readonly kept: 'open' | 'ended' | null;
    }
  | { readonly did: 'refused'; readonly problem: string; readonly field: 'customer' | 'external-id' | 'owner' };

/** A row that could be read. */
export interface DealRow {
  readonly line: number;
  readonly deal: ImportedDeal;
}

/**
 * Writes rows one after the other and returns what became of each; refuses one where it cannot be told which deal it speaks of.
 * New deals are added together, before a row comes that may speak of one of them.
 */
export async function writeDeals(book: Book, rows: readonly DealRow[], options: WriteOptions): Promise<readonly Did[]> {
  const named = rows.map(({ line, deal }): NamedRow => ({ line, deal, name: nameOf(deal) }));
  await book.lookAhead(named.map(({ name }) => name));
  const waiting = createWaiting(book, options);
  const done: Did[] = [];
  for (const row of named) {
    if (isOfAnother(row.deal, options)) {
      done.push({ did: 'refused', problem: 'owner_other', field: 'owner' });
      continue;
    }
    if (waiting.mayHave(row.name)) await waiting.add();
    // Most rows are new or most are known; waiting for what is known already would take as long as adding the deal.
    done.push(book.isNew(row.name) ? addDeal(waiting, row, options) : await writeDeal(book, row, waiting, options));
  }
  await waiting.add();
  return done;
}

/** New deals that are added together. */
interface Waiting {
  put(name: DealName, deal: WaitingDeal): void;
  mayHave(name: DealName): boolean;
  add(): Promise<void>;
}

interface WaitingDeal extends AddedDeal {
  readonly line: number;
}

function createWaiting(book: Book, { lines }: WriteOptions): Waiting {
  let waiting: WaitingDeal[] = [];
  /** Whatever one of them may be spoken of by. That two kinds of name are the same does no harm: they are added sooner. */
  const names = new Set<string>();
  return {
    put: ({ uid, externalId, key }, it) => {
      waiting.push(it);
      names.add(key);
      if (externalId !== null) names.add(externalId);
      if (uid !== null) names.add(uid);
    },
    mayHave: ({ uid, externalId, key }) =>
      names.has(key) || (externalId !== null && names.has(externalId)) || (uid !== null && names.has(uid)),
    add: async () => {
      const ids = await book.addDeals(waiting);
      for (const [at, { line }] of waiting.entries()) lines.seen(ids[at] as number, line);
      waiting = [];
      names.clear();
    },
  };
}

interface NamedRow extends DealRow {
  readonly name: DealName;
}

async function writeDeal(book: Book, row: NamedRow, waiting: Waiting, options: WriteOptions): Promise<Did> {
  const { deal: imported, line, name } = row;
  const { externalId } = name;
  const match = await book.matchedDeal(name, (id) => options.lines.has(id));
  const field = externalId === null ? 'customer' : 'external-id';
  if (match.is === 'many') return { did: 'refused', problem: externalId === null ? 'many_deals' : 'many_of_id', field };
  if (match.is === 'new') return addDeal(waiting, row, options);
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
function nameOf({ uid, fields }: ImportedDeal): DealName {
  const { externalId = null, customer = '', title = '' } = fields;
  return { uid, externalId, customer, title, key: matchKey({ customer, title }) };
}

function addDeal(waiting: Waiting, { deal: imported, line, name }: NamedRow, options: WriteOptions): Did {
  const { fields, uid } = imported;
  if (!fields.customer && !fields.title) return { did: 'refused', problem: 'customer_missing', field: 'customer' };
  // A book's own export says itself where nobody is the owner.
  const usual = {
    owner: uid === null ? options.owner : null,
    currency: imported.lacksCurrency ? options.currency : null,
  };
  const ended = endedStateOf(imported);
  waiting.put(name, {
    line,
    deal: { customer: '', title: '', ...usual, ...fields, ...(uid === null ? {} : { uid }), key: name.key },
    ...(ended ? { ended: endedElsewhere(imported, ended, options.today) } : {}),
  });
  return { did: 'created' };
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
