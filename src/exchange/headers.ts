import type { DateOrder } from '../core/dateorder.ts';
import { BadInput } from '../core/failure.ts';
import { type FieldPart, IMPORT_FIELDS, type ImportField, isImportField } from '../core/importfield.ts';
import type { Unit } from '../core/unit.ts';
import { inContext, isUnitColumn } from './headercontext.ts';
import { asidesOf, type Hit, hitOf } from './headerhit.ts';
import { type HeaderTarget, headerKey } from './headerkey.ts';
import { EITHER_PERSON } from './headerwords/japanese.ts';

/** What a column is. */
export interface Column {
  readonly header: string;
  /** Null where it stands for no field, or another column does so better. */
  readonly field: ImportField | null;
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

/** Reads `Header=field` pairs; an empty field (`Header=`) leaves a column out. */
export function readMaps(maps: readonly string[]): ReadonlyMap<string, ImportField | null> {
  return new Map(
    maps.map((map) => {
      const at = map.lastIndexOf('=');
      if (at < 1) throw new BadInput('bad_map', { value: map });
      const header = map.slice(0, at).trim();
      const field = map
        .slice(at + 1)
        .trim()
        .replace(/^--/, '');
      if (field === '') return [header, null] as const;
      if (!isImportField(field)) throw new BadInput('unknown_field', { value: field, choices: IMPORT_FIELDS });
      return [header, field] as const;
    }),
  );
}

/**
 * Returns what the columns are: as told by `maps` (`Name#2` is the second column of that name), else recognised by header. Where
 * several want one field, the best name has it, then the first. Throws BadInput where `maps` names what is not there.
 */
export function mapHeaders(
  headers: readonly string[],
  maps: ReadonlyMap<string, ImportField | null>,
): readonly Column[] {
  const told = toldColumns(headers, maps);
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

function mayNameCustomer({ header, field, isTold }: Column): boolean {
  return field === null && !isTold && CUSTOMER.test(headerKey(header)) && hitOf(header) === null;
}

const PRODUCT = /product|製品|商品|商材|サービス|^item/;

/** Fields that several columns may be; for a state, one of each part. Whoever asked for silence by any way is left alone. */
const SHARED: readonly ImportField[] = ['slot', 'state', 'closed-on', 'do-not-contact'];

function toldColumns(
  headers: readonly string[],
  maps: ReadonlyMap<string, ImportField | null>,
): ReadonlyMap<number, ImportField | null> {
  const told = new Map([...maps].map(([header, field]) => [indexOfHeader(headers, header), field] as const));
  const taken = new Map<ImportField, string>();
  for (const [index, field] of told) {
    const header = headers[index] ?? '';
    const other = field && taken.get(field);
    if (field && other !== undefined && !SHARED.includes(field))
      throw new BadInput('mapped_twice', { field, headers: [other ?? '', header] });
    if (field) taken.set(field, header);
  }
  return told;
}

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

function indexOfHeader(headers: readonly string[], wanted: string): number {
  const exact = headers.indexOf(wanted);
  if (exact >= 0) return exact;
  const [, name = wanted, count = '1'] = /^(.*)#(\d+)$/.exec(wanted) ?? [];
  const named = headers.flatMap((header, index) => (headerKey(header) === headerKey(name) ? [index] : []));
  const index = named[Number(count) - 1];
  if (index === undefined) throw new BadInput('unknown_header', { header: wanted, headers });
  return index;
}
