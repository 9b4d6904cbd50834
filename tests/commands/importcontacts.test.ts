import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { runs } from '../support/engine.ts';

function fileOf(desk: Desk, content: string | Uint8Array, name = 'activities.csv'): string {
  const file = join(desk.folder, name);
  writeFileSync(file, content);
  return file;
}

/** A book with deal 1 (ext A-1, Aoki, hiring event, contact Sato), 2 (Mori, stand) and 3 (Mori, lights). */
async function setUpBook(language: 'en' | 'ja' = 'en'): Promise<Desk> {
  const desk = await setUpDesk({ language });
  await desk.run('add', 'Aoki Kogyo', 'hiring event', '--external-id', 'A-1', '--contact', 'Sato');
  await desk.run('add', 'Mori', 'stand');
  await desk.run('add', 'Mori', 'lights');
  return desk;
}

async function imported(content: string, ...argv: string[]) {
  const desk = await setUpBook();
  const result = await desk.json('import', fileOf(desk, content), '--kind', 'contacts', ...argv);
  return { desk, result, contacts: (await desk.json('show', '1')).contacts };
}

const TWO =
  'Subject,Type,Date,Note,Deal\nQuote,Email,2025-07-01,,hiring event\nVisit,Visit,2025-07-03,met Sato,hiring event\n';

