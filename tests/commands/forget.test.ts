import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/core/deal.ts';
import { cellOf } from '../support/book.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { ON_FILE } from '../support/engine.ts';

async function deskWith(...lines: readonly (readonly string[])[]): Promise<Desk> {
  const desk = await setUpDesk({ onDisk: true });
  // Nobody has the book open between two commands.
  await desk.store.close();
  for (const argv of lines) {
    const { code, err } = await desk.run(...argv);
    expect([argv.join(' '), code, code === 0 ? '' : err]).toEqual([argv.join(' '), 0, '']);
  }
  return desk;
}

async function failureOf(desk: Desk, ...argv: string[]): Promise<[code: number, error: string]> {
  const { code, err } = await desk.run(...argv, '--json');
  return [code, JSON.parse(err).error.code];
}

/** Returns the files of the desk, backups with them, that hold one of these texts in any case or encoding. */
function filesHolding(desk: Desk, ...texts: readonly string[]): string[] {
  const files = readdirSync(desk.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\.(csv|json)$/.test(file));
  const forms = (text: string): Buffer[] => [
    Buffer.from(text.toLowerCase()),
    Buffer.from(JSON.stringify(text).slice(1, -1).toLowerCase()),
    Buffer.from(text.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)),
    Buffer.from(text, 'utf16le'),
  ];
  return files.filter((file) => {
    const bytes = readFileSync(file);
    const folded = Buffer.from(
      bytes.toString('latin1').replace(/[A-Z]/g, (it) => it.toLowerCase()),
      'latin1',
    );
    return texts.flatMap(forms).some((form) => folded.includes(form) || bytes.includes(form));
  });
}

const MARKS = [
  'Hanako Sato',
  'hanako@aoki.example',
  '090-1234-5678',
  '+81 90 1234 5678',
  'ＨＡＮＡＫＯ',
  'too dear for us',
  'the crane fell',
];
const SATO = ['--contact', 'Hanako Sato', '--email', 'hanako@aoki.example', '--phone', '090-1234-5678'];
const LOST = ['--words', 'It is too dear for us.', '--channel', 'phone', '--reason', 'budget'];
const HISTORY: readonly (readonly string[])[] = [
  ['add', 'Aoki Kogyo', 'event', '--amount', '900000', ...SATO, '--decider', 'Hanako Sato', '--external-id', 'A-1'],
  ['add', 'Mori', 'stand', '--contact', 'Ken Mori', '--email', 'ken@mori.example'],
  ['edit', '1', '--scene', 'ＨＡＮＡＫＯ　SATO wants it quiet', '--goal', 'call hanako  sato at +81 90 1234 5678'],
  ['note', '1', 'the crane fell on them', '--from', 'them', '--asked', 'who pays for "Hanako Sato"?'],
  [
    'note',
    '1',
    'answered',
    '--answered',
    '1',
    '--answer',
    'the crane fell; nobody',
    '--promise',
    'call Hanako Sato',
    '--by',
    '7/25',
  ],
  ['note', '2', 'met Ms. Hanako Sato there; write to HANAKO@aoki.example', '--channel', 'visit'],
  ['hold', '1', '2025-08-20', '--words', 'the crane fell, wait'],
  ['edit', '1', '--clear', 'hold'],
  ['close', '1', 'lost', ...LOST, '--who', 'Hanako Sato'],
];

