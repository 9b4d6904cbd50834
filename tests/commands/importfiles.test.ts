import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { ON_FILE } from '../support/engine.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

function fileOf(desk: Desk, content: string | Uint8Array, name = 'deals.csv'): string {
  const file = join(desk.folder, name);
  writeFileSync(file, content);
  return file;
}

const shown = async (desk: Desk, deal: string) => (await desk.json('show', deal)).deal;
const all = async (desk: Desk) => (await desk.json('list', '--state', 'all', '--sort', 'number')).deals;

describe('files of Japanese offices, read without being told how', () => {
  test('a list of quotations in CP932 with slashes and blanks of one space', async () => {
    const desk = await setUpDesk({ today: '2026-07-22', language: 'ja' });
    const result = await desk.json('import', join(FIXTURES, 'mitsumori_cp932.csv'));
    expect(result).toMatchObject({ read: 5, created: 5, rejected: 0, declined: 1 });
    expect(result.file).toMatchObject({ encoding: 'cp932', delimiter: ',', headerLine: 1 });
    expect(await shown(desk, 'ext:Q-2402')).toMatchObject({
      customer: '関西搬送システム',
      proposedOn: '2026-05-15',
      amount: 1_250_000,
      owner: '佐藤',
      lastContactOn: '2026-06-01',
      nextOn: '2026-08-10',
      state: 'open',
    });
    expect(await shown(desk, 'ext:Q-2405')).toMatchObject({ state: 'declined', owner: '田中' });
  });

  test('a plan of deals whose name stands for the customer, said so, and whose costs are not the amount', async () => {
    const desk = await setUpDesk({ language: 'ja' });
    const { code, out } = await desk.run('import', join(FIXTURES, 'anken_cp932.csv'));
    expect([code, out]).toEqual([0, expect.stringContaining('「案件名」を顧客名としました')]);
    expect(await shown(desk, '1')).toMatchObject({ customer: 'インポート案件', amount: 2_000_000, owner: '鈴木花子' });
  });

  test('a list of goods, which names no customer: asked on a terminal, an error off it', async () => {
    const desk = await setUpDesk({ language: 'ja' });
    const file = join(FIXTURES, 'wareki_fullwidth_cp932.csv');
    const { code, err } = await desk.run('import', file, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([2, 'no_customer_column']);
    const answered = await desk.answering(['商品名', ''], 'import', file, '--map', '日付=proposed');
    expect(answered.code).toBe(0);
    expect([await shown(desk, '1'), await shown(desk, '2')]).toMatchObject([
      { customer: 'りんご', proposedOn: '2024-04-01', note: '余白あり' },
      { customer: 'みかん', proposedOn: '2024-05-10', note: 'ﾊﾝｶｸｶﾅ' },
    ]);
  });

  test('a board with blanks and the same name twice: the second is refused, the rest comes in if told so', async () => {
    const desk = await setUpDesk();
    const file = join(FIXTURES, 'messy_board.csv');
    const { code, out } = await desk.run('import', file, '--json');
    expect([code, JSON.parse(out).rejects.map(({ problem }: { problem: string }) => problem)]).toEqual([
      2,
      ['duplicate', 'duplicate'],
    ]);
    expect(await desk.json('import', file, '--skip-bad')).toMatchObject({ created: 13, rejected: 2, declined: 2 });
    expect(await shown(desk, 'King, Tucker')).toMatchObject({ amount: 100_000, expectedCloseOn: '2025-07-15' });
  });

  test.each(['utf16le', 'utf16be', 'eucjp', 'cp932', 'utf8'])('the same table in %s', async (encoding) => {
    const desk = await setUpDesk({ today: '2026-07-22' });
    const text = '会社名\t案件名\t金額（千円）\t受注予定日\n髙島㈱\t①基幹刷新～第Ⅲ期\t1,200\t令和8年9月30日\n';
    await desk.json('import', fileOf(desk, iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf16') })));
    expect(await shown(desk, '1')).toMatchObject({
      customer: '髙島㈱',
      amount: 1_200_000,
      currency: 'JPY',
      expectedCloseOn: '2026-09-30',
    });
  });

  test('a report with titles, a unit, page headers, totals and a remark below', async () => {
    const desk = await setUpDesk({ today: '2026-07-22' });
    const text =
      '案件一覧,,,\n出力日：2026/07/21,,,\n（単位：万円）,,,\n\n顧客名,案件名,金額,ステータス\n青木工業,採用,120,提案中\n' +
      '顧客名,案件名,金額,ステータス\n佐藤商事,更新,80,受注\n合計,,200,\n以上,,,\n';
    const result = await desk.json('import', fileOf(desk, text));
    expect(result).toMatchObject({ read: 2, created: 2, leftOut: { header: [7], total: [9], footer: [10] } });
    expect((await all(desk)).map(({ amount }: { amount: number }) => amount)).toEqual([1_200_000, 800_000]);
  });
});

describe('what a column leaves open', () => {
  const AMBIGUOUS = 'Customer,Close Date\nAoki,03/04/2026\nSato,05/06/2026\n';

  test('is an error off a terminal that names the column, a value and the flag', async () => {
    const desk = await setUpDesk();
    const { code, err } = await desk.run('import', fileOf(desk, AMBIGUOUS));
    expect(code).toBe(2);
    for (const word of ['Close Date', '03/04/2026', '2026-04-03', '2026-03-04', '--date-format'])
      expect(err).toContain(word);
    expect(await desk.store.dealCount()).toBe(0);
  });

  test.each([
    ['dmy', '2026-04-03'],
    ['MM/DD/YYYY', '2026-03-04'],
  ])('is told by --date-format %s', async (format, on) => {
    const desk = await setUpDesk();
    await desk.json('import', fileOf(desk, AMBIGUOUS), '--date-format', format);
    expect((await shown(desk, '1')).expectedCloseOn).toBe(on);
  });

  test('is decided by one value of the column that has only one reading', async () => {
    const desk = await setUpDesk();
    await desk.json('import', fileOf(desk, `${AMBIGUOUS}Mori,31/12/2026\n`));
    expect((await shown(desk, '1')).expectedCloseOn).toBe('2026-04-03');
  });

  test('is asked once on a terminal, and kept under the name the rep gives', async () => {
    const desk = await setUpDesk();
    const file = fileOf(desk, AMBIGUOUS);
    const { code, transcript } = await desk.answering(['2026-04-03', 'board'], 'import', file);
    expect([code, transcript]).toEqual([0, expect.stringContaining('03/04/2026')]);
    expect(await desk.json('import', file, '--mapping', 'board')).toMatchObject({ unchanged: 2 });
  });

  test('may be what a point means in an amount', async () => {
    const desk = await setUpDesk();
    const file = fileOf(desk, 'Customer,Amount\nAoki,1.234\n');
    const { code, err } = await desk.run('import', file);
    expect([code, err]).toEqual([2, expect.stringContaining('--decimal')]);
    await desk.json('import', file, '--decimal', 'comma');
    expect((await shown(desk, '1')).amount).toBe(1234);
  });
});

describe('stages', () => {
  const FILE = 'Customer,Stage\nAoki,Proposal\nSato,Warm fuzzy\nMori,Parked\n';

  test('nobody knows are asked about, with the way to leave their rows out', async () => {
    const desk = await setUpDesk();
    const { code } = await desk.answering(['open', 'leave', ''], 'import', fileOf(desk, FILE));
    expect(code).toBe(0);
    expect((await all(desk)).map(({ customer }: { customer: string }) => customer)).toEqual(['Aoki', 'Sato']);
  });

  test('nobody knows are refused off a terminal, unless --stage says what they mean', async () => {
    const desk = await setUpDesk();
    const file = fileOf(desk, FILE);
    const { code, out } = await desk.run('import', file, '--json');
    expect([
      code,
      JSON.parse(out).rejects.map(({ value, problem }: Record<string, string>) => [value, problem]),
    ]).toEqual([
      2,
      [
        ['Warm fuzzy', 'bad_state'],
        ['Parked', 'bad_state'],
      ],
    ]);
    const told = await desk.json('import', file, '--stage', 'warm fuzzy=open', '--stage', 'Parked=');
    expect(told).toMatchObject({ created: 2, rejected: 0, leftOut: { stage: [4] } });
  });

  test.each([['won'], ['x=lost2'], ['=open']])('are not told by --stage %s', async (flag) => {
    const desk = await setUpDesk();
    const { code, err } = await desk.run('import', fileOf(desk, FILE), '--stage', flag, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([2, 'bad_stage_map']);
  });

  test('in a column nobody knows are asked about, or an error off a terminal: a lost deal never comes in open', async () => {
    const desk = await setUpDesk();
    const file = fileOf(desk, 'Customer,Ampel\nAoki,grün\nSato,Lost\n');
    const { code, err } = await desk.run('import', file, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([2, 'stage_unclear']);
    const asked = await desk.answering([true, 'open', ''], 'import', file);
    expect([asked.code, (await all(desk)).map(({ state }: { state: string }) => state)]).toEqual([
      0,
      ['open', 'declined'],
    ]);
    const other = await setUpDesk();
    expect(await other.json('import', file, '--map', 'Ampel=')).toMatchObject({ created: 2 });
  });

  test('that say lost make no loss, even when told to', async () => {
    const desk = await setUpDesk();
    await desk.json('import', fileOf(desk, 'Customer,Stage\nAoki,gone\n'), '--stage', 'gone=lost');
    expect((await shown(desk, '1')).state).toBe('declined');
  });
});

describe('deals that are here already', () => {
  test('are found by customer and title where there is no id, however wide they are written', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'ＡＯＫＩ Kogyo', 'Hiring');
    const again = await desk.json('import', fileOf(desk, 'Customer,Title,Amount\nAoki  kogyo,hiring,300\n'));
    expect(again).toMatchObject({ created: 0, updated: 1 });
    expect(await shown(desk, '1')).toMatchObject({ amount: 300 });
  });

  test('get the id of the other system, which finds them from then on under any name', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', 'hiring');
    await desk.json('import', fileOf(desk, 'Id,Customer,Title\nX-1,Aoki,hiring\n'));
    await desk.json('import', fileOf(desk, 'Id,Customer,Title\nX-1,Aoki Holdings,hiring 2\n'));
    expect(await all(desk)).toMatchObject([{ externalId: 'X-1', customer: 'Aoki Holdings', title: 'hiring 2' }]);
  });

  test('of the same name and another id are others', async () => {
    const desk = await setUpDesk();
    await desk.json('import', fileOf(desk, 'Id,Customer\nX-1,Aoki\nX-2,Aoki\n'));
    expect(await all(desk)).toHaveLength(2);
    const { code, out } = await desk.run('import', fileOf(desk, 'Customer,Amount\nAoki,5\n'), '--json');
    expect([code, JSON.parse(out).rejects]).toEqual([
      2,
      [{ line: 2, column: 'Customer', value: 'Aoki', problem: 'many_deals' }],
    ]);
  });

  test.each([
    ['skip', 0, { unchanged: 1, updated: 0 }],
    ['update', 0, { unchanged: 0, updated: 1 }],
    ['fail', 2, { rejected: 1, updated: 0 }],
  ])('with --on-duplicate %s', async (what, exit, counts) => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', '--amount', '100');
    const { code, out } = await desk.run(
      'import',
      fileOf(desk, 'Customer,Amount\nAoki,5\n'),
      '--on-duplicate',
      what,
      '--json',
    );
    expect([code, JSON.parse(out)]).toMatchObject([exit, counts]);
    expect((await shown(desk, '1')).amount).toBe(what === 'update' ? 5 : 100);
  });

  test('keep their currency where the file names none, and everything the file does not speak of', async () => {
    const desk = await setUpDesk();
    await desk.run('config', 'set', 'currency', 'JPY');
    await desk.run('add', 'Aoki', '--amount', 'EUR 100', '--goal', 'open in May', '--decider', 'Ms Sato');
    await desk.json('import', fileOf(desk, 'Customer,Amount,Decider\nAoki,200,\n'));
    expect(await shown(desk, '1')).toMatchObject({
      amount: 200,
      currency: 'EUR',
      goal: 'open in May',
      decider: 'Ms Sato',
    });
  });

  test('lose what a blank cell stands over only with --blank-overwrites, and never their wish for quiet', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', '--amount', '100', '--decider', 'Ms Sato', '--do-not-contact');
    await desk.json('import', fileOf(desk, 'Customer,Close date\nAoki,2026-01-02\n'));
    const file = fileOf(desk, 'Customer,Amount,Decider,Close date,Do not contact\nAoki,-,,,no\n');
    expect(await desk.json('import', file)).toMatchObject({ unchanged: 1 });
    expect(await desk.json('import', file, '--blank-overwrites')).toMatchObject({ updated: 1 });
    expect(await shown(desk, '1')).toMatchObject({
      amount: null,
      decider: null,
      expectedCloseOn: null,
      doNotContact: true,
      customer: 'Aoki',
    });
  });

  test('that have ended stay so, and it is said', async () => {
    const desk = await setUpDesk();
    await desk.json('import', fileOf(desk, 'Customer,Stage\nAoki,Won\n'));
    const result = await desk.json('import', fileOf(desk, 'Customer,Stage\nAoki,Negotiation\n'));
    expect(result).toMatchObject({ unchanged: 1, keptEnded: [1] });
    expect((await shown(desk, '1')).state).toBe('won');
  });

  test('that have ended otherwise there stay as they are, and it is said', async () => {
    const desk = await setUpDesk();
    await desk.json('import', fileOf(desk, 'Customer,Stage\nAoki,Won\nSato,Lost\n'));
    const result = await desk.json('import', fileOf(desk, 'Customer,Stage\nAoki,Lost\nSato,Lost\n'));
    expect(result).toMatchObject({ unchanged: 2, keptEnded: [1] });
  });

  test('are not overwritten by a row of another system that happens to count alike', async () => {
    const desk = await setUpDesk();
    await desk.json('import', fileOf(desk, 'Id,Customer,Title\n1,Acme,Alpha\n'));
    const { code, out } = await desk.run('import', fileOf(desk, 'Id,Customer,Title\n1,青木工業,基幹\n'), '--json');
    expect([code, JSON.parse(out).rejects]).toMatchObject([2, [{ problem: 'id_of_other', value: '1' }]]);
    expect(await all(desk)).toMatchObject([{ customer: 'Acme', title: 'Alpha' }]);
  });

  describe('of which several have the id, as two reps’ systems may give it,', () => {
    const TWO = 'Id,Customer,Title\nCRM-1,Acme,Alpha\n';

    async function deskOfTwo(language: 'en' | 'ja' = 'en') {
      const desk = await setUpDesk({ language });
      await desk.json('import', fileOf(desk, TWO));
      await desk.run('add', 'Zeta', 'Z1', '--external-id', 'CRM-1');
      return desk;
    }

    test.each([
      ['names', 'Zeta,Z1,77', [null, 77]],
      ['customer', 'ZETA,stand,77', [null, 77]],
      ['customer and title of the first', 'Acme,Alpha,77', [77, null]],
    ])('are told apart by %s', async (_how, row, amounts) => {
      const desk = await deskOfTwo();
      await desk.json('import', fileOf(desk, `Id,Customer,Title,Amount\nCRM-1,${row}\n`));
      expect((await all(desk)).map(({ amount }: { amount: number | null }) => amount)).toEqual(amounts);
    });

    test.each([
      ['en', 'several deals here have this id'],
      ['ja', 'この番号の案件が複数あり'],
    ] as const)('are left alone where no name fits (%s)', async (language, said) => {
      const desk = await deskOfTwo(language);
      const { code, out, err } = await desk.run('import', fileOf(desk, 'Id,Customer,Title\nCRM-1,Mori,stock\n'));
      expect(code).toBe(2);
      expect(out + err).toContain(said);
    });
  });

  test.runIf(ON_FILE)('are backed up before the first of them changes, and come back whole with undo', async () => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki', '--amount', '100');
    const { batch } = await desk.json('import', fileOf(desk, 'Customer,Amount\nSato,1\nAoki,5\n'));
    const { readdirSync } = await import('node:fs');
    expect(readdirSync(join(desk.folder, 'backups')).filter((name) => name.includes('before-import'))).toHaveLength(1);
    expect(await desk.json('undo')).toMatchObject({ step: batch });
    expect(await all(desk)).toMatchObject([{ customer: 'Aoki', amount: 100 }]);
    await desk.json('redo');
    expect((await all(desk)).map(({ amount }: { amount: number }) => amount)).toEqual([5, 1]);
  });
});

