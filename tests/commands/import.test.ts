import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stepsOf } from '../support/book.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';

function fileOf(desk: Desk, content: string | Uint8Array, name = 'deals.csv'): string {
  const file = join(desk.folder, name);
  writeFileSync(file, content);
  return file;
}

async function imported(content: string, ...argv: string[]) {
  const desk = await setUpDesk();
  const result = await desk.json('import', fileOf(desk, content), ...argv);
  return { desk, result, deals: (await desk.json('list', '--sort', 'number')).deals };
}

describe('a file of deals', () => {
  test('comes in by the headers other systems use, in English', async () => {
    const { desk, result } = await imported(
      'Deal ID,Account Name,Deal Name,Deal Value,Stage,Close Date,Owner,Next Step,Description\n' +
        'D-1,Aoki Kogyo,hiring event,"¥1,200,000",Negotiation,2025-09-30,Mori,send the staff hours,met in May\n',
    );
    expect(result).toMatchObject({ read: 1, created: 1, updated: 0, unchanged: 0, rejected: 0, batch: 1, rejects: [] });
    expect((await desk.json('show', 'ext:D-1')).deal).toMatchObject({
      customer: 'Aoki Kogyo',
      title: 'hiring event',
      amount: 1_200_000,
      currency: 'JPY',
      state: 'open',
      owner: 'Mori',
      next: 'send the staff hours',
      note: 'met in May',
    });
  });

  test('comes in by Japanese headers', async () => {
    const { desk } = await imported(
      '管理番号,取引先名,案件名,金額,フェーズ,受注予定日\nA1,青木工業,採用イベント,120万円,提案中,2025/9/30\n',
    );
    expect((await desk.json('show', 'ext:A1')).deal).toMatchObject({
      customer: '青木工業',
      amount: 1_200_000,
      expectedCloseOn: '2025-09-30',
      decisionOn: null,
    });
  });

  test('keeps the seller’s close date as a guess, never as the customer’s decision date', async () => {
    const { desk } = await imported('Customer,Close Date\nAoki,2025-09-30\n');
    expect((await desk.json('show', '1')).deal).toMatchObject({ expectedCloseOn: '2025-09-30', decisionOn: null });
  });

  test('brings a lost deal in as declined on its close date, for a loss needs the customer’s own words', async () => {
    const { desk } = await imported('Customer,Stage,Close Date,Loss Reason\nAoki,Lost,2025-06-30,price\n');
    const { deal, outcome } = await desk.json('show', '1');
    expect(deal).toMatchObject({ state: 'declined', closedOn: '2025-06-30', expectedCloseOn: null, reason: null });
    expect(outcome).toMatchObject({ state: 'declined', on: '2025-06-30', words: null, fact: 'price' });
  });

  test('reads a close date without a year as the last one where the deal has ended, whichever column comes first', async () => {
    const { desk } = await imported('Customer,Close Date,Stage\nAoki,9/30,Lost\nSato,9/30,Open\n');
    expect((await desk.json('show', '1')).deal.closedOn).toBe('2024-09-30');
    expect((await desk.json('show', '2')).deal.expectedCloseOn).toBe('2025-09-30');
  });

  test('brings a won deal in as won', async () => {
    const { desk } = await imported('Customer,Stage,Close Date\nAoki,Won,2025-06-30\n');
    expect((await desk.json('show', '1')).deal).toMatchObject({ state: 'won', closedOn: '2025-06-30' });
  });

  test('takes the customer from the title where only a title is named', async () => {
    const { deals } = await imported('Deal Name,Value\nAoki hiring,300\n');
    expect(deals).toMatchObject([{ customer: 'Aoki hiring', amount: 300 }]);
  });

  test('may have cells of several lines, quotes, a byte order mark, blank lines and Windows line ends', async () => {
    const { desk, result } = await imported(
      '\ufeffCustomer,Note\r\n"Aoki ""A"" Kogyo","first\r\nsecond"\r\n\r\nSato,\r\n',
    );
    expect(result).toMatchObject({ read: 2, created: 2 });
    expect((await desk.json('show', '1')).deal).toMatchObject({ customer: 'Aoki "A" Kogyo', note: 'first\r\nsecond' });
  });

  test('may have columns that stand for nothing, and says which', async () => {
    const desk = await setUpDesk();
    const { code, out } = await desk.run('import', fileOf(desk, 'Customer,Shoe size\nAoki,26\n'));
    expect(code).toBe(0);
    expect(out).toContain('no field is named for them: Shoe size');
  });

  test('belongs to the rep who set an owner, where it names none', async () => {
    const desk = await setUpDesk();
    await desk.run('config', 'set', 'owner', 'Mori');
    await desk.run('import', fileOf(desk, 'Customer,Owner\nAoki,\nSato,Kita\n'));
    expect((await desk.json('list', '--owner', 'Mori')).deals).toMatchObject([{ customer: 'Aoki' }]);
  });

  test('is one step of the journal', async () => {
    const desk = await setUpDesk({ onDisk: true });
    const { batch } = await desk.json('import', fileOf(desk, 'Customer\nAoki\nSato\n'));
    const steps = await stepsOf(desk.bookFile);
    expect(steps.map(({ command, changes }) => [command, changes.length])).toEqual([['import', 2]]);
    expect(batch).toBe(1);
  });
});

