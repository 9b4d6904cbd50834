import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type Desk, type DeskOptions, setUpDesk } from '../support/desk.ts';
import { ON_FILE } from '../support/engine.ts';

async function deskWithThree(options: DeskOptions = {}): Promise<Desk> {
  const desk = await setUpDesk(options);
  await desk.run(
    'add',
    '青木工業',
    'event',
    '--amount',
    '¥900',
    '--decision-date',
    '9/1',
    '--owner',
    'Mori',
    '--phone',
    '+81 3',
  );
  await desk.run('add', 'Sato', 'form, "new"', '--owner', 'Mori', '--slot', '8/1', '--slot', '8/5', '--do-not-contact');
  await desk.run('add', 'Ueda', 'plan', '--owner', 'Kato');
  await desk.run('close', '3', 'won', '--words', 'Your plan fits.', '--on', '7/20');
  return desk;
}

const linesOf = (bytes: Buffer): string[] => bytes.toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n');

describe('to standard output', () => {
  test('goes CSV that a spreadsheet opens: marked, with CRLF, a header, a deal a row', async () => {
    const desk = await deskWithThree();
    const { code, out, err, sent } = await desk.run('export');
    expect([code, out, err]).toEqual([0, '', '']);
    expect(sent.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [header, first, second, third, ...rest] = linesOf(sent);
    expect(header).toMatch(/^customer,title,contact,.*,state,expected-close,closed-on,lost-reason,note,followup-id$/);
    expect(first).toMatch(/^青木工業,event,,,'\+81 3,.*,900,JPY,.*,2025-09-01,.*,Mori,,open,,,,,[0-9a-f]{32}$/);
    expect(second).toMatch(/^Sato,"form, ""new""",.*,2025-08-01;2025-08-05,.*,Mori,yes,open,,,,,[0-9a-f]{32}$/);
    expect(third).toMatch(/^Ueda,plan,.*,won,,2025-07-20,Your plan fits\.,,[0-9a-f]{32}$/);
    expect(rest).toEqual([]);
  });

  test.each([
    ['csv', (text: string) => text.includes('customer,title')],
    ['json', (text: string) => JSON.parse(text).deals.length === 3],
    ['ics', (text: string) => ICAL.parse(text).length === 3],
  ] as const)('goes %s, the same each time, and nothing else though --json is given', async (format, isRight) => {
    const desk = await deskWithThree();
    const { sent, out } = await desk.run('export', '--format', format, '--json');
    expect([out, isRight(sent.toString('utf8').replace(/^\ufeff/, ''))]).toEqual(['', true]);
    expect((await desk.run('export', '--format', format, '-o', '-')).sent).toEqual(sent);
  });

  test('goes an empty book as well', async () => {
    const desk = await setUpDesk();
    expect(linesOf((await desk.run('export')).sent)).toHaveLength(1);
    expect(JSON.parse(String((await desk.run('export', '--format', 'json')).sent)).deals).toEqual([]);
  });

  test.each(['csv', 'json', 'ics'])('goes to a screen as %s without anything a terminal obeys', async (format) => {
    const desk = await setUpDesk({ width: 80 });
    await desk.run('add', 'Aoki \u001b]0;owned\u0007\u009b31m\u202e', '--decision-date', '9/1');
    const { sent } = await desk.run('export', '--format', format);
    expect(sent.toString('utf8')).toContain('Aoki ');
    expect(sent.toString('utf8')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\ufeff]/);
  });

  test('and in a pipe JSON spells out what a terminal would obey', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki \u001b[31m\u009b31m\u202e');
    const text = (await desk.run('export', '--format', 'json')).sent.toString('utf8');
    expect(text).not.toMatch(/[\u001b\u009b\u202e]/);
    expect(JSON.parse(text).deals[0].customer).toBe('Aoki \u001b[31m\u009b31m\u202e');
  });
});

describe('the deals are those of list', () => {
  test.each([
    [['ueda'], {}, ['Ueda']],
    [['--state', 'open'], {}, ['青木工業', 'Sato']],
    [['--owner', 'Mori', '--state', 'all', 'sato'], {}, ['Sato']],
    [[], { owner: 'Kato' }, ['Ueda']],
  ])('%j with settings %j', async (argv, settings, customers) => {
    const desk = await deskWithThree();
    for (const [key, value] of Object.entries(settings)) await desk.run('config', 'set', key, value);
    const { deals } = JSON.parse(String((await desk.run('export', '--format', 'json', ...argv)).sent));
    expect(deals.map(({ customer }: { customer: string }) => customer)).toEqual(customers);
    expect((await desk.json('list', '--sort', 'number', ...argv)).deals).toHaveLength(customers.length);
  });

  test.each([
    [['--state', 'gone'], 'bad_choice'],
    [['--format', 'xlsx'], 'bad_choice'],
    [['--encoding', 'klingon'], 'bad_encoding'],
    [['--format', 'json', '--encoding', 'cp932'], 'encoding_csv_only'],
  ])('%j is a bad command line', async (argv, error) => {
    const desk = await deskWithThree();
    const { code, err, sent } = await desk.run('export', ...argv, '--json');
    expect([code, JSON.parse(err).error.code, sent.length]).toEqual([2, error, 0]);
  });
});

describe('to a file', () => {
  test.each([
    ['deals.csv', [], 'customer,title'],
    ['deals.JSON', [], '"format": "followup"'],
    ['deals.ics', [], 'BEGIN:VCALENDAR'],
    ['deals.txt', [], 'customer,title'],
    ['deals.csv', ['--format', 'json'], '"format": "followup"'],
  ])('%s %j has what its name or the flag says', async (name, argv, content) => {
    const desk = await deskWithThree();
    const file = join(desk.folder, name);
    const { code, out, sent, err } = await desk.run('export', '-o', file, ...argv);
    expect([code, out, sent.length]).toEqual([0, '', 0]);
    expect(err).toContain(file);
    expect(readFileSync(file, 'utf8')).toContain(content);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['csv', { deals: 3, replaced: 0, encoding: 'utf-8' }],
    ['json', { deals: 3 }],
    ['ics', { deals: 3, events: 1 }],
  ])('as %s says in JSON what was written', async (format, counts) => {
    const desk = await deskWithThree();
    const file = join(desk.folder, `deals.${format}`);
    expect(await desk.json('export', '-o', file)).toMatchObject({ format, file, ...counts });
  });

  test('has the bytes that go to standard output', async () => {
    const desk = await deskWithThree();
    const file = join(desk.folder, 'deals.csv');
    await desk.run('export', '-o', file);
    expect(readFileSync(file)).toEqual((await desk.run('export')).sent);
  });

  test.runIf(ON_FILE)('never takes the place of the book', async () => {
    const desk = await deskWithThree({ onDisk: true });
    for (const file of [desk.bookFile, join(desk.folder, '.', 'followup.db')]) {
      const { code, err } = await desk.run('export', '-o', file, '--json');
      expect([code, JSON.parse(err).error.code]).toEqual([2, 'export_over_book']);
    }
    expect(await desk.store.dealCount()).toBe(3);
  });

  test.each([
    ['en', 'a folder', '', 'This is a folder'],
    ['ja', 'a folder', '', 'フォルダーです'],
    ['en', 'nowhere', 'none/deals.csv', 'cannot be written'],
  ] as const)('says (%s) when it is %s', async (language, _what, name, said) => {
    const desk = await deskWithThree({ language });
    const { code, err } = await desk.run('export', '-o', join(desk.folder, name));
    expect([code, err.includes(said)]).toEqual([1, true]);
  });
});

describe('in another encoding', () => {
  test.each(['cp932', 'euc-jp', 'utf-16le'])('%s is what its readers read', async (encoding) => {
    const desk = await deskWithThree();
    const { sent } = await desk.run('export', '--encoding', encoding);
    const utf8 = linesOf((await desk.run('export')).sent);
    expect(linesOf(Buffer.from(iconv.decode(sent, encoding)))).toEqual(utf8);
  });

  test('what it does not have is named, and nothing is written', async () => {
    const desk = await deskWithThree();
    await desk.run('edit', '2', '--contact', '𠮷田', '--rival', 'café');
    const file = join(desk.folder, 'deals.csv');
    writeFileSync(file, 'old');
    for (const argv of [['-o', file], []]) {
      const { code, err, sent } = await desk.run('export', '--encoding', 'cp932', ...argv);
      expect([code, sent.length, readFileSync(file, 'utf8')]).toEqual([1, 0, 'old']);
      expect(err).toContain('#2 contact: 𠮷 (U+20BB7)');
      expect(err).toContain('#2 rival: é (U+00E9)');
    }
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('it is replaced where somebody agrees, and said', async () => {
    const desk = await deskWithThree();
    await desk.run('edit', '2', '--contact', '𠮷田');
    const { code, err, sent } = await desk.run('export', '--encoding', 'cp932', '--replace-unmappable');
    expect([code, iconv.decode(sent, 'cp932').includes('?田')]).toEqual([0, true]);
    expect(err).toContain('1 character');
  });

  test('signs that only have a twin there are written as it, and said', async () => {
    const desk = await deskWithThree();
    await desk.run('edit', '2', '--contact', '10〜12');
    const { code, err, sent } = await desk.run('export', '--encoding', 'cp932');
    expect([code, iconv.decode(sent, 'cp932').includes('10～12'), err.includes('twin')]).toEqual([0, true, true]);
  });
});

describe('a calendar', () => {
  const eventsOf = (sent: Buffer) =>
    new ICAL.Component(ICAL.parse(sent.toString('utf8'))).getAllSubcomponents('vevent').map((it) => new ICAL.Event(it));
  const exported = async (desk: Desk, ...argv: string[]) =>
    eventsOf((await desk.run('export', '--format', 'ics', ...argv)).sent);

  async function deskWithDays(language: 'en' | 'ja' = 'en'): Promise<Desk> {
    const desk = await setUpDesk({ language });
    const days = ['--decision-date', '2025-09-01', '--goal-date', '2025-09-30', '--lead', '1mo'];
    await desk.run('add', 'Aoki', 'event', ...days, '--next', 'staff hours', '--next-on', '2025-07-28', '--booked');
    await desk.run('note', '1', '', '--promise', 'security sheet', '--by', '2025-07-25');
    return desk;
  }

  test.each([
    [
      'en',
      [
        'Aoki decides: event',
        'Latest useful day for Aoki to decide: event',
        'Promised to Aoki: security sheet',
        'Meet Aoki: staff hours',
      ],
    ],
    [
      'ja',
      [
        'Aoki様のご判断日：event',
        'Aoki様のご決定が間に合う最終日：event',
        'Aoki様へのお約束：security sheet',
        'Aoki様とのお打ち合わせ：staff hours',
      ],
    ],
  ] as const)('has the four kinds of days, in the rep’s language (%s)', async (language, summaries) => {
    const events = await exported(await deskWithDays(language));
    expect(events.map(({ summary }) => summary)).toEqual(summaries);
    expect(events.map(({ startDate }) => startDate.toString())).toEqual([
      '2025-09-01',
      '2025-08-29',
      '2025-07-25',
      '2025-07-28',
    ]);
  });

  test('knows each day by the same name after an edit, and in another book’s copy', async () => {
    const desk = await deskWithDays();
    const before = (await exported(desk)).map(({ uid }) => uid);
    await desk.run('edit', '1', '--customer', 'Aoki Kogyo', '--decision-date', '2025-09-05', '--external-id', 'A-1');
    const after = await exported(desk);
    expect(after.map(({ uid }) => uid)).toEqual(before);
    expect(after[0]?.startDate.toString()).toBe('2025-09-05');
    expect(new Set(before).size).toBe(4);
    const other = await exported(await deskWithDays());
    expect(other.some(({ uid }) => before.includes(uid))).toBe(false);
  });

  test('drops what is done', async () => {
    const desk = await deskWithDays();
    await desk.run('note', '1', 'sent it', '--kept', '1');
    expect((await exported(desk)).some(({ summary }) => summary.startsWith('Promised'))).toBe(false);
    await desk.run('close', '1', 'won', '--words', 'Your plan fits.');
    expect(await exported(desk)).toEqual([]);
  });

  test('calls for no contact that the customer does not wish', async () => {
    const desk = await deskWithDays();
    await desk.run('edit', '1', '--do-not-contact');
    const events = await exported(desk);
    expect(events.some(({ summary }) => summary.startsWith('Latest'))).toBe(false);
    for (const { description } of events) expect(description).toContain('They asked not to be contacted.');
  });
});
