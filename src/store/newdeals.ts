import type { Deal, DealPatch } from '../core/deal.ts';
import { matchKey } from '../core/match.ts';
import { assertChecked, type CheckedOutcome } from '../core/outcome.ts';
import { columnOf, DEAL_FIELDS, toCell } from './columns.ts';
import { searchTextOf } from './deals.ts';
import { endingOf, refuseEnding, toOutcomeRow } from './ending.ts';
import type { Journal } from './journal.ts';
import type { Lookahead } from './lookahead.ts';
import type { Silence } from './silence.ts';
import { newUid } from './uid.ts';

/** What a deal is unless it says otherwise, and what no column is without. */
const NEW_DEAL = { state: 'open', slots: [], assumed: [], booked: false, doNotContact: false, unknowns: {} } as const;

/** A deal as it will be written: what is not said of it is blank. */
type NewDeal = Partial<Deal> &
  Pick<Deal, 'customer' | 'title'> & {
    readonly uid?: string;
    /** Its match key, where that is known already. */
    readonly key?: string;
  };

/** Adds a deal and returns its number: its own where it has one. */
export async function insertDeal(journal: Journal, deal: NewDeal): Promise<number> {
  const [id] = await insertDeals(journal, [deal]);
  return id as number;
}

/** Adds deals, all or none of which bring their numbers, and returns their numbers in the same order. */
export function insertDeals(journal: Journal, deals: readonly NewDeal[]): Promise<number[]> {
  const fields = fieldsOf(deals);
  const rows = deals.map((deal) => {
    const cells = fields.map((field) => toCell(deal[field] ?? NEW_DEAL[field as keyof typeof NEW_DEAL]));
    cells.push(deal.uid ?? newUid(), searchTextOf(deal), deal.key ?? matchKey(deal));
    return cells;
  });
  return journal.insertAll('deal', [...fields.map(columnOf), 'uid', 'search_text', 'match_key'], rows);
}

/** An import says a dozen of some fifty fields; the columns of the others are not even named. */
function fieldsOf(deals: readonly NewDeal[]): (keyof Deal)[] {
  const said = new Set<string>(Object.keys(NEW_DEAL));
  for (const deal of deals) for (const field in deal) said.add(field);
  return DEAL_FIELDS.filter((field) => said.has(field));
}

/** A deal to be added, which is open or has ended as its outcome says. */
export interface AddedDeal {
  readonly deal: DealPatch & Pick<NewDeal, 'customer' | 'title' | 'uid' | 'key'>;
  readonly ended?: CheckedOutcome | undefined;
}

/** What has a hand in it when deals are added. */
interface Hands {
  readonly journal: Journal;
  readonly silence: Silence;
  readonly ahead: Lookahead;
}

/** Adds deals that have no history yet, with their outcomes, and returns their numbers in the same order. */
export async function addDeals({ journal, silence, ahead }: Hands, added: readonly AddedDeal[]): Promise<number[]> {
  const silenced = await silence.patchesOf(added.map(({ deal }) => deal));
  const deals = added.map(({ deal, ended }, at): NewDeal => {
    refuseEnding(deal);
    if (ended) assertChecked(ended, null);
    ahead.changed(deal, deal.key);
    const isSilenced = silenced[at]?.doNotContact === true;
    return ended || isSilenced ? { ...deal, ...silenced[at], ...(ended && endingOf(ended)) } : deal;
  });
  const ids = await insertDeals(journal, deals);
  const outcomes = added.flatMap(({ ended }, at) => (ended ? [toOutcomeRow(ids[at] as number, ended)] : []));
  const [first] = outcomes;
  if (first) await journal.insertAll('outcome', Object.keys(first), outcomes.map(Object.values));
  return ids;
}
