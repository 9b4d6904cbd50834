import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/core/day.ts';
import type { State } from '../../../src/core/deal.ts';
import type { ImportColumn } from '../../../src/core/import/cell.ts';
import { createColumnSurvey } from '../../../src/core/import/columnsurvey.ts';
import { type FieldPart, IMPORT_FIELDS, type ImportField } from '../../../src/core/import/field.ts';
import { createRowReader } from '../../../src/core/import/row.ts';
import type { Unit } from '../../../src/core/import/unit.ts';

const TODAY = '2026-07-22' as Day;

interface Spec {
  readonly part?: FieldPart | null;
  readonly unit?: Unit | null;
}

/** Reads a whole small file: columns by field, then rows. */
function readAll(
  columns: readonly (ImportField | readonly [ImportField, Spec])[],
  rows: readonly (readonly string[])[],
  stages: ReadonlyMap<string, State | null> = new Map(),
) {
  const known = columns.map((column, index): ImportColumn => {
    const [field, { part = null, unit = null }]: readonly [ImportField, Spec] =
      typeof column === 'string' ? [column, {}] : column;
    const survey = createColumnSurvey(field, { today: TODAY, delimiter: ',', unit, order: null, decimal: null });
    for (const row of rows) survey.see(row[index] ?? '');
    return { column: `${field} ${index}`, field, part, style: survey.verdict().style };
  });
  const read = createRowReader(known, {
    today: TODAY,
    localDayOf: (ms) => new Date(ms).toISOString().slice(0, 10) as Day,
    isOwn: false,
    stages,
  });
  return rows.map(read);
}

function readOne(
  columns: Parameters<typeof readAll>[0],
  row: readonly string[],
  stages?: ReadonlyMap<string, State | null>,
) {
  const [read] = readAll(columns, [row], stages);
  if (!read) throw new Error('no row');
  return read;
}

test('a row of a deal', () => {
  const read = readOne(
    ['external-id', 'customer', 'title', 'amount', 'state', 'expected-close', 'email', 'next', 'note', 'lead', 'slot'],
    [
      '007',
      ' 青木工業 ',
      '採用',
      '120万円',
      '提案中',
      '2026/9/30',
      'mailto:a@example.com',
      'call',
      'a\nb',
      '10日',
      '2026-09-01;2026-08-01',
    ],
  );
  expect(read).toEqual({
    deal: {
      fields: {
        externalId: '007',
        customer: '青木工業',
        title: '採用',
        amount: 1_200_000,
        currency: 'JPY',
        expectedCloseOn: '2026-09-30',
        email: 'a@example.com',
        next: 'call',
        note: 'a\nb',
        lead: '10d',
        slots: ['2026-08-01', '2026-09-01'],
      },
      state: 'open',
      closedOn: null,
      lostReason: null,
      lacksCurrency: false,
      uid: null,
    },
    problems: [],
    notices: [],
  });
});

test('a column decides its dates and amounts for every row', () => {
  const rows = readAll(
    ['expected-close', 'amount'],
    [
      ['1/08/26', '9350,09'],
      ['15/08/26', '1.234'],
    ],
  );
  expect(rows.map(({ deal }) => [deal.fields.expectedCloseOn, deal.fields.amount])).toEqual([
    ['2026-08-01', 9_350.09],
    ['2026-08-15', 1_234],
  ]);
});

test('what a column leaves open is a problem of its cells, never a guess', () => {
  const { deal, problems } = readOne(['decision-date', 'amount'], ['05/06/2026', '1.234']);
  expect(deal.fields).toEqual({});
  expect(problems.map(({ problem }) => problem)).toEqual(['date_order_unclear', 'amount_style_unclear']);
});

test('words for nothing are blank and said, dashes are blank', () => {
  const { deal, problems, notices } = readOne(
    ['amount', 'decision-date', 'contact', 'phone', 'rival', 'customer'],
    ['Sin_Factura', '未定', '-', 'none', 'なし', 'None'],
  );
  expect(deal.fields).toEqual({ customer: 'None' });
  expect(problems).toEqual([]);
  expect(notices.map(({ column, code }) => `${column} ${code}`)).toEqual([
    'amount 0 none',
    'decision-date 1 none',
    'phone 3 none',
    'rival 4 none',
  ]);
});