describe('rows that cannot come in', () => {
  const BAD = 'Customer;Amount;Note\nAoki;lots;"=1+1; ""a"""\nSato;300;\nMori;1;x;y\n';

  test('are written with the reason, ready to be mended and imported again', async () => {
    const desk = await setUpDesk();
    const rejects = join(desk.folder, 'refused.csv');
    const file = fileOf(desk, BAD);
    expect(await desk.json('import', file, '--skip-bad', '--rejects', rejects)).toMatchObject({
      created: 1,
      rejected: 2,
    });
    const written = readFileSync(rejects, 'utf8');
    expect(written).toContain('followup: problem');
    expect(written).not.toMatch(/(^|,)"?=1/m);
    const mended = written.replace('lots', '700').replace(',y', ',');
    expect(await desk.json('import', fileOf(desk, mended, 'refused.csv'), '--skip-bad')).toMatchObject({ created: 2 });
    expect(await shown(desk, 'Aoki')).toMatchObject({ amount: 700, note: '=1+1; "a"' });
  });

  test('keep how they were read when all rows were there', async () => {
    const desk = await setUpDesk();
    const rejects = join(desk.folder, 'refused.csv');
    const text = '単位：千円\n会社名,金額,受注予定日\n青木,100,25/12/2026\n佐藤,abc,03/12/2026\n';
    await desk.json('import', fileOf(desk, text), '--skip-bad', '--rejects', rejects);
    await desk.json('import', fileOf(desk, readFileSync(rejects, 'utf8').replace('abc', '200'), 'refused.csv'));
    expect(await shown(desk, '佐藤')).toMatchObject({ amount: 200_000, expectedCloseOn: '2026-12-03' });
  });

  test('make a file of the header alone where there are none, so that yesterday’s is not taken for today’s', async () => {
    const desk = await setUpDesk();
    const rejects = fileOf(desk, 'old', 'refused.csv');
    await desk.json('import', fileOf(desk, 'Customer\nAoki\n'), '--rejects', rejects);
    expect(readFileSync(rejects, 'utf8')).toBe('\ufeffCustomer,followup: problem\r\n');
  });

  test.each([
    [true, 0, 1],
    [false, 2, 0],
  ])('are shown to whoever is there, who says %s to the others', async (reply, exit, count) => {
    const desk = await setUpDesk();
    const { code } = await desk.answering([reply], 'import', fileOf(desk, 'Customer,Amount\nAoki,lots\nSato,300\n'));
    expect([code, await desk.store.dealCount()]).toEqual([exit, count]);
  });

  test('hold bytes that are no characters, which never reach the book', async () => {
    const desk = await setUpDesk();
    const bytes = Buffer.concat([
      iconv.encode('顧客名,備考\n青木工業,良い知らせ\n佐藤商事,', 'cp932'),
      Buffer.from([0x81, 0x20, 0xfd]),
      iconv.encode('\n', 'cp932'),
    ]);
    const { code, out } = await desk.run('import', fileOf(desk, bytes), '--encoding', 'cp932', '--json');
    const [reject] = JSON.parse(out).rejects;
    expect([code, reject.line, reject.column, reject.problem]).toEqual([2, 3, '備考', 'undecodable']);
  });
});

test('columns that are no field are put into the note if told so, each with its name', async () => {
  const desk = await setUpDesk();
  const file = fileOf(desk, 'Customer,Note,Segment,Region\nAoki,met in May,Enterprise,-\n');
  await desk.json('import', file, '--keep-unmapped');
  expect((await shown(desk, '1')).note).toBe('met in May\nSegment: Enterprise');
  expect(await desk.json('import', file, '--keep-unmapped')).toMatchObject({ unchanged: 1 });
});

test('a dry run shows the first ten rows as they would be stored', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'C3', '--amount', '3');
  const rows = Array.from({ length: 12 }, (_, index) => `C${index},${index}`).join('\n');
  const { samples } = await desk.json('import', fileOf(desk, `Customer,Amount\n${rows}\n`), '--dry-run');
  expect(samples).toHaveLength(10);
  expect(samples[3]).toMatchObject({ line: 5, did: 'unchanged', deal: { customer: 'C3', amount: 3, state: 'open' } });
});

