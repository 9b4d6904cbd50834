import type { ArchivedDeal } from '../core/archive.ts';
import type { Day } from '../core/day.ts';
import { BadInput, Failure, Refusal } from '../core/failure.ts';
import { isSameArchive, mergeArchived } from '../core/mergearchive.ts';
import { type CheckedOutcome, restoredOutcomes } from '../core/outcome.ts';
import { readArchive } from '../exchange/archive.ts';
import type { Book } from '../store/book.ts';
import type { Context } from './context.ts';
import { type BeforeChange, importStep } from './trial.ts';
import type { OnDuplicate } from './writedeal.ts';

export interface JsonImportOptions {
  /** The file's name, for saying where a mistake is. */
  readonly file: string;
  readonly isDry: boolean;
  /** What is done with a deal that is here already and differs. */
  readonly onDuplicate: OnDuplicate;
}

/** What an import of JSON did, in the names of every import. A file with a mistake is refused as a whole, so none is rejected. */
export interface JsonImported {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: 0;
  readonly batch: number | null;
  readonly rejects: readonly never[];
}

/**
 * Brings the deals of a JSON export into the book with their history, all of them or none: as they were into an empty one, merged
 * with what is known where a deal is here already. Throws BadInput or Failure with the place of the first mistake, and Refusal
 * for an end that no gate would have let pass.
 */
export async function importJson(
  context: Context,
  bytes: Uint8Array,
  { file, isDry, onDuplicate }: JsonImportOptions,
): Promise<JsonImported> {
  const deals = await readArchive(bytes, file);
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const arriving = deals.map((deal, index) => {
    const where = `deals[${index}]`;
    return { deal, where, outcomes: judged(deal, where) };
  });
  const onlyOwner = await (await context.store()).onlyOwner();
  const batch = await importStep(context, isDry, async (book, beforeChange) => {
    Object.assign(counts, { created: 0, updated: 0, unchanged: 0 });
    const pairs = await matched(book, arriving);
    for (let at = 0; at < pairs.length; at += AT_ONCE) {
      const some = pairs.slice(at, at + AT_ONCE);
      const here = await book.restorer.deals(some.flatMap(({ hereId }) => (hereId === null ? [] : [hereId])));
      for (const { arrival, hereId } of some) {
        const known = hereId === null ? undefined : here.get(hereId);
        counts[await write(book, arrival, known, { onDuplicate, onlyOwner, today: context.today, beforeChange })] += 1;
      }
    }
    return { isKept: !isDry };
  });
  return { read: deals.length, ...counts, rejected: 0, batch, rejects: [] };
}

/** So many deals are compared with the book's at a time. */
const AT_ONCE = 200;

/** A deal of the file, its ends judged. */
interface Arrival {
  readonly deal: ArchivedDeal;
  readonly where: string;
  readonly outcomes: readonly CheckedOutcome[];
}

function judged(deal: ArchivedDeal, where: string): readonly CheckedOutcome[] {
  try {
    return restoredOutcomes(deal);
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof BadInput)) throw error;
    throw new Refusal('archive_unlawful', { where, customer: deal.customer, problem: error.code });
  }
}

/** Finds what is here already before anything is added: deals of one file never stand for each other. */
async function matched(
  book: Book,
  arriving: readonly Arrival[],
): Promise<{ arrival: Arrival; hereId: number | null }[]> {
  const claimed = new Set<number>();
  const pairs: { arrival: Arrival; hereId: number | null }[] = [];
  for (const arrival of arriving) {
    const match = await book.restorer.matched(arrival.deal);
    if (match === 'many') {
      throw new Failure('archive_ambiguous', { where: arrival.where, customer: arrival.deal.customer });
    }
    const hereId = match !== null && !claimed.has(match) ? match : null;
    if (hereId !== null) claimed.add(hereId);
    pairs.push({ arrival, hereId });
  }
  return pairs;
}

async function write(
  book: Book,
  { deal, where, outcomes }: Arrival,
  here: ArchivedDeal | undefined,
  {
    onDuplicate,
    onlyOwner,
    today,
    beforeChange,
  }: {
    readonly onDuplicate: OnDuplicate;
    readonly onlyOwner: string | null;
    readonly today: Day;
    readonly beforeChange: BeforeChange;
  },
): Promise<'created' | 'updated' | 'unchanged'> {
  const { restorer } = book;
  const refuseOthers = ({ owner, customer }: ArchivedDeal): void => {
    if (onlyOwner === null || owner === null || owner === onlyOwner) return;
    throw new Failure('archive_owner', { where, customer, owner, own: onlyOwner });
  };
  if (!here) {
    refuseOthers(deal);
    await restorer.add(deal, outcomes);
    return 'created';
  }
  const merged = mergeArchived(here, deal, today);
  if (isSameArchive(here, merged) || onDuplicate === 'skip') return 'unchanged';
  if (onDuplicate === 'fail') {
    throw new Failure('duplicate_deal', { where, id: here.id, customer: deal.customer });
  }
  refuseOthers(merged);
  beforeChange();
  await restorer.replace(here, merged, judged(merged, where));
  return 'updated';
}