test('every cell that cannot be read is a problem with its column and value', () => {
  const { problems } = readOne(
    ['state', 'amount', 'expected-close', 'next-on', 'external-id', 'email', 'do-not-contact', 'currency', 'customer'],
    ['mood', ' lots ', 'soon', '2026-10', '1.2E+11', 'x', '×', 'kr', '#REF!'],
  );
  expect(problems).toEqual([
    { column: 'state 0', value: 'mood', problem: 'bad_state' },
    { column: 'amount 1', value: 'lots', problem: 'bad_money' },
    { column: 'expected-close 2', value: 'soon', problem: 'bad_day' },
    { column: 'next-on 3', value: '2026-10', problem: 'month_only' },
    { column: 'external-id 4', value: '1.2E+11', problem: 'shortened' },
    { column: 'email 5', value: 'x', problem: 'bad_email' },
    { column: 'do-not-contact 6', value: '×', problem: 'bad_flag' },
    { column: 'currency 7', value: 'kr', problem: 'bad_currency' },
    { column: 'customer 8', value: '#REF!', problem: 'excel_error' },
  ]);
});

describe('the close date', () => {
  test('of a month is its last day, and said', () => {
    const { deal, notices } = readOne(['expected-close'], ['2026年10月']);
    expect(deal.fields.expectedCloseOn).toBe('2026-10-31');
    expect(notices).toEqual([{ column: 'expected-close 0', value: '2026年10月', code: 'month_end' }]);
  });

  test('is the end of an ended deal, and without a year the last one', () => {
    expect(readOne(['expected-close', 'state'], ['9/30', 'Lost']).deal).toMatchObject({
      fields: {},
      state: 'declined',
      closedOn: '2025-09-30',
    });
    expect(readOne(['expected-close', 'state'], ['9/30', 'Open']).deal).toMatchObject({
      fields: { expectedCloseOn: '2026-09-30' },
      closedOn: null,
    });
  });

  test('gives way to the day a deal really ended', () => {
    const columns = [
      'state',
      'expected-close',
      ['closed-on', { part: 'won' }],
      ['closed-on', { part: 'lost' }],
    ] as const;
    const [won, lost, open] = readAll(columns, [
      ['Won', '2026-09-30', '2026-07-01', ''],
      ['Lost', '2026-09-30', '2026-05-01', '2026-06-01'],
      ['Open', '2026-09-30', '', '2026-06-01'],
    ]);
    expect(won?.deal.closedOn).toBe('2026-07-01');
    expect(lost?.deal.closedOn).toBe('2026-06-01');
    expect(open?.deal).toMatchObject({ closedOn: null, fields: { expectedCloseOn: '2026-09-30' } });
    expect(open?.notices.map(({ code }) => code)).toEqual(['not_ended']);
  });

  test('of an ended deal that lies ahead is said', () => {
    const { deal, notices } = readOne(['state', 'expected-close'], ['Won', '2026-12-31']);
    expect([deal.closedOn, notices.map(({ code }) => code)]).toEqual(['2026-12-31', ['closed_ahead']]);
  });
});