describe('forget', () => {
  test.runIf(ON_FILE)('leaves nothing of the person in any byte of book, journal and backups', async () => {
    const desk = await deskWith(
      ...HISTORY.slice(0, 4),
      ['backup'],
      ...HISTORY.slice(4),
      ['add', 'Kita', ...SATO],
      ['undo'],
      ['backup'],
    );
    expect(filesHolding(desk, ...MARKS)).toHaveLength(3);
    const forgotten = await desk.json('forget', 'hanako sato', '--yes');
    expect(forgotten).toMatchObject({
      person: 'Hanako Sato',
      deals: expect.arrayContaining([1, 2]),
      backups: 2,
      fingerprints: 0,
    });
    expect(forgotten.erased).toEqual({
      details: 1,
      contacts: 4,
      promises: 1,
      questions: 1,
      answers: 1,
      outcomes: 1,
      holds: 0,
      texts: 1,
    });
    expect(filesHolding(desk, ...MARKS)).toEqual([]);
    for (const file of [
      desk.bookFile,
      ...readdirSync(join(desk.folder, 'backups')).map((it) => join(desk.folder, 'backups', it)),
    ]) {
      expect(await cellOf(file, 'pragma integrity_check')).toBe('ok');
    }
  });

  test('leaves that the deal existed, for whom, how large, and how it ended', async () => {
    const desk = await deskWith(...HISTORY);
    await desk.run('forget', 'hanako@aoki.example', '--yes');
    const { deal, outcome, contacts } = await desk.json('show', '1');
    expect(deal).toMatchObject({
      customer: 'Aoki Kogyo',
      title: 'event',
      amount: 900000,
      externalId: 'A-1',
      state: 'lost',
    });
    expect(deal.contact).toBeNull();
    expect(outcome).toMatchObject({
      state: 'lost',
      reason: 'budget',
      channel: 'phone',
      words: '[erased]',
      who: '[erased]',
    });
    expect(contacts.map(({ text }: { text: string }) => text)).toEqual([
      '[erased]',
      'answered',
      '[erased]',
      '[erased]',
    ]);
    expect((await desk.json('show', '2')).contacts[0].text).toBe('met Ms. [erased] there; write to [erased]');
    expect((await desk.json('list', 'mori')).deals[0].contact).toBe('Ken Mori');
    expect((await desk.run('doctor')).out).not.toContain('unlawful');
    expect((await desk.json('edit', '1', '--amount', '5')).deal.amount).toBe(5);
  });

  describe('what was asked by somebody who is forgotten', () => {
    const ASKED: readonly (readonly string[])[] = [
      ['add', 'Aoki Kogyo', 'event', ...SATO, '--next', 'staff hours'],
      ['note', '1', 'a question', '--asked', 'who pays for the crane?', '--on', '2025-07-18'],
    ];
    const DOUBT = ['note', '1', 'a doubt', '--asked', 'is it safe?', '--doubt', 'security', '--on', '2025-07-18'];
    const PROMISE = ['note', '1', '--promise', 'call Hanako Sato', '--by', '2025-07-21', '--today', '2025-07-18'];

    test('is owed no more where nobody can tell what it was', async () => {
      const desk = await deskWith(...ASKED);
      expect((await desk.json('today')).lists.contact).toMatchObject([{ owed: true }]);
      await desk.run('forget', 'Hanako Sato', '--yes');
      expect((await desk.json('today')).lists.contact).toEqual([]);
      expect((await desk.json('show', '1')).questions).toMatchObject([{ text: '[erased]', answeredOn: null }]);
    });

    test.each([
      ['en', '[FILL: '],
      ['ja', '［要記入：'],
    ] as const)('is owed by its doubt, and never quoted to anybody (%s)', async (language, blank) => {
      const desk = await deskWith(...ASKED.slice(0, 1), DOUBT);
      await desk.run('forget', 'Hanako Sato', '--yes');
      const { out: day } = await desk.run('today', '--lang', language);
      expect(day).toContain('followup draft 1');
      const { body, missing } = await desk.json('draft', '1', '--language', language, '--lang', language);
      expect(body).toContain(blank);
      expect(missing).toContainEqual(expect.objectContaining({ slot: 'question' }));
      expect(`${day}${body}`).not.toMatch(/erased|消去済み/);
    });

    test.each([
      ['en', '“call [erased]”', '[FILL: '],
      ['ja', '「call ［消去済み］」', '［要記入：'],
    ] as const)(
      'leaves a promise that is owed without their name, and a blank for it (%s)',
      async (language, owed, blank) => {
        const desk = await deskWith(...ASKED.slice(0, 1), PROMISE);
        await desk.run('forget', 'Hanako Sato', '--yes');
        expect((await desk.run('today', '--lang', language)).out).toContain(owed);
        const { body } = await desk.json('draft', '1', '--language', language);
        expect(body).toContain(blank);
        expect(body).not.toMatch(/erased|消去済み/);
      },
    );

    test.each([
      ['en', '“[erased]”'],
      ['ja', '「［消去済み］」'],
    ] as const)('is shown as erased in the reader’s language (%s)', async (language, said) => {
      const desk = await deskWith(...ASKED);
      await desk.run('forget', 'Hanako Sato', '--yes');
      const { out } = await desk.run('show', '1', '--lang', language);
      expect(out).toContain(said);
      if (language === 'ja') expect(out).not.toContain('erased');
    });

    test.each(['en', 'ja'] as const)('is no customer to be saluted (%s)', async (language) => {
      const desk = await deskWith(
        ['add', 'Hanako Sato', 'event', '--proposed', '2025-07-01'],
        ['note', '1', 'visited'],
      );
      await desk.run('forget', 'Hanako Sato', '--yes');
      const { body, subject } = await desk.json('draft', '1', '--language', language);
      expect(`${subject}${body}`).not.toMatch(/erased|消去済み/);
    });
  });

  test('goes out and comes in again: an erased loss is a loss', async () => {
    const desk = await deskWith(...HISTORY);
    await desk.run('forget', 'Hanako Sato', '--yes');
    const file = join(desk.folder, 'book.json');
    await desk.run('export', '--format', 'json', '-o', file);
    const other = await deskWith(['import', file]);
    expect((await other.json('show', '1')).outcome).toMatchObject({ state: 'lost', words: '[erased]' });
  });

  test('cannot be taken back, nor what it took things from; other steps can', async () => {
    const desk = await deskWith(...HISTORY, ['add', 'Kita']);
    await desk.run('forget', 'Hanako Sato', '--yes');
    expect(await failureOf(desk, 'undo')).toEqual([3, 'erased_for_good']);
    expect(await failureOf(desk, 'undo', '3')).toEqual([3, 'erased_for_good']);
    expect(await failureOf(desk, 'redo')).toEqual([1, 'nothing_to_redo']);
    expect((await desk.json('undo', '10')).command).toBe('add');
    expect((await desk.run('undo', '--list')).out).toContain('forget');
  });

  test.runIf(ON_FILE)('a dry run, and a question that is denied, change no byte', async () => {
    const desk = await deskWith(...HISTORY);
    const before = readFileSync(desk.bookFile);
    expect(await desk.json('forget', 'Hanako Sato', '--dry-run')).toMatchObject({ dryRun: true, backups: 0 });
    const { code, transcript } = await desk.answering([false], 'forget', 'Hanako Sato');
    expect(code).toBe(130);
    expect(transcript).toContain('#1');
    expect(readFileSync(desk.bookFile).equals(before)).toBe(true);
    expect((await desk.answering([true], 'forget', 'Hanako Sato')).code).toBe(0);
    expect(filesHolding(desk, ...MARKS)).toEqual([]);
  });

  test('off a terminal it takes --yes', async () => {
    const desk = await deskWith(...HISTORY);
    expect(await failureOf(desk, 'forget', 'Hanako Sato')).toEqual([2, 'missing']);
  });

  test.each(['nobody', '%', '_', '', ' ', '.*', "'; drop table deal; --", '"', '\\', '1', '@', '様'])(
    'knows nobody called “%s”',
    async (query) => {
      const desk = await deskWith(...HISTORY);
      const [code, error] = await failureOf(desk, 'forget', query, '--yes');
      expect([code, ['no_person', 'many_people'].includes(error)]).toEqual([1, true]);
      expect((await desk.json('show', '1')).deal.contact).toBe('Hanako Sato');
    },
  );

  test.each([
    'a.*(b)+[c]',
    'O\'Brien "Bob"',
    '100%_x',
    'back\\slash',
    '佐藤 花子',
    'ｻﾄｳ ﾊﾅｺ',
    'Zoe\u0301',
    '$& $1',
    'A|B',
  ])('takes a name as it is, whatever signs it has: %s', async (name) => {
    const desk = await deskWith(
      ['add', 'Aoki', '--contact', name, '--scene', `ask ${name} first, then abc`],
      ['edit', '1', '--contact', 'Ken Mori'],
      ['add', 'Kita', '--scene', 'unlike'],
    );
    await desk.json('forget', name, '--yes');
    expect(filesHolding(desk, name, name.normalize('NFC'))).toEqual([]);
    expect((await desk.json('show', '1')).deal.contact).toBe('Ken Mori');
  });

  describe('several people', () => {
    const TWO = [
      ['add', 'Aoki', '--contact', 'Sato', '--email', 'a@x.example', '--scene', 'Sato of Aoki'],
      ['add', 'Mori', '--contact', 'Sato', '--email', 'b@x.example', '--scene', 'Sato of Mori'],
    ];

    test('off a terminal they are named, and nothing is erased', async () => {
      const desk = await deskWith(...TWO);
      expect(await failureOf(desk, 'forget', 'Sato', '--yes')).toEqual([1, 'many_people']);
    });

    test.each([
      ['by address', ['forget', 'b@x.example', '--yes']],
      ['by customer', ['forget', 'sato', '--customer', 'mori', '--yes']],
    ])('one of them is forgotten %s, the other stays', async (_how, argv) => {
      const desk = await deskWith(...TWO);
      expect((await desk.json(...argv)).deals).toEqual([2]);
      const { deals } = await desk.json('list');
      expect(deals.map(({ contact }: { contact: string | null }) => contact)).toEqual(['Sato', null]);
      expect(await cellOf(desk.bookFile, 'select scene from deal where id = 1')).toBe('Sato of Aoki');
    });

    test.runIf(ON_FILE)('on a terminal one is chosen', async () => {
      const desk = await deskWith(...TWO);
      expect((await desk.answering(['a@x.example', true], 'forget', 'sato')).code).toBe(0);
      expect(filesHolding(desk, 'a@x.example')).toEqual([]);
      expect(filesHolding(desk, 'b@x.example')).toHaveLength(1);
    });

    test('a part of a name is never enough by itself', async () => {
      const desk = await deskWith(['add', 'Aoki', '--contact', 'Hanako Sato']);
      expect(await failureOf(desk, 'forget', 'Hanako', '--yes')).toEqual([1, 'many_people']);
    });

    test('a number that they share stays the other one’s', async () => {
      const desk = await deskWith(
        ['add', 'Aoki', 'a', '--contact', 'Sato', '--phone', '03-1111-2222'],
        ['add', 'Aoki', 'b', '--contact', 'Tanaka', '--phone', '03-1111-2222'],
      );
      expect((await desk.json('forget', 'Sato', '--yes')).deals).toEqual([1]);
      expect(
        await cellOf(desk.bookFile, "select count(*) from deal where phone = '03-1111-2222' and contact = 'Tanaka'"),
      ).toBe(1);
    });
  });

  test('a private customer goes, a company with the name in it stays', async () => {
    const desk = await deskWith(
      ['add', 'Hanako Sato', 'kitchen', '--phone', '090-1234-5678'],
      ['add', 'Aoki Kogyo', 'plan', '--contact', 'Aoki', '--scene', 'Aoki says Aoki Kogyo is fine'],
    );
    expect((await desk.json('forget', 'Hanako Sato', '--yes')).deals).toEqual([1]);
    expect(filesHolding(desk, 'Hanako Sato', '090-1234-5678')).toEqual([]);
    expect((await desk.json('list')).deals[0].customer).toBe('[erased]');
    await desk.run('forget', 'Aoki', '--yes');
    expect(await cellOf(desk.bookFile, 'select customer || scene from deal where id = 2')).toBe(
      'Aoki Kogyo[erased] says Aoki Kogyo is fine',
    );
  });

  test.runIf(ON_FILE)('a backup that nobody can read is removed, and said', async () => {
    const desk = await deskWith(...HISTORY, ['backup']);
    const [name = ''] = readdirSync(join(desk.folder, 'backups'));
    const file = join(desk.folder, 'backups', name);
    writeFileSync(file, 'not a database, but it says Hanako Sato');
    expect(await desk.json('forget', 'Hanako Sato', '--yes')).toMatchObject({ backups: 0, removedBackups: [file] });
    expect(existsSync(file)).toBe(false);
  });

  test.runIf(ON_FILE)('somebody who stands in backups only is forgotten there', async () => {
    const desk = await deskWith(['add', 'Aoki', '--contact', 'Hanako Sato'], ['backup'], ['undo'], ['add', 'Mori']);
    expect(filesHolding(desk, 'Hanako Sato')).not.toEqual([]);
    expect(await desk.json('forget', 'Hanako Sato', '--yes')).toMatchObject({ backups: 1 });
    expect(filesHolding(desk, 'Hanako Sato')).toEqual([]);
  });

  test.runIf(ON_FILE)('while another program has the book open nothing is changed', async () => {
    const desk = await deskWith(...HISTORY);
    const other = new Database(desk.bookFile);
    other.prepare('select count(*) from deal').get();
    expect(await failureOf(desk, 'forget', 'Hanako Sato', '--yes')).toEqual([1, 'book_busy']);
    other.close();
    expect((await desk.json('show', '1')).deal.contact).toBe('Hanako Sato');
  });

  test.each(LANGUAGES)('says first what goes and what stays (%s)', async (language) => {
    const desk = await setUpDesk({ language, width: 80 });
    for (const argv of HISTORY) await desk.run(...argv);
    const { code, out } = await desk.run('forget', 'Hanako Sato', '--dry-run');
    expect([code, out.includes('#1'), out.includes('Hanako Sato')]).toEqual([0, true, true]);
  });
});

