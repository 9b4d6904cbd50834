import { expect, test } from 'vitest';
import { type CellKind, isNone, isNoneInWords } from '../../../src/core/import/none.ts';

const KINDS: readonly CellKind[] = ['text', 'amount', 'day', 'choice'];

test.each([
  ...[
    '',
    ' ',
    '-',
    '--',
    '—',
    'ー',
    '―',
    '–',
    '−',
    '?',
    '？',
    'n/a',
    'N/A',
    '#N/A',
    '(blank)',
    '（空白）',
    'TBD',
    'Not set',
    'NULL',
    'NaN',
  ],
  ...['未定', '未設定', '未入力', 'なし', '特になし', '該当なし', '不明', '(none)', 'undefined', 'Ｎ／Ａ'],
])('%j is nothing anywhere', (text) => {
  expect(KINDS.filter((kind) => !isNone(text, kind))).toEqual([]);
});

test.each(['None', 'none', 'NA', 'Nil', 'Null', 'Nan', 'Unknown', 'No', '無', 'Blank'])(
  '%j may be a name, but is no amount, day or choice',
  (text) => {
    const isAsked = isNone(text, 'text');
    expect(isAsked).toBe(false);
    if (!['No', '無'].includes(text)) expect(isNone(text, 'day') && isNone(text, 'choice')).toBe(true);
    expect(isNone(text, 'amount')).toBe(true);
  },
);

test.each([
  ...[
    'Sin_Factura',
    'sin importe',
    'ohne Angabe',
    'sans montant',
    'senza',
    'no amount',
    'not quoted',
    'without',
    'unquoted',
    'ASK',
    'on request',
  ],
  ...['未', '未見積', '無償', '別途', '別途見積', '要相談', '応相談', '見積中', '金額未定', 'お問い合わせ', '都度見積'],
])('%j is no amount', (text) => {
  expect([isNone(text, 'amount'), isNone(text, 'day')]).toEqual([true, isNone(text, 'choice')]);
});

test.each(['lots', 'abc', 'Nokia', 'noble', '0', '100', 'sin 100', '未定 500', '1.2E+06', '#REF!', 'asap'])(
  '%j is something',
  (text) => {
    expect(KINDS.filter((kind) => kind !== 'day' && isNone(text, kind))).toEqual([]);
  },
);

test.each([
  '0000-00-00',
  '0000-00-00 00:00:00',
  '00/00/0000',
  '1900/1/0',
  '1899-12-30',
  '0',
  '1900-01-01',
  '1970-01-01',
  '1970-01-01T09:00:00+09:00',
  '01/01/1970',
  '1900年1月1日',
])('%j is no day', (text) => {
  expect([isNone(text, 'day'), isNone(text, 'text')]).toEqual([true, false]);
});

test.each([
  ['-', false],
  ['?', false],
  ['', false],
  ['未定', true],
  ['N/A', true],
  ['Sin_Factura', true],
  ['0000-00-00', true],
])('that %j is nothing is worth saying: %j', (text, expected) => expect(isNoneInWords(text)).toBe(expected));