describe('the state', () => {
  const STAGE = ['state', { part: 'stage' }] as const;
  const STATUS = ['state', { part: 'status' }] as const;
  const WON = ['state', { part: 'won' }] as const;
  const LOST = ['state', { part: 'lost' }] as const;
  const CLOSED = ['state', { part: 'closed' }] as const;

  test.each([
    [[STAGE, STATUS], ['Proposal', 'Lost'], 'declined'],
    [[STAGE, STATUS], ['Our own word', 'Open'], 'open'],
    [[STAGE, STATUS], ['Our own word', 'Won'], 'won'],
    [[STAGE, STATUS], ['Closed', 'Won'], 'won'],
    [[STAGE, CLOSED, WON], ['Our own word', 'true', 'false'], 'declined'],
    [[STAGE, CLOSED, WON], ['Our own word', 'true', 'true'], 'won'],
    [[STAGE, CLOSED, WON], ['Our own word', 'false', 'false'], 'open'],
    [[STAGE, CLOSED, WON], ['Cancelled', 'true', 'false'], 'void'],
    [[STAGE, LOST], ['Proposal', 'true'], 'declined'],
    [[STAGE, LOST], ['Proposal', 'false'], 'open'],
    [[STAGE, CLOSED], ['C1:LOSE', 'Y'], 'declined'],
    [[STAGE], [''], null],
    [[STAGE], ['未設定'], null],
  ] as const)('%j of %j is %s', (columns, row, state) => {
    const { deal, problems } = readOne(columns, row);
    expect([deal.state, problems]).toEqual([state, []]);
  });

  test.each([
    [[STAGE, STATUS], ['Won', 'Lost'], 'state_conflict'],
    [[STAGE, CLOSED], ['Proposal', 'Y'], 'state_conflict'],
    [[STAGE, CLOSED], ['Won', 'N'], 'state_conflict'],
    [[STAGE, CLOSED], ['C1:7', 'Y'], 'bad_state'],
    [[CLOSED], ['Y'], 'bad_state'],
    [[STAGE, LOST], ['Our own word', 'false'], 'bad_state'],
    [[STAGE, LOST], ['Proposal', 'perhaps'], 'bad_flag'],
    [[STAGE], ['完了'], 'bad_state'],
  ] as const)('%j of %j is %s', (columns, row, problem) => {
    expect(readOne(columns, row).problems.map((it) => it.problem)).toEqual([problem]);
  });

  const ACTIVE = ['state', { part: 'active' }] as const;
  const ARCHIVED = ['state', { part: 'archived' }] as const;

  test.each([
    [[STAGE, ACTIVE, 'lost-reason'], ['New', 'FALSE', 'Too expensive'], 'declined', []],
    [[STAGE, ACTIVE, 'lost-reason'], ['Our own word', 'no', 'Too expensive'], 'declined', []],
    [[STAGE, ACTIVE, 'lost-reason'], ['New', 'FALSE', '-'], null, ['archived_row']],
    [[STAGE, ACTIVE], ['New', 'TRUE'], 'open', []],
    [[STAGE, ACTIVE], ['Won', 'FALSE'], 'won', []],
    [[STAGE, ACTIVE], ['New', 'Inactive'], null, ['archived_row']],
    [[STAGE, ARCHIVED], ['New', 'true'], null, ['archived_row']],
    [[STAGE, ARCHIVED], ['New', 'Archived'], null, ['archived_row']],
    [[STAGE, ARCHIVED], ['New', 'false'], 'open', []],
    [[STAGE, ARCHIVED], ['New', 'perhaps'], null, ['bad_flag']],
    [[ARCHIVED], ['1'], null, ['archived_row']],
  ] as const)('of what may be put away: %j of %j is %s', (columns, row, state, codes) => {
    const { deal, problems } = readOne(columns, row);
    expect([deal.state, problems.map(({ problem }) => problem)]).toEqual([state, codes]);
  });

  test('open in spite of a reason for its loss is said', () => {
    const codesOf = (row: readonly string[]) => readOne(['state', 'lost-reason'], row).notices.map(({ code }) => code);
    expect(codesOf(['New', 'Price'])).toEqual(['reason_of_open']);
    expect(codesOf(['New', ''])).toEqual([]);
    expect(codesOf(['Lost', 'Price'])).toEqual([]);
  });

  test('is what the rep said of a stage word, however it is spelt', () => {
    const stages = new Map<string, State | null>([
      ['Our own word', 'won'],
      ['提案', 'dormant'],
      ['test', null],
    ]);
    const rows = readAll(['state'], [['ＯＵＲ own_word'], ['提案'], ['Test']], stages);
    expect(rows.map(({ deal, problems }) => [deal.state, problems.map(({ problem }) => problem)])).toEqual([
      ['won', []],
      ['dormant', []],
      [null, ['left_out']],
    ]);
  });

  test('brings the reason that stands behind it, unless a column tells another', () => {
    expect(readOne(['state'], ['失注（価格）']).deal.lostReason).toBe('価格');
    expect(readOne(['state', 'lost-reason'], ['失注（価格）', '納期']).deal.lostReason).toBe('納期');
  });
});

