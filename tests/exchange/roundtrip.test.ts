import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArchivedDeal } from '../../src/core/archive.ts';
import { DEAL_FLAGS } from '../../src/core/dealfield.ts';
import { dealToRow, EXPORT_COLUMNS } from '../../src/core/dealrow.ts';
import { cellToText } from '../../src/core/import/spreadsheet.ts';
import { encodingNamed } from '../../src/exchange/encode.ts';
import { mapHeaders } from '../../src/exchange/headers/headers.ts';
import { tableOf } from '../../src/exchange/outgoing.ts';
import { anyFields, archivedDeal, archiveFile } from '../support/archives.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { runs } from '../support/engine.ts';

async function tableText(deals: readonly ArchivedDeal[]): Promise<string> {
  const { head, page, tail } = tableOf(await encodingNamed('utf-8'), () => undefined);
  return (await head()) + (await page(deals)) + tail;
}

/** Reads the cells of a table as any program does. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = parse(text, { bom: true, record_delimiter: '\r\n' });
  return rows.map((cells) => cells.map(cellToText));
}

test('the header is one that an import recognises without being told', () => {
  expect(mapHeaders(EXPORT_COLUMNS, new Map()).map(({ field }) => field)).toEqual(EXPORT_COLUMNS);
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
      expect(cellsOf(await tableText(deals))).toEqual([
        [...EXPORT_COLUMNS],
        ...deals.map((it) => dealToRow(it).map(cellToText)),
      ]);
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

/** A deal's own fields; a text of no characters and none at all cannot be told apart in a table. */
function fieldsOf(deals: readonly ArchivedDeal[]): unknown[] {
  return deals.map(({ id: _id, contacts: _c, promises: _p, questions: _q, materials: _m, slips: _s, ...fields }) =>
    Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value === '' ? null : value])),
  );
}

async function recorded(desk: Desk): Promise<ArchivedDeal[]> {
  return JSON.parse((await desk.run('export', '--format', 'json')).sent.toString()).deals;
}

test('a table of any deals, imported into an empty book, makes the same deals, and once more changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFields, { minLength: 1, maxLength: 4 }), async (list) => {
      const deals = list.map((fields, index) =>
        archivedDeal({ ...fields, id: index + 1, uid: String(index).padStart(32, '0') }),
      );
      const [from, to] = [await setUpDesk(), await setUpDesk()];
      const file = join(from.folder, 'book.json');
      writeFileSync(file, archiveFile(...deals));
      await from.json('import', file);
      const table = join(from.folder, 'deals.csv');
      await from.run('export', '-o', table);
      const { rejects, created } = await to.json('import', table);
      expect({ rejects, created }).toEqual({ rejects: [], created: deals.length });
      expect(fieldsOf(await recorded(to))).toEqual(fieldsOf(await recorded(from)));
      expect(await to.json('import', table)).toMatchObject({ unchanged: deals.length, batch: null });
      await to.store.close();
      await from.store.close();
    }),
    runs(60),
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
