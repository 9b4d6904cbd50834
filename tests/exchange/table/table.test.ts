import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { detectEncoding } from '../../../src/exchange/table/encoding.ts';
import type { Row } from '../../../src/exchange/table/row.ts';
import { bytesSource, type Source } from '../../../src/exchange/table/source.ts';
import { rowsOf, surveyTable, type TableShape } from '../../../src/exchange/table/table.ts';
import { all, encoded } from '../../support/bytes.ts';

const KNOWN = ['deal name', 'stage', 'amount', 'customer', '顧客名', '案件名', '金額', '担当者'];

interface Told {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly skip?: number;
}

async function read(source: Source, told: Told = {}): Promise<{ shape: TableShape; rows: Row[] }> {
  const shape = await surveyTable(source, {
    encoding: await detectEncoding(source, told.encoding ?? null),
    delimiter: told.delimiter ?? null,
    skip: told.skip ?? null,
    isKnownHeader: (cell) => KNOWN.includes(cell.toLowerCase()),
  });
  return { shape, rows: (await all(rowsOf(source, shape))).flat() };
}

async function survey(
  text: string,
  told?: Told,
): Promise<Pick<TableShape, 'delimiter' | 'headerLine'> & { names: string[] }> {
  const { delimiter, headerLine, headers } = (await read(encoded(text), told)).shape;
  return { delimiter, headerLine, names: headers.map(({ name }) => name) };
}

async function rows(text: string): Promise<(readonly [line: number, kind: string, ...cells: string[]])[]> {
  return (await read(encoded(text))).rows.map(({ line, kind, fault, cells }) => [line, fault ?? kind, ...cells]);
}

describe('the delimiter', () => {
  test.each([
    ['Deal Name,Stage\nA,Open\n', ','],
    ['Deal Name\tStage\nA\tOpen\n', '\t'],
    ['Deal Name;Stage\nA;Open\n', ';'],
    ['Deal Name|Stage\nA|Open\n', '|'],
    ['Firma;Betrag;Stand\nAoki;1.234,56;offen\nBeta;2.000,00;offen\n', ';'],
    ['Firma;Betrag\nAoki;1,5\nBeta;2,5\nGamma;3,5\n', ';'],
    ['案件一覧, 営業部, 2026\t\n案件名\t金額\nA, Inc\t1\n', '\t'],
    ['Liste, Vertrieb, 2026\nFirma;Stand\nAoki;offen\nBeta;offen\n', ';'],
    ['Record ID,Deal Name,Amount,IDs\n1,A,5,8001;8002\n2,B,6,8003;8004\n', ','],
    ['Deal Name,Text\nA,"x;y;z\tq"\nB,"x;y;z\tq"\n', ','],
    ['名称,値\n"a;b",1\n', ','],
    ['案件名，金額\t顧客名\nA，1\tB\n', '\t'],
    ['sep=;\nDeal Name;Stage\n', ';'],
    ['"sep=|"\r\nDeal Name|Stage\n', '|'],
    ['a,b\nc,d', ','],
  ])('of %j', async (text, delimiter) => {
    expect(await survey(text)).toMatchObject({ delimiter });
  });

  test('of one column does not matter, but a comma in its cells does not cut them', async () => {
    const { rows: found } = await read(encoded('Customer\nSmith, Jones\nBeta\nGamma, Delta\n'));
    expect(found.map(({ cells }) => cells)).toEqual([['Smith, Jones'], ['Beta'], ['Gamma, Delta']]);
  });

  test('is what the user tells', async () => {
    expect(await survey('a;b,c\nd;e,f\n', { delimiter: ';' })).toMatchObject({ names: ['a', 'b,c'] });
  });
});