describe('the currency', () => {
  const EUR_HEADER = ['amount', { unit: { factor: 1, currency: 'EUR' } }] as const;

  test.each([
    [['amount'], ['500'], undefined, true, []],
    [['amount'], ['€500'], 'EUR', false, []],
    [['amount', 'currency'], ['500', 'AUD'], 'AUD', false, []],
    [['amount', 'currency'], ['$500', 'AUD'], 'AUD', false, []],
    [['amount', 'currency'], ['¥500', 'CNY'], 'CNY', false, []],
    [['amount', 'currency'], ['€500', 'AUD'], 'EUR', false, ['currency_conflict']],
    [[EUR_HEADER], ['500'], 'EUR', false, []],
    [[EUR_HEADER, 'currency'], ['500', 'JPY'], 'JPY', false, []],
    [[EUR_HEADER], ['500円'], 'JPY', false, ['currency_conflict']],
    [['currency'], ['JPY'], 'JPY', false, []],
    [['amount'], ['500 kr'], undefined, true, ['currency_of_sign']],
    [['amount', 'currency'], ['500 kr', 'NOK'], 'NOK', false, []],
    [['amount', 'currency'], ['500 kr', 'EUR'], 'EUR', false, ['currency_conflict']],
  ] as const)('of %j in %j is %s', (columns, row, currency, lacksCurrency, codes) => {
    const { deal, notices } = readOne(columns, row);
    expect([deal.fields.currency, deal.lacksCurrency, notices.map(({ code }) => code)]).toEqual([
      currency,
      lacksCurrency,
      codes,
    ]);
  });
});

test('days that stand in the file as numbers or instants are said', () => {
  const { deal, notices } = readOne(['next-on', 'proposed'], ['46295', '2026-06-30T23:00:00+09:00']);
  expect(deal.fields).toEqual({ nextOn: '2026-09-30', proposedOn: '2026-06-30' });
  expect(notices.map(({ code }) => code)).toEqual(['serial']);
});

test('a date without a year is said, in whatever field', () => {
  const { deal, notices } = readOne(['next-on', 'last-contact', 'slot'], ['7/20', '7/25', '2026-08-01; 8/20']);
  expect(deal.fields).toMatchObject({ nextOn: '2027-07-20', earlierContactOn: '2025-07-25' });
  expect(notices.map(({ code }) => code)).toEqual(['year_assumed', 'year_assumed', 'year_assumed']);
});

test('a second name of the customer counts where the first is blank', () => {
  const second = ['customer', { part: 'fallback' }] as const;
  const customersOf = (columns: Parameters<typeof readAll>[0], row: readonly string[]) =>
    readOne(columns, row).deal.fields.customer;
  expect(customersOf(['customer', second], ['Acme', 'Other'])).toBe('Acme');
  expect(customersOf([second, 'customer'], ['Other', 'Acme'])).toBe('Acme');
  expect(customersOf([second, 'customer'], ['Other', ''])).toBe('Other');
});

test('what programs write around a value is not part of it', () => {
  const { deal, problems, notices } = readOne(
    ['external-id', 'customer', 'contact', 'phone', 'amount', 'title', 'email', 'next-on'],
    [
      '="00123"',
      'Acme (https://www.notion.so/Acme-0123456789abcdef)',
      'Jo Doe (jo@example.com);Al Roe (al@example.com)',
      '="0312345678"',
      '="1200"',
      'Talk (https://example.com/x)',
      'jo@example.com; al@example.com',
      '1970-01-01',
    ],
  );
  expect(deal.fields).toEqual({
    externalId: '00123',
    customer: 'Acme',
    contact: 'Jo Doe (jo@example.com);Al Roe (al@example.com)',
    phone: '0312345678',
    amount: 1200,
    title: 'Talk (https://example.com/x)',
    email: 'jo@example.com',
  });
  expect([problems, notices.map(({ code }) => code)]).toEqual([[], ['first_address', 'none']]);
});

test('any row of any text is read or reported, and full width changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom(...IMPORT_FIELDS),
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('0', '1.5', '2026-01-02', 'won', '-')),
        ),
      ),
      (cells) => {
        const fields = cells.map(([field]) => field);
        const { problems } = readOne(
          fields,
          cells.map(([, text]) => text),
        );
        const wide = readOne(
          fields,
          cells.map(([, text]) => text.replace(/[!-~]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0))),
        );
        expect(wide.problems.map(({ problem }) => problem)).toEqual(problems.map(({ problem }) => problem));
      },
    ),
    { numRuns: 1_000 },
  );
});
