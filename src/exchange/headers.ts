import { BadInput } from '../core/failure.ts';
import { IMPORT_FIELDS, type ImportField, isImportField } from '../core/importrow.ts';
import { searchKey } from '../core/text.ts';

/** Headers of other systems, in both languages, and the field each stands for. */
const SYNONYMS: Partial<Record<ImportField, readonly string[]>> = {
  customer: [
    'account',
    'account name',
    'company',
    'company name',
    'associated company',
    'organization',
    'organisation',
    'client',
    '顧客',
    '顧客名',
    '会社名',
    '企業名',
    '取引先',
    '取引先名',
    '得意先',
    'お客様名',
  ],
  title: [
    'deal',
    'deal name',
    'deal title',
    'opportunity',
    'opportunity name',
    'name',
    'product',
    '案件',
    '案件名',
    '商談名',
    '件名',
    '製品名',
  ],
  contact: ['contact name', 'contact person', 'person', '担当者名', '先方担当者', '先方担当者名', 'ご担当者'],
  email: ['e-mail', 'email address', 'mail', 'メール', 'メールアドレス'],
  phone: ['telephone', 'tel', '電話', '電話番号'],
  amount: ['value', 'deal value', 'close value', 'price', '金額', '案件金額', '商談金額', '見積金額', '税抜金額'],
  owner: ['deal owner', 'sales agent', 'rep', 'rep id', 'owner id', '自社担当', '担当営業', '営業担当', '担当者'],
  'external-id': ['id', 'deal id', 'record id', 'opportunity id', 'レコード番号', '管理番号', '案件番号'],
  state: ['stage', 'deal stage', 'status', 'ステージ', 'フェーズ', 'ステータス', '商談ステージ', '状態', '進捗'],
  'expected-close': ['close date', 'expected close date', 'closing date', '受注予定日', '完了予定日', '商談完了予定日'],
  'lost-reason': ['loss reason', 'lost reason', 'closed lost reason', '失注理由'],
  next: ['next step', '次ステップ', '次回アクション'],
  'next-on': ['next activity date', '次回アクション日'],
  proposed: ['提案日', '提案書提出日'],
  'decision-date': ['判断予定日', '決定予定日', 'decision date'],
  'goal-date': ['目標日', 'goal date'],
  goal: ['目標'],
  kind: ['種別'],
  decider: ['決裁者', 'decision maker'],
  currency: ['通貨'],
  'last-contact': ['最終連絡日', 'last contact date', 'last activity date'],
  route: ['決め方'],
  rival: ['競合', 'competitor'],
  note: ['notes', 'description', 'comment', 'memo', 'メモ', '備考', '説明'],
};

const BY_HEADER = new Map<string, ImportField>([
  ...(Object.entries(SYNONYMS) as [ImportField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name) => [headerKey(name), field] as const),
  ),
  ...IMPORT_FIELDS.map((field) => [headerKey(field), field] as const),
]);

function headerKey(header: string): string {
  return searchKey(header)
    .replace(/[_-]+/g, ' ')
    .replace(/[:*：]+$/, '')
    .trim();
}

/** Which field each column is; null for one that stands for none. */
export type Mapping = readonly (ImportField | null)[];

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

/** Returns the fields of the columns: as told by `maps`, else recognised by header; the first column to claim a field keeps it. */
export function mapHeaders(headers: readonly string[], maps: ReadonlyMap<string, ImportField | null>): Mapping {
  const told = new Map([...maps].map(([header, field]) => [indexOfHeader(headers, header), field] as const));
  const taken = new Map<ImportField, string>();
  for (const [index, field] of told) {
    const header = headers[index] ?? '';
    const other = field && taken.get(field);
    if (field && other !== undefined && field !== 'slot')
      throw new BadInput('mapped_twice', { field, headers: [other ?? '', header] });
    if (field) taken.set(field, header);
  }
  return headers.map((header, index) => {
    const field = told.get(index);
    if (field !== undefined) return field;
    const recognised = BY_HEADER.get(headerKey(header)) ?? null;
    if (!recognised || taken.has(recognised)) return null;
    taken.set(recognised, header);
    return recognised;
  });
}

function indexOfHeader(headers: readonly string[], wanted: string): number {
  const exact = headers.indexOf(wanted);
  const index = exact >= 0 ? exact : headers.findIndex((header) => headerKey(header) === headerKey(wanted));
  if (index < 0) throw new BadInput('unknown_header', { header: wanted, headers });
  return index;
}
