import type { Transaction } from 'kysely';
import type { ArchivedDeal } from '../core/archive.ts';
import type { Deal } from '../core/deal.ts';
import { matchKey } from '../core/match.ts';
import { assertChecked, type CheckedOutcome } from '../core/outcome.ts';
import { archivedDealsOf } from './archive.ts';
import { dealsBy, trackedDeal, updateDeal } from './deals.ts';
import type { Journal } from './journal.ts';
import { matchedDeal } from './matching.ts';
import { insertDeal } from './newdeals.ts';
import { PART_NAMES, partColumns, partRowIds, tableOf } from './parts.ts';
import type { Schema } from './schema.ts';
import type { Silence } from './silence.ts';

/** A number beyond this would leave none for the deals to come; no book gets there by itself. */
const HIGHEST_NUMBER = 999_999_999;

/** Whole deals coming back into the book, with their history. Every outcome among it has passed its gate. */
export class Restorer {
  readonly #db: Transaction<Schema>;
  readonly #journal: Journal;
  readonly #touched: Set<number>;
  readonly #silence: Silence;

  constructor(db: Transaction<Schema>, journal: Journal, touched: Set<number>, silence: Silence) {
    this.#db = db;
    this.#journal = journal;
    this.#touched = touched;
    this.#silence = silence;
  }

  /** Returns these deals of the book by their numbers; a few hundred are asked for at a time. */
  async deals(ids: readonly number[]): Promise<ReadonlyMap<number, ArchivedDeal>> {
    const deals = await archivedDealsOf(this.#db, ids);
    return new Map(deals.map((deal) => [deal.id, deal]));
  }

  /** Returns the number of the deal of this book that it is, by its uid or as for a row of another system; null for none. */
  async matched(deal: ArchivedDeal): Promise<number | 'many' | null> {
    const match = await matchedDeal(
      (column, value) => dealsBy(this.#db, column, value),
      { ...deal, key: matchKey(deal) },
      () => false,
    );
    return match.is === 'one' ? match.deal.id : match.is === 'many' ? 'many' : null;
  }

  /** Adds a deal as it was, and returns its number: its own, unless that is taken. */
  async add(deal: ArchivedDeal, outcomes: readonly CheckedOutcome[]): Promise<number> {
    const lawful = withOutcomes(deal, outcomes);
    const silenced = await this.#silence.patchOf(deal);
    const { id: wanted, ...row } = { ...rowOf(lawful), ...silenced };
    const id = await insertDeal(this.#journal, (await this.#isFree(wanted)) ? { id: wanted, ...row } : row);
    await this.#writeParts(id, lawful);
    this.#touched.add(id);
    return id;
  }

  /** Makes a deal what it is after a merge. Nothing it had recorded is missing there. */
  async replace(before: ArchivedDeal, after: ArchivedDeal, outcomes: readonly CheckedOutcome[]): Promise<void> {
    const deal = await trackedDeal(this.#db, before.id);
    if (!deal) return;
    const lawful = withOutcomes(after, outcomes);
    const silenced = await this.#silence.patchOf(after);
    await updateDeal(this.#journal, deal, { ...rowOf(lawful), ...silenced });
    await this.#writeParts(before.id, lawful, before);
    this.#touched.add(before.id);
  }

  async #isFree(id: number): Promise<boolean> {
    if (id > HIGHEST_NUMBER) return false;
    return !(await this.#db.selectFrom('deal').select('id').where('id', '=', id).executeTakeFirst());
  }

  /** Rows that stood before keep their places; what came to them is added behind. */
  async #writeParts(dealId: number, deal: ArchivedDeal, before?: ArchivedDeal): Promise<void> {
    for (const name of PART_NAMES) {
      if (deal[name] === before?.[name]) continue;
      const ids = before ? await partRowIds(this.#db, name, dealId) : [];
      for (const [index, row] of deal[name].entries()) {
        const columns = partColumns(name, row);
        const id = ids[index];
        if (id === undefined) await this.#journal.insert(tableOf(name), { deal_id: dealId, ...columns });
        else await this.#journal.update(tableOf(name), id, columns);
      }
    }
  }
}

/** Ends are taken from the outcomes that were checked, and from nowhere else. */
function withOutcomes(deal: ArchivedDeal, outcomes: readonly CheckedOutcome[]): ArchivedDeal {
  for (const checked of outcomes) assertChecked(checked, deal.id);
  return { ...deal, outcomes: outcomes.map(({ outcome }) => outcome) };
}

/** Returns the deal's own row. */
function rowOf(deal: ArchivedDeal): Deal & { readonly uid: string } {
  const { contacts: _c, promises: _p, questions: _q, materials: _m, slips: _s, outcomes, ...fields } = deal;
  const standing = deal.state === 'open' ? undefined : outcomes.at(-1);
  return { ...fields, reason: standing?.reason ?? null, revisitOn: standing?.revisitOn ?? null };
}
