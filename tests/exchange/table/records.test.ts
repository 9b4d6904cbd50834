import spectrum, { type Sample } from 'csv-spectrum';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delimiterNamed } from '../../../src/exchange/table/delimiter.ts';
import { recordsOf } from '../../../src/exchange/table/records.ts';
import { all } from '../../support/bytes.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function records(
  text: string,
  { delimiter = ',', isPadded = false, size = text.length || 1, firstLine = 1 } = {},
): Promise<(readonly [line: number, ...cells: string[]])[]> {
  const pieces = inPieces(text, size);
  const batches = await all(recordsOf({ file: 'deals.csv', firstLine, pieces }, { delimiter, isPadded }));
  return batches.flat().map(({ line, cells, hasStrayQuote }) => [line, ...cells, ...(hasStrayQuote ? ['!'] : [])]);
}

const SAMPLES = await new Promise<readonly Sample[]>((resolve, reject) => {
  spectrum((error, samples) => (error ? reject(error) : resolve(samples)));
});

/** One sample's JSON gives another telephone number than its CSV, and stands in no list. */
function mended(row: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return row['Contact Phone Number'] === '1234567890' ? { ...row, 'Contact Phone Number': '2095257564' } : row;
}

describe('the samples of csv-spectrum', () => {
  test('are all there', () => expect(SAMPLES.length).toBe(12));

  test.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', async (_name, { csv, json }) => {
    for (const size of [1, 7, 100_000]) {
      const [header = [0], ...rows] = await records(csv.toString(), { size });
      const names = header.slice(1);
      const read = rows.map(([, ...cells]) => Object.fromEntries(names.map((name, at) => [name, cells[at]])));
      expect(read).toEqual([JSON.parse(json.toString())].flat().map(mended));
    }
  });
});

describe('lines are those of the file', () => {
  test.each([
    ['a\nb\nc', [1, 2, 3]],
    ['a\r\nb\r\nc\r\n', [1, 2, 3]],
    ['a\rb\rc', [1, 2, 3]],
    ['a\rb\r\nc\nd', [1, 2, 3, 4]],
    ['a\n\n\nb', [1, 2, 3, 4]],
    ['"a\r\nb"\r\nc', [1, 3]],
    ['"a\rb"\rc', [1, 3]],
    ['"a\n\r\n\rb"\nc', [1, 5]],
    ['x,"1\r\n2","3\n4"\r\ny', [1, 4]],
  ])('%j', async (text, lines) => {
    for (const size of [1, 2, 100]) expect((await records(text, { size })).map(([line]) => line)).toEqual(lines);
  });

  test('counted from the first line of the text', async () => {
    expect(await records('a\nb', { firstLine: 7 })).toEqual([
      [7, 'a'],
      [8, 'b'],
    ]);
  });
});

describe('quotes', () => {
  test.each([
    ['5" pipe,1', [1, '5" pipe', '1']],
    ['a"b"c,1', [1, 'a"b"c', '1']],
    ['"say ""hi""",1', [1, 'say "hi"', '1']],
    ['"""quoted"" name",1', [1, '"quoted" name', '1']],
    ['"",1', [1, '', '1']],
    ['"abc" def,1', [1, '"abc" def', '1', '!']],
    ['"5" pipe",1', [1, '"5" pipe"', '1', '!']],
    ['1,"a"b,"c",d', [1, '1', '"a"b', 'c', 'd', '!']],
    [' "a",1', [1, ' "a"', '1']],
  ])('%s', async (text, record) => {
    for (const size of [1, 3, 100]) expect(await records(text, { size })).toEqual([record]);
  });

  test('that swallow the next row show by what follows them', async () => {
    expect(await records('1,"Aoki,x\n2,"Beta",y\n3,c,z')).toEqual([
      [1, '1', '"Aoki,x\n2,"Beta"', 'y', '!'],
      [3, '3', 'c', 'z'],
    ]);
  });

  test('may stand behind a space where that is the habit of the file', async () => {
    expect(await records('"a", "b, c",  d', { isPadded: true })).toEqual([[1, 'a', 'b, c', 'd']]);
  });

  test.each([
    ['a,b\n1,"open\n2,c\n', 2],
    ['a,b\n"x\r\ny","open\n', 3],
    ['"', 1],
    ['a\r\r\n"b"",', 3],
  ])('never closed are named by the line they open on: %j', async (text, line) => {
    for (const size of [1, 100]) {
      await expect(records(text, { size })).rejects.toMatchObject({ code: 'csv_broken', facts: { line } });
    }
  });

  test('never closed in a long file do not fill the memory', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<string> {
      yield 'a,b\n1,"';
      for (; given < 1000; given += 1) yield 'x,y\n'.repeat(16_384);
    }
    const reading = recordsOf({ file: 'x', firstLine: 1, pieces: endless() }, { delimiter: ',', isPadded: false });
    await expect(all(reading)).rejects.toMatchObject({ code: 'csv_broken', facts: { line: 2 } });
    expect(given).toBeLessThan(100);
  });
});