describe('an activity export', () => {
  test('of Pipedrive goes into the histories of the deals it names', async () => {
    const { result, contacts } = await imported(
      'Activity - Subject,Activity - Type,Activity - Due date,Activity - Due time,Activity - Done,Activity - Note,Activity - Assigned to user,Deal - Title,Person - Name,Person - Email,Organization - Name\n' +
        'Call about the venue,Call,2025-07-01,10:00,Done,they worry about staff,Keiko,hiring event,Sato,s@aoki.test,Aoki Kogyo\n' +
        'Lunch,Lunch,2025-07-03,12:00,Done,,Keiko,hiring event,Ito,i@aoki.test,Aoki Kogyo\n' +
        'Send the plan,Task,2025-07-04,,Done,,Keiko,hiring event,,,Aoki Kogyo\n' +
        'Call again,Call,2025-07-10,,To do,,Keiko,hiring event,,,Aoki Kogyo\n' +
        'Kick-off,Meeting,2025-08-10,,Done,,Keiko,hiring event,,,Aoki Kogyo\n',
    );
    expect(result).toMatchObject({ read: 5, created: 2, updated: 0, unchanged: 0, rejected: 0, rejects: [] });
    expect(result.leftOut).toMatchObject({ type: [4], notDone: [5], ahead: [6], duplicate: [] });
    expect(contacts).toMatchObject([
      { on: '2025-07-01', from: 'us', channel: 'phone', text: 'Call about the venue\nthey worry about staff' },
      { on: '2025-07-03', from: 'us', channel: 'meeting', text: 'Lunch (Ito)' },
    ]);
  });

  test('of HubSpot tells who turned to whom, and who was not reached', async () => {
    const { contacts } = await imported(
      'Activity type,Activity date,Activity assigned to,Title,Body preview,Call outcome,Direction,Associated Deals,Associated Deal IDs,Associated Company\n' +
        'INCOMING_EMAIL,2025-07-01 09:12,Keiko,Re: quote,How long does it take?,,,hiring event,A-1,Aoki Kogyo\n' +
        'Call,2025-07-02 09:12,Keiko,Intro,,Left voicemail,Outbound,hiring event,A-1,Aoki Kogyo\n' +
        'Call,2025-07-03 09:12,Keiko,Called back,,Connected,Inbound,hiring event,A-1,Aoki Kogyo\n' +
        'Note,2025-07-03 09:12,Keiko,,internal,,,hiring event,A-1,Aoki Kogyo\n',
    );
    expect(contacts).toMatchObject([
      { on: '2025-07-01', from: 'them', channel: 'email', statusOnly: false },
      { on: '2025-07-02', from: 'us', channel: 'phone' },
      { on: '2025-07-03', from: 'them', channel: 'phone', text: 'Called back' },
    ]);
  });

  test('in Japanese, in CP932, comes in as it is', async () => {
    const desk = await setUpDesk({ language: 'ja' });
    await desk.run('add', '青木工業', '採用イベント');
    const { encode } = (await import('iconv-lite')).default;
    const text =
      '活動日,活動種別,件名,活動内容,案件名,取引先名,担当者,先方担当者,結果,次回予定\r\n' +
      '2025/7/1,初回訪問,ご挨拶,現場の手間を心配されている,採用イベント,青木工業,森,佐藤,,7/20 訪問\r\n' +
      '2025/7/2,電話（受電）,,納期のご質問,採用イベント,青木工業,森,佐藤,,\r\n' +
      '2025/7/3,架電,不在のため折り返し依頼,,採用イベント,青木工業,森,佐藤,不在,\r\n' +
      '2025/7/4,社内打合せ,,値引きの相談,採用イベント,青木工業,森,,,\r\n';
    const file = fileOf(desk, encode(text, 'cp932'));
    expect(await desk.json('import', file, '--kind', 'contacts')).toMatchObject({ created: 3, rejected: 0 });
    expect((await desk.json('show', '1')).contacts).toMatchObject([
      { on: '2025-07-01', channel: 'visit', text: 'ご挨拶\n現場の手間を心配されている (佐藤)' },
      { on: '2025-07-02', channel: 'phone', from: 'them' },
      { on: '2025-07-03', channel: 'phone', from: 'us' },
    ]);
  });

  test('may be a list of calls without a type: its headers say it', async () => {
    const { contacts } = await imported(
      'Subject,Call Type,Call Start Time,Related To,Call Result,Description\n' +
        'Follow up,Outbound,2025-07-01 10:00,hiring event,,asked for the plan\n',
    );
    expect(contacts).toMatchObject([{ channel: 'phone', from: 'us', text: 'Follow up\nasked for the plan' }]);
  });

  test('whose days fit both ways must say which', async () => {
    const desk = await setUpBook();
    const file = fileOf(desk, 'Type,Date,Deal\nCall,03/04/2025,hiring event\nCall,05/06/2025,hiring event\n');
    const off = await desk.run('import', file, '--kind', 'contacts');
    expect(off.code).toBe(2);
    expect(off.err).toContain('--date-format');
    await desk.run('import', file, '--kind', 'contacts', '--date-format', 'dmy');
    expect((await desk.json('show', '1')).contacts.map(({ on }: { on: string }) => on)).toEqual([
      '2025-04-03',
      '2025-06-05',
    ]);
  });
});

describe('the wording check', () => {
  const TEXTS = [
    'Just checking in on the quote.',
    'I have attached the staff hours of three similar events, two pages.',
    'その後、ご検討状況はいかがでしょうか。',
    'Any news?',
  ];

  test.each(TEXTS)('judges an outgoing message as note does: %s', async (text) => {
    const { contacts } = await imported(`Note,Type,Date,Deal\n"${text}",Email,2025-07-01,hiring event\n`);
    const other = await setUpBook();
    await other.run('note', '1', text, '--channel', 'email', '--on', '2025-07-01');
    expect(contacts).toEqual((await other.json('show', '1')).contacts);
  });

  test('says how many were status-only, and counts nobody else’s words', async () => {
    const rows = ['Email,us', 'Email,them', 'Meeting,us', 'Email,us'].map(
      (it, n) => `Just checking in on the quote.,${it},2025-07-0${n + 1},hiring event\n`,
    );
    const { result, contacts } = await imported(`Note,Type,Direction,Date,Deal\n${rows.join('')}`);
    expect(result).toMatchObject({ created: 4, statusOnly: 2 });
    expect(contacts.map(({ statusOnly }: { statusOnly: boolean }) => statusOnly)).toEqual([true, false, false, true]);
  });

  test('shows in the figures of the deal', async () => {
    const rows = [1, 3, 7, 9].map((day) => `Just checking in on the quote.,Email,2025-07-0${day},hiring event\n`);
    const { desk } = await imported(`Note,Type,Date,Deal\n${rows.join('')}`);
    const { lists } = await desk.json('today');
    const entries = Object.values(lists).flat() as { deal: { id: number }; terms: { code: string }[] }[];
    const codes = entries.find(({ deal }) => deal.id === 1)?.terms.map(({ code }) => code);
    expect(codes).toContain('status_run');
    expect((await desk.json('doctor')).findings ?? []).not.toContainEqual(expect.objectContaining({ code: 'stale' }));
  });
});

