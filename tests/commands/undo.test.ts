import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/core/deal.ts';
import { cellOf, contentsOf, stepsOf } from '../support/book.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { runs } from '../support/engine.ts';

const LOST = ['close', '1', 'lost', '--words', 'The budget was cut.', '--who', 'Ms Sato'];
const WITH_REASON = [...LOST, '--channel', 'phone', '--reason', 'budget'];

async function deskWith(...lines: readonly (readonly string[])[]): Promise<Desk> {
  const desk = await setUpDesk({ onDisk: true });
  for (const argv of lines) {
    const { code, err } = await desk.run(...argv);
    expect([argv.join(' '), code, code === 0 ? '' : err]).toEqual([argv.join(' '), 0, '']);
  }
  return desk;
}

async function failureOf(desk: Desk, ...argv: string[]): Promise<{ code: number; error: string; message: string }> {
  const { code, out, err } = await desk.run(...argv, '--json');
  expect(out).toBe('');
  const { error } = JSON.parse(err);
  return { code, error: error.code, message: error.message };
}

describe('undo takes back the last command, whatever it was', () => {
  test.each<[string, string[]]>([
    ['a deal', ['add', 'Kita', 'stand', '--amount', '1200000']],
    ['a change', ['edit', '1', '--decision-date', '2025-08-08', '--customer', 'Aoki Group', '--clear', 'amount']],
    ['a date that moved', ['edit', '2', '--decision-date', '2025-08-29']],
    ['a wish for no contact', ['edit', '1', '--do-not-contact']],
    [
      'a note with all that it brings',
      [
        'note',
        '1',
        'visited; they asked for the plan',
        '--channel',
        'visit',
        '--needs',
        'plan',
        '--asked',
        'who runs it?',
      ],
    ],
    ['a promise kept', ['note', '2', 'sent it', '--kept', '1']],
    ['a snooze', ['snooze', '1', '+1w']],
    ['a hold', ['hold', '1', '2025-09-01', '--words', 'leave us alone until September']],
    ['a win', ['close', '1', 'won', '--words', 'the schedule convinced the board']],
    ['a loss in their words', WITH_REASON],
    ['a reopening', ['reopen', '3', '--words', 'The budget is there after all.']],
    ['an import of new and known deals', ['import', 'deals.csv']],
  ])('%s', async (_what, argv) => {
    const desk = await deskWith(
      ['add', 'Aoki', 'hiring event', '--amount', '900000', '--external-id', 'A-1'],
      ['add', 'Sato', '--decision-date', '2025-08-15'],
      ['note', '2', 'promised the quote', '--promise', 'quote', '--by', '2025-07-25'],
      ['add', 'Mori'],
      ['close', '3', 'won'],
    );
    const file = join(desk.folder, 'deals.csv');
    writeFileSync(file, 'External ID,Customer,Amount\nA-1,Aoki,1500000\nB-1,Kita,10\nB-2,Nishi,20\n');
    const before = await contentsOf(desk.bookFile);
    const { code, err } = await desk.run(...argv.map((word) => (word === 'deals.csv' ? file : word)));
    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
    const after = await contentsOf(desk.bookFile);
    expect(after).not.toEqual(before);
    expect(await desk.json('undo')).toMatchObject({ step: 6, command: argv[0], undone: true });
    expect(await contentsOf(desk.bookFile)).toEqual(before);
    expect(await desk.json('redo')).toMatchObject({ step: 6, command: argv[0], undone: false });
    expect(await contentsOf(desk.bookFile)).toEqual(after);
  });

  test('says in one answer what it was, when, on which deals, and how much', async () => {
    const desk = await deskWith(
      ['add', 'Aoki'],
      ['note', '1', 'they want the quote', '--from', 'them', '--needs', 'quote'],
    );
    expect(await desk.json('undo')).toEqual({
      step: 2,
      command: 'note',
      at: '2025-07-22T03:00:00.000Z',
      changes: { contact: 1, material: 1 },
      deals: [1],
      undone: true,
      dryRun: false,
    });
  });

  test.each(LANGUAGES)('says it in words (%s)', async (language) => {
    const desk = await setUpDesk({ language, width: 80 });
    await desk.run('add', 'Aoki Kogyo', 'hiring event');
    const { code, out } = await desk.run('undo');
    expect(code).toBe(0);
    expect(out).toContain('#1 Aoki Kogyo / hiring event');
    expect(out).toContain('followup redo');
    expect((await desk.run('redo')).out).toContain('#1 Aoki Kogyo / hiring event');
  });

  test('a dry run says the same and changes nothing', async () => {
    const desk = await deskWith(['add', 'Aoki'], WITH_REASON);
    const before = await contentsOf(desk.bookFile);
    expect(await desk.json('undo', '--dry-run')).toMatchObject({ step: 2, command: 'close', dryRun: true });
    expect(await contentsOf(desk.bookFile)).toEqual(before);
    await desk.run('undo');
    const undone = await contentsOf(desk.bookFile);
    expect(await desk.json('redo', '--dry-run')).toMatchObject({ step: 2, dryRun: true });
    expect(await contentsOf(desk.bookFile)).toEqual(undone);
    expect(await failureOf(desk, 'undo', '2')).toMatchObject({ error: 'undone_already' });
  });

  test('one after the other, back to the empty book, and no further', async () => {
    const desk = await deskWith(['add', 'Aoki'], ['note', '1', 'called', '--channel', 'phone'], ['snooze', '1', '+3d']);
    for (const step of [3, 2, 1]) expect((await desk.json('undo')).step).toBe(step);
    expect((await desk.json('list', '--state', 'all')).deals).toEqual([]);
    expect(await failureOf(desk, 'undo')).toMatchObject({ code: 1, error: 'nothing_to_undo' });
    for (const step of [1, 2, 3]) expect((await desk.json('redo')).step).toBe(step);
    expect(await failureOf(desk, 'redo')).toMatchObject({ code: 1, error: 'nothing_to_redo' });
  });

  test('what is new is numbered on: a number that was taken back is never used for another deal', async () => {
    const desk = await deskWith(['add', 'Aoki'], ['add', 'Sato'], ['undo']);
    expect((await desk.json('add', 'Mori')).deal.id).toBe(3);
  });
});