describe('columns named by the rep', () => {
  test('go where --map says, whatever their header', async () => {
    const { deals } = await imported('A,B,C\nAoki,300,x\n', '--map', 'A=customer', '--map', 'B=amount', '--map', 'C=');
    expect(deals).toMatchObject([{ customer: 'Aoki', amount: 300, title: '' }]);
  });

  test('may have an equals sign in their header', async () => {
    const { deals } = await imported('a=b\nAoki\n', '--map', 'a=b=customer');
    expect(deals).toMatchObject([{ customer: 'Aoki' }]);
  });

  test('outrank the headers that would be recognised', async () => {
    const { deals } = await imported('Customer,Company\nnot me,Aoki\n', '--map', 'Company=customer');
    expect(deals).toMatchObject([{ customer: 'Aoki' }]);
  });

  test.each([
    ['a column the file does not have', ['--map', 'Z=customer'], 'unknown_header'],
    ['a field nobody has', ['--map', 'Customer=mood'], 'unknown_field'],
    ['no pair', ['--map', 'Customer'], 'bad_map'],
    ['two columns for one field', ['--map', 'Customer=title', '--map', 'Name=title'], 'mapped_twice'],
  ])('are refused where they name %s', async (_what, argv, error) => {
    const desk = await setUpDesk();
    const { code, err } = await desk.run('import', fileOf(desk, 'Customer,Name\nAoki,x\n'), ...argv, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([2, error]);
    expect(await desk.store.dealCount()).toBe(0);
  });
});

describe('a file that comes in again', () => {
  const FIRST = 'Id,Customer,Amount,Stage,Close Date\nA,Aoki,300,Open,\nB,Sato,500,Open,\n';

  test('changes nothing the second time', async () => {
    const desk = await setUpDesk();
    await desk.run('import', fileOf(desk, FIRST));
    expect(await desk.json('import', fileOf(desk, FIRST))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      batch: null,
    });
  });

  test('updates what differs, and a blank cell takes nothing away', async () => {
    const desk = await setUpDesk();
    await desk.run('import', fileOf(desk, FIRST));
    const again = 'Id,Customer,Amount\nA,Aoki,450\nB,Sato,\nC,Mori,1\n';
    expect(await desk.json('import', fileOf(desk, again))).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
    const { deals } = await desk.json('list', '--sort', 'number');
    expect(deals.map(({ amount }: { amount: number }) => amount)).toEqual([450, 500, 1]);
  });

  test('ends the deal that ended over there', async () => {
    const desk = await setUpDesk();
    await desk.run('import', fileOf(desk, FIRST));
    await desk.run('import', fileOf(desk, 'Id,Customer,Stage,Close Date\nA,Aoki,Lost,2025-07-15\n'));
    const { deal, outcome } = await desk.json('show', 'ext:A');
    expect(deal).toMatchObject({ state: 'declined', closedOn: '2025-07-15' });
    expect(outcome).toMatchObject({ state: 'declined', on: '2025-07-15' });
  });

  test('never takes back that a customer does not wish to be contacted', async () => {
    const desk = await setUpDesk();
    await desk.run('import', fileOf(desk, FIRST));
    await desk.run('edit', 'ext:A', '--do-not-contact');
    await desk.run('import', fileOf(desk, 'Id,Customer,Do not contact\nA,Aoki,no\n'));
    expect((await desk.json('show', 'ext:A')).deal.doNotContact).toBe(true);
  });
});