test('a second column of one name is named by its number', async () => {
  const desk = await setUpDesk();
  await desk.json('import', fileOf(desk, 'Name,Name\nleft,right\n'), '--map', 'Name#2=customer', '--map', 'Name=');
  expect(await all(desk)).toMatchObject([{ customer: 'right', title: '' }]);
});

test('a mapping says what the file cannot, and columns that are gone are named', async () => {
  const desk = await setUpDesk();
  const first = fileOf(desk, 'Kunde;Wert;Rest\nAoki;1,5;x\n');
  await desk.json('import', first, '--map', 'Kunde=customer', '--map', 'Wert=amount', '--save-mapping', 'kit');
  const second = fileOf(desk, 'Kunde;Rest\nSato;x\n');
  expect((await desk.json('import', second, '--mapping', 'kit')).file.missing).toEqual(['Wert']);
  expect((await all(desk)).map(({ customer }: { customer: string }) => customer)).toEqual(['Aoki', 'Sato']);
});

test('a book’s JSON comes in by its name, and flags of tables are refused with it', async () => {
  const [from, to] = [await setUpDesk(), await setUpDesk()];
  await from.run('add', 'Aoki', 'hiring', '--amount', '¥300');
  await from.run('note', '1', 'sent the case study', '--angle', 'info');
  const file = join(from.folder, 'book.json');
  await from.run('export', '-o', file);
  expect(await to.json('import', file)).toMatchObject({ read: 1, created: 1 });
  expect((await to.run('export', '--format', 'json')).sent).toEqual(readFileSync(file));
  const { code, err } = await to.run('import', file, '--skip', '2', '--json');
  expect([code, JSON.parse(err).error.code]).toEqual([2, 'flags_apart']);
});

test('a table of this book, edited in a spreadsheet, finds its deals under whatever name', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki', 'same');
  await desk.run('add', 'Aoki', 'same');
  const file = join(desk.folder, 'deals.csv');
  await desk.run('export', '-o', file);
  writeFileSync(file, readFileSync(file, 'utf8').replace('Aoki', 'Aoki Holdings'));
  expect(await desk.json('import', file)).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
});
