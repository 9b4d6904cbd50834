import { type DateOrder, readDateFormat } from '../../core/import/dateorder.ts';
import { IMPORT_FIELDS, type ImportField } from '../../core/import/field.ts';
import { readUnit, type Unit } from '../../core/import/unit.ts';
import { type HeaderTarget, type HeaderWords, headerKey, headerParts, withoutPrefix } from './headerkey.ts';
import { ENGLISH_HEADERS } from './headerwords/english.ts';
import { JAPANESE_HEADERS } from './headerwords/japanese.ts';

/** What a header means. */
export interface Hit {
  readonly target: HeaderTarget;
  /** Lower is better. */
  readonly rank: number;
  readonly unit: Unit | null;
  readonly order: DateOrder | null;
  readonly isUnclear: boolean;
}

/** Returns what a header means on its own, or null where it is not known. */
export function hitOf(header: string): Hit | null {
  const asWritten = AS_WRITTEN.find((field) => field === header.trim());
  const plain = { unit: null, order: null, isUnclear: false };
  if (asWritten) return { target: asWritten, rank: -1, ...plain };
  const { whole, base, asides } = headerParts(header);
  const known = WORDS.get(whole);
  if (known) return { ...known, ...plain };
  const bare = WORDS.get(base);
  if (bare) return withAsides(bare, asides);
  const unprefixed = withoutPrefix(header);
  return unprefixed === null ? (hitOfPath(header) ?? hitOfUnitBehind(header)) : hitOf(unprefixed);
}

/** Words that mean something else in other systems are taken only as our own export writes them. */
const AS_WRITTEN: readonly ImportField[] = [
  'channel',
  'kind',
  'lead',
  'approval',
  'slot',
  'prep',
  'route',
  'scene',
  'assumed',
];

const WORDS: ReadonlyMap<string, Omit<Hit, 'unit' | 'order' | 'isUnclear'>> = new Map([
  ...IMPORT_FIELDS.filter((field) => !AS_WRITTEN.includes(field)).map(
    (field) => [headerKey(field), { target: field, rank: -1 }] as const,
  ),
  ...[ENGLISH_HEADERS, JAPANESE_HEADERS].flatMap(ranked),
]);

function ranked(words: HeaderWords) {
  return (Object.entries(words) as [HeaderTarget, string][]).flatMap(([target, names]) =>
    names
      .split(/[,\n]/)
      .map((name) => headerKey(name))
      .filter((key) => key !== '')
      // A field's own name comes first, unless the list puts it further down.
      .map((key, rank) => [key, { target, rank: rank === 0 && key === headerKey(target) ? -1 : rank }] as const),
  );
}

/** Weighted by a probability it is no deal's amount. */
const WEIGHTED = /weight|probab|forecast|加重|確度|確率|期待値/i;

/** Returns what the brackets of a header that was told say: a unit, an order of dates. */
export function asidesOf(header: string): Pick<Hit, 'unit' | 'order'> {
  const { asides } = headerParts(header);
  const unit = asides.map((aside) => usefulUnit(readUnit(aside))).find((it) => it !== null);
  const order = asides.map(orderOf).find((it) => it !== null);
  return { unit: unit ?? hitOfUnitBehind(header)?.unit ?? null, order: order ?? null };
}

/** Brackets that only say how to fill a column in. */
const SILENT_ASIDE =
  /^(?:必須|任意|required|optional|primary|メイン|代表|work|office|business|会社|勤務先|yyyy.*|全角|半角|名称|テキスト|日付|数値)$/i;
/** Which of several amounts it is; the plain one is better. */
const NO_UNIT = /^(?:converted|換算値?|annual|new)$/i;
const LAST = 1_000;
/** Whose stage it is, where there may be others: `Status (Deal)`, `ステージ（現在）`. */
const STATE_ASIDE = /^(?:deals?|opportunity|sales|current|now|営業|商談|案件|現在)$/i;
const CONTACT_ASIDE = /^(?:home|mobile|携帯|直通|other|自宅|その他)$/i;

/** Returns whether what stands in brackets says nothing of the field. */
export function isSilentAside(aside: string): boolean {
  return SILENT_ASIDE.test(aside);
}

function withAsides(bare: Omit<Hit, 'unit' | 'order' | 'isUnclear'>, asides: readonly string[]): Hit | null {
  let hit: Hit = { ...bare, unit: null, order: null, isUnclear: false };
  for (const aside of asides) {
    if (SILENT_ASIDE.test(aside) && !/^y/i.test(aside)) continue;
    if (/^state(?::status)?$/.test(bare.target) && STATE_ASIDE.test(aside)) continue;
    if (bare.target === 'amount') {
      if (WEIGHTED.test(aside)) return null;
      if (NO_UNIT.test(aside)) {
        hit = { ...hit, rank: hit.rank + LAST };
        continue;
      }
      const unit = readUnit(aside);
      hit = unit ? { ...hit, unit: usefulUnit(unit) ?? hit.unit } : { ...hit, isUnclear: true };
      continue;
    }
    const order = orderOf(aside);
    if (order) hit = { ...hit, order };
    else if ((bare.target === 'email' || bare.target === 'phone') && CONTACT_ASIDE.test(aside))
      hit = { ...hit, rank: hit.rank + 1 };
    else return null;
  }
  return hit;
}

/** Reports write a record and its field: `Opportunity Owner: Full Name`, `取引先: 取引先名`, `Contact: Email`. */
function hitOfPath(header: string): Hit | null {
  const [, record = '', name = ''] = /^([^:：]+)[:：]([^:：]+)$/.exec(header.trim()) ?? [];
  const [whose, what] = [WORDS.get(headerKey(record)), WORDS.get(headerKey(name))];
  if (!whose) return null;
  const plain = { unit: null, order: null, isUnclear: false };
  if (NAMES.includes(headerKey(name)) || what?.target === whose.target) return { ...whose, ...plain };
  const isAddress = what?.target === 'email' || what?.target === 'phone';
  return isAddress && whose.target === 'contact' ? { ...what, ...plain } : null;
}

const NAMES = ['fullname', 'name', '氏名', '名前', '姓名'];

/** `Amount USD`, `金額_千円`: a unit behind the name of an amount. */
function hitOfUnitBehind(header: string): Hit | null {
  const match = /^(.+?)(?:[\s_:：/／-]+([^\s_]+(?: [a-z']+)?)|([百千万億]*円))$/i.exec(header.normalize('NFKC').trim());
  const known = match && WORDS.get(headerKey(match[1] ?? ''));
  const unit = known?.target === 'amount' ? usefulUnit(readUnit(match?.[2] ?? match?.[3] ?? '')) : null;
  return known && unit ? { ...known, unit, order: null, isUnclear: false } : null;
}

function usefulUnit(unit: Unit | undefined): Unit | null {
  return unit && (unit.factor !== 1 || unit.currency !== null) ? unit : null;
}

function orderOf(aside: string): DateOrder | null {
  try {
    return readDateFormat(aside);
  } catch {
    return null;
  }
}