test.each([
  ['a,b\n1,', 'x'.repeat(5_000_000), 2],
  ['a,b\n"1",', `"${'x'.repeat(99)}",`.repeat(50_000), 2],
  ['', `${'x'.repeat(99)},`.repeat(50_000), 1],
])('%j before a record of megabytes is not taken for an open quote', async (start, long, line) => {
  const reading = records(`${start}${long}`, { size: 65_536 });
  await expect(reading).rejects.toMatchObject({ code: 'csv_record_too_long', facts: { line } });
});

test('any sign may part the cells', async () => {
  for (const delimiter of [',', ';', '\t', '|', '^', ']', '\\', '-', '~', ' ']) {
    expect(await records(`a${delimiter}"b"c${delimiter}"d"\n`, { delimiter })).toEqual([[1, 'a', '"b"c', 'd', '!']]);
  }
});

test.each([
  ['tab', '\t'],
  ['\\t', '\t'],
  ['Semicolon', ';'],
  ['pipe', '|'],
  [';', ';'],
  ['^', '^'],
])('a delimiter told as %s', (told, delimiter) => expect(delimiterNamed(told)).toBe(delimiter));

test.each(['', 'a', '"', '\n', ';;', '、、', '1'])('%j is no delimiter', (told) => {
  expect(() => delimiterNamed(told)).toThrowError(expect.objectContaining({ code: 'bad_delimiter' }));
});

test('whatever is quoted comes back, and the pieces make no difference', async () => {
  const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.stringMatching(/^[",\r\n a"]{0,8}$/));
  const row = fc.array(cell, { minLength: 2, maxLength: 4 });
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  const quoted = (it: string): string => `"${it.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 4 }),
      lineEnd,
      fc.integer({ min: 1, max: 9 }),
      async (rows, end, size) => {
        const text = rows.map((cells) => cells.map(quoted).join(',') + end).join('');
        expect((await records(text, { size })).map(([, ...cells]) => cells)).toEqual(rows);
      },
    ),
  );
});

test('of any text, the lines add up', async () => {
  const text = fc.stringMatching(/^[a",\r\n]{0,30}$/);
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (it, size) => {
      const whole = await records(`${it}\nend`).catch(({ code, facts }) => ({ code, facts }));
      expect(await records(`${it}\nend`, { size }).catch(({ code, facts }) => ({ code, facts }))).toEqual(whole);
      if (!Array.isArray(whole)) return;
      const [line, last] = whole.at(-1) ?? [];
      if (last === 'end') expect(line).toBe(`${it}\n`.split(/\r\n|\r|\n/).length);
    }),
  );
});

/** Its quotes are not written by the rules, so that the library reads on from here. */
const STRAY = '"x"y\n';

test('what is written by the rules is cut as the library would, wherever the pieces end', async () => {
  const sign = fc.constantFrom('a', 'é', '森', ' ', ',', ',', '"', '"', '\n', '\n', '\r\n', '\r');
  const cell = fc.constantFrom('a', '森', '"b,c"', '"d""e"', '"f\r\ng"', '5" h', '', '""');
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => `${cells.join()}\n`));
  const texts = fc.oneof(
    fc.string({ unit: sign }),
    fc.tuple(rows, fc.string({ unit: sign })).map(([a, b]) => a.join('') + b),
  );
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 20 }), async (text, size) => {
      const read = await records(text, { size }).catch((error: unknown) => error);
      const byLibrary = await records(STRAY + text, { firstLine: 0 }).catch((error: unknown) => error);
      if (Array.isArray(byLibrary)) expect(read).toEqual(byLibrary.slice(1));
      else expect(read).toEqual(byLibrary);
    }),
    { numRuns: 2_000 },
  );
});