describe('the header', () => {
  test.each([
    ['Deal Name,Stage\nA,Open\n', 1, ['Deal Name', 'Stage']],
    ['\n\n,,\nDeal Name,Stage\nA,Open\n', 4, ['Deal Name', 'Stage']],
    ['案件一覧,,\n出力日時：2026/11/01,,\n\n案件名,顧客名,金額\nA,B,1\n', 4, ['案件名', '顧客名', '金額']],
    ['"Report: Pipeline"\r\n"2026"\r\n\r\n"Deal Name","Stage"\r\n', 4, ['Deal Name', 'Stage']],
    ['担当者,林\n案件名,顧客名,金額\nA,B,1\nC,D,2\n', 2, ['案件名', '顧客名', '金額']],
    ['Title of it all\nfoo,bar,baz\n1,2,3\n4,5,6\n', 2, ['foo', 'bar', 'baz']],
    ['foo,bar,baz\n1,2,3\n', 1, ['foo', 'bar', 'baz']],
    ['foo,bar,Stage,Amount\nStage,Amount,Customer,x\n', 2, ['Stage', 'Amount', 'Customer', 'x']],
    ['sep=,\nDeal Name,Stage\n', 2, ['Deal Name', 'Stage']],
    [' Deal Name ,"Stage\r\n(now)",,\n', 1, ['Deal Name', 'Stage (now)', '', '']],
    ['"a\nb",x\nDeal Name,Stage\n', 3, ['Deal Name', 'Stage']],
  ])('of %j', async (text, headerLine, names) => {
    expect(await survey(text)).toMatchObject({ headerLine, names });
  });

  test('stands where the user tells, whatever is above it', async () => {
    const text = 'Deal Name,Stage\r\n"open\r\n\r\nx,y\r\n1,2\r\n';
    expect(await survey(text, { skip: 2 })).toMatchObject({ headerLine: 4, names: ['x', 'y'] });
    for (const size of [1, 3, 99]) {
      const { rows: found } = await read(encoded(text, 'utf-8', size), { skip: 2 });
      expect(found).toEqual([{ line: 5, cells: ['1', '2'], kind: 'row' }]);
    }
  });

  test('tells columns of one name apart', async () => {
    const { shape } = await read(encoded('Stage,Amount,Stage,,\n'));
    expect(shape.headers.map(({ name, nth }) => `${name}#${nth}`)).toEqual([
      'Stage#1',
      'Amount#1',
      'Stage#2',
      '#1',
      '#2',
    ]);
  });

  test('has titles above it', async () => {
    const { shape } = await read(encoded('sep=,\n"案件一覧",,\n\n出力者,林,\n案件名,顧客名,金額\n'));
    expect(shape.titleLines).toEqual(['案件一覧', '出力者 林']);
  });

  test.each(['', '\n\n', ',,\n,,\n', '\ufeff', '\x1a'])('is missing in %j', async (text) => {
    await expect(read(encoded(text))).rejects.toMatchObject({ code: 'csv_empty' });
  });
});

