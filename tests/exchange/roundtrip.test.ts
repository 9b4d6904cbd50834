import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArchivedDeal } from '../../src/core/archive.ts';
import { DEAL_FLAGS, isDealFlag, readDealFlag } from '../../src/core/dealfield.ts';
import { dealToRow, EXPORT_COLUMNS } from '../../src/core/dealrow.ts';
import { undefuse } from '../../src/exchange/csvout.ts';
import { encodingNamed } from '../../src/exchange/encode.ts';
import { mapHeaders } from '../../src/exchange/headers.ts';
import { tableOf } from '../../src/exchange/outgoing.ts';
import { anyFields, archivedDeal } from '../support/archives.ts';
import { TODAY } from '../support/deals.ts';

async function tableText(deals: readonly ArchivedDeal[]): Promise<string> {
  const { head, page, tail } = tableOf(await encodingNamed('utf-8'), () => undefined);
  return (await head()) + (await page(deals)) + tail;
}

/** Reads the cells of a table as any program does. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = parse(text, { bom: true, record_delimiter: '\r\n' });
  return rows.map((cells) => cells.map(undefuse));
}

test('the header is one that an import recognises without being told', () => {
  expect(mapHeaders(EXPORT_COLUMNS, new Map())).toEqual(EXPORT_COLUMNS);
  expect(new Set(EXPORT_COLUMNS).size).toBe(EXPORT_COLUMNS.length);
});

test('every field that a rep can state has its column', () => {
  const fields = Object.values(DEAL_FLAGS).map(({ field }) => field);
  const { id: _id, ...deal } = archivedDeal();
  const stated = Object.keys(deal).slice(1, Object.keys(deal).indexOf('state'));
  expect([...fields, 'expectedCloseOn', 'note'].sort()).toEqual(stated.sort());
});

test('the cells of any deal come back to the letter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFields, { minLength: 1, maxLength: 3 }), async (list) => {
      const deals = list.map((fields) => archivedDeal(fields));
      expect(cellsOf(await tableText(deals))).toEqual([[...EXPORT_COLUMNS], ...deals.map(dealToRow)]);
    }),
  );
});

test('no cell of a file is run by a spreadsheet', async () => {
  await fc.assert(
    fc.asyncProperty(anyFields, async (fields) => {
      const rows: string[][] = parse(await tableText([archivedDeal(fields)]), { bom: true, record_delimiter: '\r\n' });
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});

/** What is read as any text, trimmed, or as an address of a certain form. */
const TEXTS: readonly string[] =
  'customer title contact email phone goal scene decider route rival next external-id owner'.split(' ');

test('values are written in the form that is read back as the same', () => {
  fc.assert(
    fc.property(anyFields, (fields) => {
      const deal = archivedDeal(fields);
      const cells = dealToRow(deal);
      for (const [index, column] of EXPORT_COLUMNS.entries()) {
        const cell = cells[index] ?? '';
        if (cell === '' || !isDealFlag(column) || TEXTS.includes(column)) continue;
        const { field } = DEAL_FLAGS[column];
        const read = readDealFlag(column, cell, { today: TODAY, currency: deal.currency });
        // What the currency has no fractions for is rounded as it is read.
        if (field === 'amount') expect(Math.abs(Number(read.amount) - Number(deal.amount))).toBeLessThanOrEqual(0.5);
        else expect(read[field]).toEqual(deal[field]);
      }
    }),
  );
});

test.each([
  [1200000, '1200000'],
  [0, '0'],
  [1e15, '1000000000000000'],
  [0.1, '0.1'],
  [22700.5, '22700.5'],
  [1.234, '1.2340'],
  [1e-7, '0.0000001'],
])('the amount %d is written as %s', (amount, text) => {
  expect(dealToRow(archivedDeal({ amount }))[EXPORT_COLUMNS.indexOf('amount')]).toBe(text);
});