describe('again tomorrow', () => {
  test('the same file changes nothing, and says so', async () => {
    const { desk } = await imported(TWO);
    const again = await desk.json('import', join(desk.folder, 'activities.csv'), '--kind', 'contacts');
    expect(again).toMatchObject({ read: 2, created: 0, unchanged: 2, batch: null, statusOnly: 0 });
    expect((await desk.json('show', '1')).contacts).toHaveLength(2);
  });

  test('a longer file brings what is new', async () => {
    const { desk } = await imported(TWO);
    const file = fileOf(desk, `${TWO}Call,Call,2025-07-05,,hiring event\n`);
    expect(await desk.json('import', file, '--kind', 'contacts')).toMatchObject({ created: 1, unchanged: 2 });
  });

  test('two rows that say the same are one contact', async () => {
    const row = 'Quote,Email,2025-07-01,,hiring event\n';
    const { result, contacts } = await imported(`Subject,Type,Date,Note,Deal\n${row}${row}`);
    expect(result).toMatchObject({ created: 1, rejected: 0, leftOut: { duplicate: [3] } });
    expect(contacts).toHaveLength(1);
  });

  test('is one step that undo takes back', async () => {
    const { desk, result } = await imported(TWO);
    await desk.run('undo', String(result.batch));
    expect((await desk.json('show', '1')).contacts).toEqual([]);
  });
});

describe('the deal of a row', () => {
  test.each([
    ['external id', 'Deal ID', 'A-1', 1],
    ['external id in a column of deals', 'Deal', 'A-1', 1],
    ['title, in any width and case', 'Deal Name', 'ＨＩＲＩＮＧ  event', 1],
    ['customer with a single deal', 'Customer', 'Aoki Kogyo', 1],
    ['customer in a column of deals', 'Related To', 'aoki kogyo', 1],
    ['title', 'Deal', 'lights', 3],
  ])('is found by its %s', async (_by, header, value, id) => {
    const { desk } = await imported(`${header},Type,Date\n${value},Call,2025-07-01\n`);
    expect((await desk.json('show', String(id))).contacts).toHaveLength(1);
  });

  test.each([
    ['unknown', 'Deal,Customer', 'tower,', 'deal_unknown', 'Deal'],
    ['unknown although its customer is known', 'Deal,Customer', 'tower,Aoki Kogyo', 'deal_unknown', 'Deal'],
    ['another customer’s', 'Deal,Customer', 'lights,Aoki Kogyo', 'deal_unknown', 'Deal'],
    ['one of several of the customer', 'Deal,Customer', ',Mori', 'many_deals', 'Customer'],
    ['not named', 'Deal,Customer', ',', 'deal_missing', 'Deal'],
  ])('is never guessed where it is %s', async (_what, headers, values, problem, column) => {
    const desk = await setUpBook();
    const file = fileOf(desk, `${headers},Type,Date\n${values},Call,2025-07-01\n`);
    const { code, out } = await desk.run('import', file, '--kind', 'contacts', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ created: 0, rejected: 1, rejects: [{ line: 2, column, problem }] });
  });

  test('may have ended', async () => {
    const desk = await setUpBook();
    await desk.run('close', '2', 'won', '--words', 'We go ahead with you.');
    const file = fileOf(desk, 'Deal,Type,Date\nstand,Call,2025-07-01\n');
    await desk.json('import', file, '--kind', 'contacts');
    const { deal, contacts } = await desk.json('show', '2');
    expect([deal.state, contacts.length]).toEqual(['won', 1]);
  });

  test('keeps all that is recorded of itself; what follows from its history follows', async () => {
    const desk = await setUpBook();
    await desk.run('edit', '1', '--next', 'show the plan', '--next-on', '2025-07-10', '--decision-date', '2025-09-01');
    const before = (await desk.json('show', '1')).deal;
    await desk.json('import', fileOf(desk, 'Deal,Type,Date\nA-1,Meeting,2025-07-11\n'), '--kind', 'contacts');
    const { deal, slips } = await desk.json('show', '1');
    expect(deal).toEqual({ ...before, lastContactOn: '2025-07-11', lastSignalOn: '2025-07-11' });
    expect(slips).toEqual([]);
  });
});

