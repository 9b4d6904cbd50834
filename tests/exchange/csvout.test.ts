import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLines } from '../../src/exchange/csvout.ts';

test('rows come back cell by cell, whatever stands in them', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', ',', '"', '\r', '\n', '\r\n', 'a\nb', ' ', '5" pipe', 'a,b'),
  );
  const row = fc.array(cell, { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
      const text = await csvLines(rows);
      const back: string[][] = parse(text, { record_delimiter: '\r\n', relax_column_count: true });
      expect(back).toEqual(rows);
      expect(text.replace(/"(?:[^"]|"")*"/g, '')).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
    }),
  );
});
