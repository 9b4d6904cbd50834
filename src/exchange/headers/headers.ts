import type { DateOrder } from '../../core/import/dateorder.ts';
import type { FieldPart, ImportField } from '../../core/import/field.ts';
import type { Unit } from '../../core/import/unit.ts';
import { inContext, isUnitColumn } from './headercontext.ts';
import { asidesOf, type Hit, hitOf } from './headerhit.ts';
import { type HeaderTarget, headerKey } from './headerkey.ts';
import { EITHER_PERSON } from './headerwords/japanese.ts';
import { toldColumns } from './toldcolumns.ts';

/** What a column is. */
export interface Column<Field extends string = ImportField> {
  readonly header: string;
  /** Null where it stands for no field, or another column does so better. */
  readonly field: Field | null;
  readonly part: FieldPart | null;
  /** What its amounts are counted in, where the header says so. */
  readonly unit: Unit | null;
  /** The order of its dates, where the header says so: `Close Date (DD/MM/YYYY)`. */
  readonly order: DateOrder | null;
  /** Whether it is an amount with something in brackets that may be a unit nobody here knows. */
  readonly isUnclear: boolean;
  /** Whether the rep named it; `null` fields may be told as well. */
  readonly isTold: boolean;
}

/**
 * Returns what the columns are: as told by `maps` (`Name#2` is the second column of that name), else recognised by header. Where
 * several want one field, the best name has it, then the first. Throws BadInput where `maps` names what is not there.
 */
export function mapHeaders(
  headers: readonly string[],
  maps: ReadonlyMap<string, ImportField | null>,
): readonly Column[] {
  const told = toldColumns(headers, maps, SHARED);
  const alone = headers.map((header, index) => (told.get(index) === null ? null : hitOf(header)));
  const keys = headers.map(headerKey);
  const hits = alone.map((hit, index) =>
    told.has(index) ? hit : inContext(index, hit, { keys, hits: alone.map((it, at) => toldHit(told.get(at), it)) }),
  );
  const winners = winnersOf(hits, told);
  const fallback = fallbackOf(hits, keys, winners);
  const hasUnits = hits.some((hit, index) => hit === null && !told.has(index) && isUnitColumn(keys[index] ?? '', keys));
  return headers.map((header, index) => {
    const field = told.get(index);
    const hit = hits[index] ?? null;
    if (field !== undefined) return column(header, field, hit, true);
    if (index === fallback) return { ...column(header, 'customer', hit, false), part: 'fallback' };
    if (hit === null || !winners.has(index)) return column(header, null, null, false);
    return column(header, targetField(hit), { ...hit, isUnclear: hit.isUnclear || hasUnits }, false);
  });
}

/**
 * Returns the index of the column whose deal names stand for the customer, as on many boards, where no column names one; -1 where
 * none does. A product never does, nor does any beside a column that may name the customer in words nobody here knows.
 */
export function customerStandIn(columns: readonly Column[]): number {
  if (columns.some((it) => it.field === 'customer' || mayNameCustomer(it))) return -1;
  return columns.findIndex(({ header, field }) => field === 'title' && !PRODUCT.test(headerKey(header)));
}

/** Returns whether the text is a header that is known, which the row of headers has and rows of values hardly do. */
export function isKnownHeader(cell: string): boolean {
  return hitOf(cell) !== null || EITHER_PERSON.includes(headerKey(cell));
}

const CUSTOMER = /取引先|顧客|得意先|会社|account|customer|company|client/;

/** What is said of a customer beside their name. */
const ABOUT_CUSTOMER =
  /\b(?:ids?|tier|type|segment|code|numbers?|no|size|industry|since|status|score|rank|grade|region|country|health|count|manager|owner|url|domain|website)\b|(?:番号|コード|区分|種別|ランク|規模|業種|分類|属性|評価|満足度|数|住所|担当者?)$/;

function mayNameCustomer({ header, field, isTold }: Column): boolean {
  const words = header.toLowerCase().replace(/[_-]+/g, ' ').trim();
  const isName = CUSTOMER.test(headerKey(header)) && !ABOUT_CUSTOMER.test(words);
  return field === null && !isTold && isName && hitOf(header) === null;
}

const PRODUCT = /product|製品|商品|商材|サービス|^item/;

/** Fields that several columns may be; for a state, one of each part. Whoever asked for silence by any way is left alone. */
const SHARED: readonly ImportField[] = ['slot', 'state', 'closed-on', 'do-not-contact'];

function toldHit(field: ImportField | null | undefined, hit: Hit | null): Hit | null {
  if (field === undefined) return hit;
  return field === null ? null : { target: field, rank: -2, unit: null, order: null, isUnclear: false };
}

/** The columns that have what they claim. What is told of a field leaves nothing of it to others. */
function winnersOf(hits: readonly (Hit | null)[], told: ReadonlyMap<number, ImportField | null>): ReadonlySet<number> {
  const best = new Map<HeaderTarget, number>();
  const silences: number[] = [];
  const toldFields = new Set(told.values());
  for (const [index, hit] of hits.entries()) {
    const field = targetField(hit);
    if (hit === null || field === null || told.has(index) || toldFields.has(field)) continue;
    if (hit.target === 'do-not-contact') {
      silences.push(index);
      continue;
    }
    const rival = best.get(hit.target);
    if (rival === undefined || hit.rank < (hits[rival]?.rank ?? 0)) best.set(hit.target, index);
  }
  return new Set([...best.values(), ...silences]);
}

/** Names of the same customer, one of which may be blank where the other is filled. */
const PEERS = /^(?:potential)?customer|account|^partner|^client|^organi[sz]ation|取引先|^顧客/;

/** Returns the index of the column that names the customer where the best one is blank; -1 where none does. */
function fallbackOf(hits: readonly (Hit | null)[], keys: readonly string[], winners: ReadonlySet<number>): number {
  const isPeer = (index: number): boolean => hits[index]?.target === 'customer' && PEERS.test(keys[index] ?? '');
  if (![...winners].some(isPeer)) return -1;
  const others = [...keys.keys()].filter((index) => isPeer(index) && !winners.has(index));
  return others.sort((one, other) => (hits[one]?.rank ?? 0) - (hits[other]?.rank ?? 0))[0] ?? -1;
}

function targetField(hit: Hit | null): ImportField | null {
  return (hit?.target.split(':')[0] ?? null) as ImportField | null;
}

function column(header: string, field: ImportField | null, hit: Hit | null, isTold: boolean): Column {
  const part = field === targetField(hit) ? ((hit?.target.split(':')[1] ?? null) as FieldPart | null) : null;
  const { unit, order } = isTold ? asidesOf(header) : (hit ?? { unit: null, order: null });
  const isAmount = field === 'amount';
  const isUnclear = isAmount && !isTold && hit?.isUnclear === true;
  return {
    header,
    field,
    part,
    unit: isAmount ? unit : null,
    order,
    isUnclear,
    isTold,
  };
}