describe('a type that nobody knows', () => {
  const ODD = 'Type,Date,Deal\nSchnack,2025-07-01,hiring event\n,2025-07-02,hiring event\n';

  test('refuses its row off a terminal', async () => {
    const desk = await setUpBook();
    const { code, out } = await desk.run('import', fileOf(desk, ODD), '--kind', 'contacts', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out).rejects.map(({ problem }: { problem: string }) => problem)).toEqual([
      'bad_type',
      'type_missing',
    ]);
  });

  test('is told, and kept with the mapping', async () => {
    const desk = await setUpBook();
    const file = fileOf(desk, ODD);
    const told = ['--type', 'schnack=visit', '--type', '=', '--save-mapping', 'crm'];
    const result = await desk.json('import', file, '--kind', 'contacts', ...told);
    expect(result).toMatchObject({ created: 1, rejected: 0, leftOut: { type: [3] } });
    expect((await desk.json('show', '1')).contacts).toMatchObject([{ channel: 'visit' }]);
    expect(await desk.json('import', file, '--kind', 'contacts', '--mapping', 'crm')).toMatchObject({ unchanged: 1 });
  });

  test('is asked about on a terminal', async () => {
    const desk = await setUpBook();
    const replies = ['online', 'leave these rows out', ''];
    const { code } = await desk.answering(replies, 'import', fileOf(desk, ODD), '--kind', 'contacts');
    expect(code).toBe(0);
    expect((await desk.json('show', '1')).contacts).toMatchObject([{ channel: 'online' }]);
  });

  test('that is told wrongly is said', async () => {
    const desk = await setUpBook();
    const { code, err } = await desk.run('import', fileOf(desk, ODD), '--kind', 'contacts', '--type', 'x=pigeon');
    expect(code).toBe(2);
    expect(err).toContain('pigeon');
  });
});

