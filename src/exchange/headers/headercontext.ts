import type { Hit } from './headerhit.ts';
import { headerKey } from './headerkey.ts';
import { EITHER_PERSON } from './headerwords/japanese.ts';

/** What a header means may depend on the headers around it. */
export interface Neighbours {
  readonly keys: readonly string[];
  readonly hits: readonly (Hit | null)[];
}

/** Returns what a header stands for beside its neighbours; `hit` is what it means alone. */
export function inContext(index: number, hit: Hit | null, { keys, hits }: Neighbours): Hit | null {
  const key = keys[index] ?? '';
  const has = (...names: readonly string[]): boolean => names.some((name) => keys.includes(headerKey(name)));
  const hasField = (...targets: readonly Hit['target'][]): boolean =>
    hits.some(
      (other, at) =>
        at !== index && other !== null && targets.includes(other.target) && !PERSON_CODE.test(keys[at] ?? ''),
    );
  if (EITHER.includes(key)) return either(key, hasField, has);
  if (hit === null) return null;
  // Bitrix24 calls a deal's amount its opportunity, and the deal itself its title.
  if (key === 'opportunity' && has('title') && !hasField('amount')) return { ...hit, target: 'amount' };
  // A name beside an address and a telephone is a person's, or not: nobody can know.
  const isPerson = hasField('email', 'phone') && !hasField('contact', 'amount', 'expected-close', 'state');
  if (key === 'name' && isPerson) return null;
  // A title beside a deal's name is a person's job.
  if (key === 'title' && has('deal name', 'opportunity name', 'deal title', 'contact name')) return null;
  const isBesideName = has('first name', 'last name', 'full name', 'name');
  if (key === 'title' && (isBesideName || (hasField('email') && !hasField('amount', 'expected-close')))) {
    if (!has('opportunity')) return null;
  }
  // Salesforce and Zoho weigh it by the probability, Odoo does not.
  const isOdoo = has('expected closing', 'prorated revenue', 'salesperson');
  if (key === 'expectedrevenue' && !isOdoo && keys.some((it) => /^probability|確度|確率/.test(it))) return null;
  if (
    key === 'expectedrevenue' &&
    has('opportunity name', 'stage name', 'deal name', 'closing date', 'close date', 'potential name')
  )
    return null;
  // In Odoo it is the seller's.
  if (key === 'company' && has('customer') && has('contact name', 'expected revenue', 'salesperson')) return null;
  // The state of an address.
  if (key === 'state' && has('city', 'zip', 'zip code', 'postal code', 'street', 'country', 'address')) return null;
  // The price of one piece.
  if (key === 'price' && has('quantity', 'qty', 'units')) return null;
  // In a list of activities these are the activity's own, done or not.
  if (key.startsWith('activity') && has('activity - done', 'activity - type')) return null;
  return hit;
}

/** Returns whether a column says what each row's amount is counted in; beside a quantity it says what is counted. */
export function isUnitColumn(key: string, keys: readonly string[]): boolean {
  const counts = ['数量', '単価', '個数', 'quantity', 'qty', 'unitprice'];
  return (
    ['単位', '金額単位', '金額の単位', 'unit', 'amountunit'].includes(key) && !counts.some((it) => keys.includes(it))
  );
}

/** The code of a person is no other person. */
const PERSON_CODE = /^(?:担当|所有者).*(?:コード|id)$/;

const EITHER = EITHER_PERSON.map(headerKey);

/** 担当者 is ours, unless what stands by is the customer's; beside another of ours it may be either's. */
function either(
  key: string,
  hasField: (...targets: readonly Hit['target'][]) => boolean,
  has: (...names: readonly string[]) => boolean,
): Hit | null {
  const hit = { rank: EITHER.indexOf(key), unit: null, order: null, isUnclear: false } as const;
  if (hasField('contact')) return { ...hit, target: 'owner' };
  if (has('役職', '役職名') || (hasField('phone') && !hasField('owner'))) return { ...hit, target: 'contact' };
  return hasField('owner', 'email') || has('fax', '部署', '部署名') ? null : { ...hit, target: 'owner' };
}