describe('rows', () => {
  const HEADER = 'Deal Name,Customer,Stage,Amount\n';

  test('are as they stand in the file', async () => {
    expect(await rows(`${HEADER} A ,"x\r\ny",　,"1"\n\n,,,\nB,C\n`)).toEqual([
      [2, 'row', ' A ', 'x\r\ny', '　', '1'],
      [6, 'row', 'B', 'C'],
    ]);
  });

  test('are told from what stands between and under them', async () => {
    const text = `${HEADER}A,B,C,1\nDeal Name,Customer,Stage,Amount\nD,E,F,2\n合計,,,3\n以上\n`;
    expect((await rows(text)).map(([line, kind]) => [line, kind])).toEqual([
      [2, 'row'],
      [3, 'header'],
      [4, 'row'],
      [5, 'total'],
      [6, 'footer'],
    ]);
  });

  test.each([
    ['A,B,C,1,,\n', ['row']],
    ['A,B,C,1,x\n', ['too_long']],
    ['A,"B" b,C,1\n', ['stray_quote']],
    ['Acme\n', ['too_short']],
    ['A,B\n', ['row']],
    ['A,B,C,1\nD,E\nF,3\n', ['row', 'row', 'row']],
    ['A,B,C,1\nD,E first\nline,F,3\nG,H,I,4\n', ['row', 'broken', 'broken', 'row']],
    ['A,B,C,1\nD,E first\nline\nand,F,3\nG,H,I,4\n', ['row', 'broken', 'broken', 'broken', 'row']],
    ['A,B,C,1\nD,E first\n\nline,F,3\nG,H,I,4\n', ['row', 'broken', 'broken', 'row']],
    ['A,B,C,1\nX,Y,Z\nD,E,F first\nline,3\nG,H,I,4\n', ['row', 'row', 'broken', 'broken', 'row']],
    ['A,B,C,1\nD,E,F\nG,H,I\nJ,K,L\nM,N,O\nP\n', ['row', 'row', 'row', 'row', 'row', 'too_short']],
  ])('%j', async (text, faults) => {
    expect((await rows(HEADER + text)).map(([, fault]) => fault)).toEqual(faults);
  });

  test('of a table that leaves out empty cells as a habit are not taken for pieces', async () => {
    const ragged = ['A,B,C', 'D,E,F', 'G,H,I', 'J,K', 'L,M,N', 'O,P,Q', 'R,S,T', 'U,V,W', 'A,B,C,1'].join('\n');
    const found = await rows(HEADER + ragged);
    expect(found.map(([, fault]) => fault)).toEqual(found.map(() => 'row'));
  });

  test('are as wide as the named columns where a header is padded', async () => {
    const padded = 'Deal Name,Stage,,,,\nA,x\nB,y\nC,z\nD,z\nE,z\nF,z\n';
    expect((await rows(padded)).map(([, fault]) => fault)).toEqual(Array(6).fill('row'));
    expect(await rows('Deal Name,Stage,Amount,\nA,x,1,a\nB,y,2,b\nC\nD,z,3,c\n')).toContainEqual([4, 'row', 'C']);
    expect(await rows('Deal Name,Stage,Amount,\nA,x,1,a\nB,y\nz,2,b\nD,z,3,c\n')).toContainEqual([
      4,
      'broken',
      'z',
      '2',
      'b',
    ]);
  });

  test('broken by a quote are refused with the file', async () => {
    await expect(read(encoded(`${HEADER}A,B,C,1\nD,"E,F,2\n`))).rejects.toMatchObject({
      code: 'csv_broken',
      facts: { file: 'deals.csv', line: 3 },
    });
  });

  test('beyond the sample are read as those within it', async () => {
    const text = HEADER + 'A,"x\ny",C,1\n'.repeat(20_000);
    const { rows: found } = await read(encoded(text));
    expect(found.length).toBe(20_000);
    expect(found.at(-1)).toEqual({ line: 40_000, cells: ['A', 'x\ny', 'C', '1'], kind: 'row' });
  });
});

test.each(['utf-8', 'utf-16le', 'utf-16be', 'cp932', 'euc-jp'])('a Japanese table in %s', async (encoding) => {
  for (const size of [1, 3, 65_536]) {
    const source = encoded(
      '案件一覧\r\n\r\n案件名,顧客名,金額\r\n展示会,東都精機㈱,"1,200,000"\r\n\x1a',
      encoding,
      size,
    );
    const { shape, rows: found } = await read(source);
    expect([shape.encoding.name, shape.headerLine]).toEqual([encoding, 3]);
    expect(found).toEqual([{ line: 4, cells: ['展示会', '東都精機㈱', '1,200,000'], kind: 'row' }]);
  }
});

test('a place that does not decode stays to be seen, and takes no neighbour with it', async () => {
  const good = iconv.encode('案件名,顧客名,金額\n展示会,東都精機,1\n見本,', 'cp932');
  const { shape, rows: found } = await read(
    bytesSource('x', Buffer.concat([good, Buffer.from([0x83]), Buffer.from(',2\n')])),
  );
  expect(shape.encoding).toMatchObject({ name: 'cp932', isDamaged: true });
  expect(found.at(-1)).toEqual({ line: 3, cells: ['見本', '\ufffd', '2'], kind: 'row' });
});