describe('redo', () => {
  test('is over once something new is recorded, as in an editor, and what it kept is let go', async () => {
    const desk = await deskWith(
      ['add', 'Aoki'],
      ['add', 'Sato'],
      ['undo'],
      ['note', '1', 'called', '--channel', 'phone'],
    );
    expect(await failureOf(desk, 'redo')).toMatchObject({ code: 1, error: 'nothing_to_redo' });
    expect(await cellOf(desk.bookFile, "select count(*) from change where row like '%Sato%'")).toBe(0);
  });

  test('is not over because somebody looked, or typed something that failed', async () => {
    const desk = await deskWith(['add', 'Aoki'], ['add', 'Sato'], ['undo'], ['today'], ['list'], ['undo', '--list']);
    expect((await desk.run('note', '1', 'here', '--kept', '4')).code).toBe(2);
    expect((await desk.json('redo')).step).toBe(2);
  });
});

describe('undo <n>', () => {
  const LINES = [
    ['add', 'Aoki'],
    ['add', 'Sato'],
    ['note', '1', 'called', '--channel', 'phone'],
    ['edit', '2', '--amount', '500'],
    ['note', '1', 'they asked', '--from', 'them', '--needs', 'quote'],
    ['note', '1', 'sent the quote', '--supplied', 'quote'],
    ['edit', '2', '--do-not-contact'],
  ] as const;

  test('takes back an earlier step that no later one rests on, and leaves the later ones as they are', async () => {
    const desk = await deskWith(...LINES);
    expect(await desk.json('undo', '3')).toMatchObject({ step: 3, deals: [1] });
    const { contacts } = await desk.json('show', '1');
    expect(contacts.map(({ text }: { text: string }) => text)).toEqual(['they asked', 'sent the quote']);
    expect((await desk.json('undo')).step).toBe(7);
    expect(await desk.json('redo')).toMatchObject({ step: 7 });
    expect(await desk.json('redo')).toMatchObject({ step: 3 });
    expect((await desk.json('show', '1')).contacts).toHaveLength(3);
  });

  test.each([
    ['a deal that was noted on', '1', [6, 5, 3]],
    ['a deal that was changed', '2', [7, 4]],
    ['a row that a later step changed again', '4', [7]],
    ['a material that was handed over since', '5', [6]],
  ])('refuses %s, and names the later steps', async (_what, step, needed) => {
    const desk = await deskWith(...LINES);
    const before = await contentsOf(desk.bookFile);
    const { code, error, message } = await failureOf(desk, 'undo', step);
    expect([code, error]).toEqual([1, 'step_needed']);
    const [, ...named] = message.split('\n');
    expect(named.map((line) => Number(/^ +(\d+) /.exec(line)?.[1]))).toEqual(needed);
    expect(named[0]).toMatch(/#[12] (Aoki|Sato)/);
    expect(await contentsOf(desk.bookFile)).toEqual(before);
  });

  test('does so once the later ones are taken back', async () => {
    const desk = await deskWith(...LINES);
    for (const step of ['7', '4', '2']) expect((await desk.run('undo', step)).code).toBe(0);
    expect((await desk.json('list', '--state', 'all')).deals).toHaveLength(1);
  });

  test('a wish for no contact that came later is not lost', async () => {
    const desk = await deskWith(...LINES);
    for (const step of ['1', '2', '3', '4', '5', '6']) await desk.run('undo', step);
    expect((await desk.json('show', '2')).deal.doNotContact).toBe(true);
  });

  test('passes the gate of every change: no end stands without what it rests on', async () => {
    const desk = await deskWith(
      ['add', 'Aoki'],
      [
        'close',
        '1',
        'declined',
        '--who',
        'Ms Sato',
        '--channel',
        'email',
        '--words',
        'We will pass.',
        '--on',
        '2025-07-15',
      ],
      ['note', '1', 'asked what decided it', '--angle', 'lossreason', '--on', '2025-07-16'],
      [...LOST, '--channel', 'phone', '--reason', 'undisclosed', '--on', '2025-07-21'],
    );
    const before = await contentsOf(desk.bookFile);
    expect(await failureOf(desk, 'undo', '3')).toMatchObject({ code: 3, error: 'unlawful_end' });
    expect(await contentsOf(desk.bookFile)).toEqual(before);
  });

  test.each([
    [['undo', '9'], 1, 'no_step'],
    [['undo', 'last'], 2, 'bad_count'],
    [['undo', '-n', '3'], 2, 'flag_needs'],
    [['undo', '1', '--list'], 2, 'flags_apart'],
    [['undo', '--list', '-n', '0'], 2, 'bad_count'],
  ])('%j cannot be', async (argv, code, error) => {
    const desk = await deskWith(['add', 'Aoki']);
    expect(await failureOf(desk, ...argv)).toMatchObject({ code, error });
  });
});

describe('undo --list', () => {
  test('shows the steps, the newest first, and marks those taken back', async () => {
    const desk = await deskWith(['add', 'Aoki', 'stand'], ['add', 'Sato'], ['snooze', '1', '+1w'], ['undo', '2']);
    const { steps } = await desk.json('undo', '--list');
    expect(steps.map(({ step, command, deal, undone }: never) => [step, command, deal, undone])).toEqual([
      [3, 'snooze', { id: 1, customer: 'Aoki', title: 'stand' }, false],
      [2, 'add', { id: 2, customer: 'Sato', title: '' }, true],
      [1, 'add', { id: 1, customer: 'Aoki', title: 'stand' }, false],
    ]);
    expect((await desk.json('undo', '--list', '-n', '1')).steps).toHaveLength(1);
  });

  test.each(LANGUAGES)('has a line for each, in words (%s)', async (language) => {
    const desk = await setUpDesk({ language, width: 80 });
    expect((await desk.run('undo', '--list')).out).not.toBe('');
    const commands = [['add', 'Aoki', 'stand'], ['snooze', '1', '+1w'], ['undo']];
    for (const argv of commands) await desk.run(...argv);
    const [snoozed, added, ...rest] = (await desk.run('undo', '--list')).out.split('\n');
    expect(rest).toEqual([]);
    expect(snoozed).toMatch(/^2 .*\d\d:\d\d .*#1 Aoki \/ stand.*\[.+\]$/);
    expect(added).toMatch(/^1 .*\d\d:\d\d .*#1 Aoki \/ stand[^[]*$/);
  });

  test('counts the deals of an import', async () => {
    const desk = await setUpDesk();
    const file = join(desk.folder, 'deals.csv');
    writeFileSync(file, 'Customer\nAoki\nSato\nMori\n');
    await desk.run('import', file);
    expect((await desk.run('undo', '--list')).out).toContain('import: 3 deals added');
    expect((await desk.json('undo')).deals).toEqual([1, 2, 3]);
  });

  test('shows a name with an escape sequence in it harmless', async () => {
    const desk = await deskWith(['add', 'Aoki\u001b]0;x\u0007']);
    for (const argv of [['undo', '--list'], ['undo']]) expect((await desk.run(...argv)).out).not.toContain('\u001b');
  });
});

const deal = fc.constantFrom('1', '2');
const day = fc.integer({ min: 1, max: 22 }).map((date) => `2025-07-${String(date).padStart(2, '0')}`);
const line = fc.oneof(
  fc.tuple(deal, day).map(([id, on]) => ['note', id, 'any update?', '--on', on]),
  fc.tuple(deal, day).map(([id, on]) => ['note', id, 'they asked', '--from', 'them', '--needs', 'quote', '--on', on]),
  fc.tuple(deal, day).map(([id, on]) => ['note', id, 'sent it', '--supplied', 'quote', '--on', on]),
  deal.map((id) => ['note', id, 'will send', '--promise', 'quote', '--by', '2025-07-25']),
  deal.map((id) => ['note', id, 'done', '--kept', '1']),
  deal.map((id) => ['edit', id, '--decision-date', '2025-08-08', '--customer', `Customer ${id}0%`]),
  deal.map((id) => ['edit', id, '--clear', 'decision-date', '--last-contact', '2025-07-01']),
  deal.map((id) => ['hold', id, '2025-09-01', '--words', 'quiet, please']),
  deal.map((id) => ['close', id, 'won', '--words', 'the plan']),
  deal.map((id) => ['reopen', id]),
  fc.constant(['add', 'Kita']),
);
const turn = fc.constantFrom('undo', 'redo');

test('whatever was recorded, undo and redo walk back and forth through the very same books', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 10 }),
      fc.array(turn, { maxLength: 30 }),
      async (lines, turns) => {
        const desk = await deskWith(['add', 'Aoki'], ['add', 'Sato']);
        const books = [await contentsOf(desk.bookFile)];
        for (const argv of lines) {
          const { length } = await stepsOf(desk.bookFile);
          await desk.run(...argv);
          if ((await stepsOf(desk.bookFile)).length > length) books.push(await contentsOf(desk.bookFile));
        }
        let at = books.length - 1;
        for (const word of turns) {
          const next = word === 'undo' ? at - 1 : at + 1;
          if (next < 0 || next >= books.length) continue;
          at = next;
          expect((await desk.run(word)).code).toBe(0);
          expect(await contentsOf(desk.bookFile)).toEqual(books[at]);
        }
      },
    ),
    runs(25),
  );
}, 60_000);