describe('a file with bad rows', () => {
  const BAD =
    'Id,Customer,Amount,Decision date,Note\n' +
    'A,Aoki,300,2025-09-30,"two\nlines"\n' +
    'B,Sato,lots,2025-02-30,\n' +
    ',,,,only a note\n' +
    'A,Again,1,,\n';

  test('writes nothing, and reports every value with its line and column', async () => {
    const desk = await setUpDesk();
    const { code, out, err } = await desk.run('import', fileOf(desk, BAD), '--json');
    expect(code).toBe(2);
    expect(JSON.parse(err).error.code).toBe('import_rejected');
    const result = JSON.parse(out);
    expect(result).toMatchObject({ read: 4, created: 0, updated: 0, unchanged: 0, rejected: 3, batch: null });
    expect(result.rejects).toEqual([
      { line: 4, column: 'Amount', value: 'lots', problem: 'bad_money' },
      { line: 4, column: 'Decision date', value: '2025-02-30', problem: 'bad_day' },
      { line: 5, column: 'Customer', value: '', problem: 'customer_missing' },
      { line: 6, column: 'Id', value: 'A', problem: 'duplicate' },
    ]);
    expect(await desk.store.dealCount()).toBe(0);
  });

  test.each([
    ['en', 'line 4, column Amount: lots: not an amount I can read'],
    ['ja', '4行目、列「Amount」: lots: 金額として読めません'],
  ] as const)('says so in words (%s)', async (language, said) => {
    const desk = await setUpDesk({ language });
    const { code, out } = await desk.run('import', fileOf(desk, BAD));
    expect(code).toBe(2);
    expect(out).toContain(said);
  });

  test('brings the good ones in with --skip-bad', async () => {
    const desk = await setUpDesk();
    const result = await desk.json('import', fileOf(desk, BAD), '--skip-bad');
    expect(result).toMatchObject({ created: 1, rejected: 3, batch: 1 });
    expect((await desk.json('list')).deals).toMatchObject([{ customer: 'Aoki' }]);
  });

  test('has too many cells where a comma was not quoted', async () => {
    const desk = await setUpDesk();
    const { code, out } = await desk.run('import', fileOf(desk, 'Customer,Amount\nAoki,1,200\n'), '--json');
    expect([code, JSON.parse(out).rejects[0].problem]).toEqual([2, 'row_length']);
  });

  test('may name a status check as next step, as other systems do', async () => {
    const { deals } = await imported('Customer,Next step\nAoki,follow up\n');
    expect(deals).toHaveLength(1);
  });
});

describe('a dry run', () => {
  test('counts and judges everything, and writes nothing', async () => {
    const desk = await setUpDesk({ onDisk: true });
    const result = await desk.json('import', fileOf(desk, 'Customer\nAoki\nSato\n'), '--dry-run');
    expect(result).toMatchObject({ read: 2, created: 2, batch: null });
    expect(await desk.store.dealCount()).toBe(0);
    expect(await stepsOf(desk.bookFile)).toEqual([]);
  });

  test('says that it was one', async () => {
    const desk = await setUpDesk();
    expect((await desk.run('import', fileOf(desk, 'Customer\nAoki\n'), '--dry-run')).out).toContain(
      'Dry run: nothing was written.',
    );
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['that is a workbook', Buffer.from('PK\u0003\u0004 and so on'), 'not_a_table', 2],
    ['with an open quote', 'Customer\n"Aoki\n', 'csv_broken', 2],
    ['that is empty', '', 'csv_empty', 2],
    ['without a customer', 'Amount\n3\n', 'no_customer_column', 2],
  ])('%s is named with the way on', async (_what, content, error, exit) => {
    const desk = await setUpDesk();
    const { code, out, err } = await desk.run('import', fileOf(desk, content), '--json');
    expect([code, out, JSON.parse(err).error.code]).toEqual([exit, '', error]);
    expect(await desk.store.dealCount()).toBe(0);
  });

  test('because it is not there, or is a folder', async () => {
    const desk = await setUpDesk();
    expect((await desk.run('import', join(desk.folder, 'none.csv'))).err).toContain('There is no file');
    expect((await desk.run('import', desk.folder)).code).toBe(1);
    expect((await desk.run('import')).code).toBe(2);
  });
});