describe('columns and flags', () => {
  test('a file that names no deal or no day says so, or asks', async () => {
    const desk = await setUpBook();
    const file = fileOf(desk, 'Kind,When it was,About\nCall,2025-07-01,hiring event\n');
    const first = await desk.run('import', file, '--kind', 'contacts', '--json');
    expect(JSON.parse(first.err).error.code).toBe('no_deal_column');
    const second = await desk.run('import', file, '--kind', 'contacts', '--json', '--map', 'About=deal');
    expect(JSON.parse(second.err).error.code).toBe('no_day_column');
    const { code } = await desk.answering(['About', 'When it was', ''], 'import', file, '--kind', 'contacts');
    expect(code).toBe(0);
    expect((await desk.json('show', '1')).contacts).toHaveLength(1);
  });

  test('columns that are no field are named, or kept in the text without being judged', async () => {
    const content = 'Note,Type,Date,Deal,Priority\nsent the plan,Email,2025-07-01,hiring event,any news?\n';
    const desk = await setUpBook();
    const { out } = await desk.run('import', fileOf(desk, content), '--kind', 'contacts', '--dry-run');
    expect(out).toContain('Priority');
    const kept = await imported(content, '--keep-unmapped');
    expect(kept.contacts).toMatchObject([{ text: 'sent the plan\nPriority: any news?', statusOnly: false }]);
  });

  test('a dry run shows what would be stored, and writes nothing', async () => {
    const desk = await setUpBook();
    const result = await desk.json('import', fileOf(desk, TWO), '--kind', 'contacts', '--dry-run');
    expect(result).toMatchObject({
      created: 2,
      batch: null,
      samples: [
        { line: 2, did: 'created', contact: { deal: { id: 1 }, on: '2025-07-01', channel: 'email', text: 'Quote' } },
        { line: 3 },
      ],
    });
    expect((await desk.json('show', '1')).contacts).toEqual([]);
    const { out } = await desk.run('import', fileOf(desk, TWO), '--kind', 'contacts', '--dry-run');
    expect(out).toContain('2025-07-03');
  });

  test('bad rows are written out, mended and imported again', async () => {
    const desk = await setUpBook();
    const file = fileOf(desk, 'Type,Date,Deal\nCall,2025-07-01,hiring event\nCall,2025-07-02,tower\n');
    const rejects = join(desk.folder, 'refused.csv');
    const argv = ['--kind', 'contacts', '--skip-bad', '--rejects', rejects];
    expect(await desk.json('import', file, ...argv)).toMatchObject({ created: 1, rejected: 1 });
    const text = readFileSync(rejects, 'utf8');
    writeFileSync(rejects, text.replace('tower', 'stand'));
    expect(await desk.json('import', rejects, '--kind', 'contacts')).toMatchObject({ created: 1, rejected: 0 });
  });

  test.each([
    ['contacts', '--stage', 'x=open'],
    ['contacts', '--decimal', 'comma'],
    ['contacts', '--on-duplicate', 'skip'],
    ['contacts', '--blank-overwrites'],
    ['deals', '--type', 'x=phone'],
  ])('with --kind %s, %s is refused', async (kind, ...flag) => {
    const desk = await setUpBook();
    const { code, err } = await desk.run('import', fileOf(desk, TWO), '--kind', kind, ...flag, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([2, 'kind_apart']);
  });

  test('a kind that is none is refused', async () => {
    const desk = await setUpBook();
    expect((await desk.run('import', fileOf(desk, TWO), '--kind', 'people')).code).toBe(2);
  });
});

test('any cells whatever give a result or a clear error, and nothing is half imported', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'Email',
      'Schnack',
      '2025-07-01',
      '7/1/2025',
      '電話',
      'hiring event',
      'A-1',
      'Mori',
      'To do',
      '受信',
      '不在',
    ),
  );
  const row = fc.array(cell, { minLength: 1, maxLength: 9 });
  const desk = await setUpBook();
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), fc.boolean(), async (rows, skipBad) => {
      const quoted = rows.map((cells) => cells.map((it) => `"${it.replaceAll('"', '""')}"`).join());
      const file = fileOf(
        desk,
        ['Subject,Type,Date,Note,Deal,Customer,Direction,Outcome,Status', ...quoted].join('\n'),
      );
      const before = (await desk.json('show', '1')).contacts.length;
      const argv = ['import', file, '--kind', 'contacts', '--json', ...(skipBad ? ['--skip-bad'] : [])];
      const { code, out } = await desk.run(...argv);
      expect([0, 2]).toContain(code);
      if (code === 2) expect((await desk.json('show', '1')).contacts).toHaveLength(before);
      else expect((await desk.run(...argv)).code === 0 && JSON.parse(out).updated).toBe(0);
    }),
    runs(100),
  );
});