describe('a wish for silence outlives the person', () => {
  const silent = async (desk: Desk, id: number) =>
    await cellOf(desk.bookFile, `select do_not_contact from deal where id = ${id}`);

  test.each([
    ['their name at the customer', ['--contact', 'ｈａｎａｋｏ sato'], 'Aoki Kogyo'],
    ['their address', ['--email', 'Hanako@Aoki.example'], 'Elsewhere'],
    ['their number from abroad', ['--phone', '+81 90 1234 5678'], 'Elsewhere'],
  ])('add: %s', async (_what, flags, customer) => {
    const desk = await deskWith(['add', 'Aoki Kogyo', ...SATO, '--do-not-contact']);
    expect((await desk.json('forget', 'Hanako Sato', '--yes')).fingerprints).toBe(3);
    expect(filesHolding(desk, ...MARKS)).toEqual([]);
    const { err } = await desk.run('add', customer, 'again', ...flags);
    expect(await silent(desk, 2)).toBe(1);
    expect(err).toContain('do-not-contact');
    await desk.run('add', 'Elsewhere', 'other', '--contact', 'Hanako Sato');
    expect(await silent(desk, 3)).toBe(0);
    await desk.run('edit', '3', ...flags, '--customer', customer);
    expect(await silent(desk, 3)).toBe(1);
  });

  test('import: from CSV, new or known, and from JSON', async () => {
    const desk = await deskWith(['add', 'Aoki Kogyo', 'event', ...SATO, '--external-id', 'A-1']);
    const json = join(desk.folder, 'book.json');
    await desk.run('export', '--format', 'json', '-o', json);
    expect((await desk.json('forget', 'Hanako Sato', '--do-not-contact', '--yes')).fingerprints).toBe(3);
    const csv = join(desk.folder, 'deals.csv');
    writeFileSync(
      csv,
      'External ID,Customer,Title,Email\nA-1,Aoki Kogyo,event,hanako@aoki.example\nB-1,Kita,x,hanako@aoki.example\nC-1,Mori,y,ken@mori.example\n',
    );
    const { err } = await desk.run('import', csv);
    expect(err).toContain('do-not-contact');
    expect([await silent(desk, 1), await silent(desk, 2), await silent(desk, 3)]).toEqual([1, 1, 0]);
    expect(await desk.json('import', csv)).toMatchObject({ updated: 0, unchanged: 3 });
    const other = await deskWith(
      ['add', 'Kita', ...SATO, '--do-not-contact'],
      ['forget', 'Hanako Sato', '--yes'],
      ['import', json],
    );
    expect(await silent(other, 2)).toBe(1);
  });
});