test.each([
  ['A,B,C,1\nClosed Won,,,\nD,E,F,2\n', ['row', 'too_short', 'row']],
  ['A,B,C,1\n東京支店,,,\nD,E,F,2\n', ['row', 'too_short', 'row']],
  ['A,B,C,1\n,B,,\n', ['row', 'row']],
  ['A,,,\nB,,,\nC,D,,\n', ['row', 'row', 'row']],
  ['A,B,C,1\n大阪計,,,2\n', ['row', 'maybe_total']],
])('a lone cell in %j', async (text, kinds) => {
  const found = await rows(`Deal Name,Customer,Stage,Amount\n${text}`);
  expect(found.map(([, kind]) => kind)).toEqual(kinds);
});

const TITLED = 'Deal Name,Customer,Stage,Amount\nA,B,C,1\nD,E,F,2\n';

test.each([
  [
    [
      '',
      '"Grand Totals (2 records)"',
      '"","","USD","125000.00"',
      '"Pipeline by Rep"',
      '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."',
      '"Confidential Information - Do Not Distribute"',
      '"Generated By:  Jo Doe  11/23/2026 9:00 AM"',
      '"Initech Corp"',
      '"   Show: All opportunities"',
    ],
    ['total', 'total', 'footer', 'footer', 'footer', 'footer', 'footer', 'footer'],
  ],
  [
    ['Initech Corp', '以上'],
    ['footer', 'footer'],
  ],
  [
    ['Total,,,3', '"","","USD 125,000.00"'],
    ['total', 'total'],
  ],
  // Without a certain sign, or before further deals, a lone cell is refused instead.
  [['Initech Corp'], ['too_short']],
  [
    ['【東京支店】,,,', '青木'],
    ['footer', 'too_short'],
  ],
  [
    ['Initech Corp', '以上', 'G,H,I,3'],
    ['too_short', 'footer', 'row'],
  ],
  [
    ['Total,,,3', 'G,H,I,3', '"","","","4"'],
    ['total', 'row', 'row'],
  ],
])('the end %j', async (lines, kinds) => {
  const found = await rows(TITLED + lines.join('\n'));
  expect(found.slice(2).map(([, kind]) => kind)).toEqual(kinds);
});

test.each([
  [`Deal Name,Stage${',x'.repeat(40_000)}\nA,B\n`, 'csv_record_too_long'],
  [`"Deal Name,Stage${',x'.repeat(40_000)}\nA,B\n`, 'csv_broken'],
])('a header that does not end', async (text, code) => {
  await expect(read(encoded(text))).rejects.toMatchObject({ code });
});

describe('any bytes whatever', () => {
  const result = async (bytes: Uint8Array, size?: number): Promise<unknown> => {
    try {
      return await read(bytesSource('x', bytes, size));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { code: error.code, facts: error.facts };
    }
  };

  test('give rows or a failure that has words, however they are cut', async () => {
    const shred = fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc
        .constantFrom('"', ',', ';', '\r', '\n', '\r\n', '\t', 'Stage', '案件名', '合計', 'sep=;', '\x1a', '\0')
        .map((it) => Buffer.from(it)),
      fc.constantFrom('顧客', 'ｱｵｷ', 'Müller').map((it) => iconv.encode(it, 'cp932')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(shred, { maxLength: 12 }), async (shreds) => {
        const bytes = Buffer.concat(shreds);
        expect(await result(bytes, 1)).toEqual(await result(bytes));
      }),
      { numRuns: 300 },
    );
  });

  test('long ones too', async () => {
    for (const size of [1_000, 100_000, 1_000_000]) await result(randomBytes(size));
    await result(Buffer.alloc(300_000, 'あ'));
    await result(Buffer.alloc(300_000, '"'));
    await result(Buffer.alloc(300_000, 0));
  });
});
