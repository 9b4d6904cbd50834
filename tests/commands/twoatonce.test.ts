import { describe, expect, test } from 'vitest';
import { ask } from '../../src/commands/ask.ts';
import { close } from '../../src/commands/close.ts';
import type { Context } from '../../src/commands/context.ts';
import { edit } from '../../src/commands/edit.ts';
import { hold } from '../../src/commands/hold.ts';
import { note } from '../../src/commands/note.ts';
import { reopen } from '../../src/commands/reopen.ts';
import { snooze } from '../../src/commands/snooze.ts';
import type { Day } from '../../src/core/day.ts';
import { blankDeal, type Deal, type Language } from '../../src/core/deal.ts';
import { Failure } from '../../src/core/failure.ts';
import type { Book } from '../../src/store/book.ts';
import type { Store } from '../../src/store/store.ts';
import { failureText } from '../../src/views/failure.ts';
import { contentsOf, openStore } from '../support/book.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { freshFolder } from '../support/folder.ts';

const TODAY = '2025-07-22' as Day;

/** Returns a context in which somebody else is quicker: what they do is done just before this rep's change is. */
function overtaken(context: Context, theirs: (book: Book) => Promise<unknown>): Context {
  return {
    ...context,
    store: async () => {
      const store = await context.store();
      const change: Store['change'] = async (command, work, shown) => {
        await store.change('edit', theirs);
        return store.change(command, work, shown);
      };
      const changeBeside: Store['changeBeside'] = async (command, work, shown) => {
        await store.change('edit', theirs);
        return store.changeBeside(command, work, shown);
      };
      return { ...store, change, changeBeside };
    },
  };
}

async function deskWithOne(language: Language = 'en'): Promise<Desk> {
  const desk = await setUpDesk({ today: TODAY, language });
  await desk.run('add', 'Aoki', '--decision-date', '2025-08-01', '--amount', '100', '--currency', 'JPY');
  return desk;
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Failure)) throw new Error(`no failure, but ${thrown}`);
  return thrown;
}

const CALL = {
  on: TODAY,
  from: 'us',
  channel: 'phone',
  angle: 'info',
  statusOnly: false,
  gives: true,
  noAnswer: false,
  toldLatestOn: null,
} as const;

const THEIRS = (book: Book): Promise<unknown> => book.editDeal(1, { amount: 250 }, TODAY);

describe('whoever changes a deal that somebody else has just changed', () => {
  test.each<[string, (context: Context) => Promise<void>]>([
    ['edit', (it) => edit(it, '1', { amount: '300' } as never)],
    ['snooze', (it) => snooze(it, '1', '+1w')],
    ['hold', (it) => hold(it, '1', '+1w', { words: 'wait' })],
    ['close', (it) => close(it, '1', 'void', { fact: 'duplicate of #2' } as never)],
  ])('by %s is told what, and nothing is overwritten', async (_command, work) => {
    const desk = await deskWithOne();
    const failure = await failureOf(desk.within((context) => work(overtaken(context, THEIRS))));
    expect([failure.code, failure.exitCode, failure.facts.changes]).toEqual(['deal_changed', 1, ['amount']]);
    expect(await desk.store.steps(9)).toHaveLength(2);
    expect(await desk.store.dossier(1)).toMatchObject({ deal: { amount: 250, state: 'open' }, contacts: [] });
  });

  test('by reopen is told as well', async () => {
    const desk = await deskWithOne();
    await desk.run('close', '1', 'void', '--fact', 'duplicate of #2');
    const failure = await failureOf(desk.within((context) => reopen(overtaken(context, THEIRS), '1', {})));
    expect(failure.code).toBe('deal_changed');
    expect((await desk.store.dossier(1))?.deal.state).toBe('void');
  });

  test.each<[string, (book: Book) => Promise<unknown>, Readonly<Record<'en' | 'ja', RegExp>>]>([
    ['a field', THEIRS, { en: /^ {2}amount: ¥100 → ¥250$/m, ja: /^ {2}金額：¥100 → ¥250$/m }],
    [
      'a day',
      (it) => it.editDeal(1, { decisionOn: '2025-08-08' as Day }, TODAY),
      { en: /^ {2}decision date: Fri 1 Aug → Fri 8 Aug$/m, ja: /^ {2}判断予定日：8\/1\(金\) → 8\/8\(金\)$/m },
    ],
    [
      'a field that was empty',
      (it) => it.editDeal(1, { rival: 'Sato' }, TODAY),
      { en: /^ {2}rival: – → Sato$/m, ja: /^ {2}競合：– → Sato$/m },
    ],
    [
      'a hold',
      (it) => it.editDeal(1, { holdUntilOn: '2025-08-08' as Day, holdSinceOn: TODAY, holdWords: 'later' }, TODAY),
      { en: /^ {2}quiet until: – → Fri 8 Aug$\n {2}why quiet: – → later$/m, ja: /^ {2}控える期限：– → 8\/8\(金\)$/m },
    ],
    [
      'a material',
      (it) => it.setMaterial(1, 'effort', 'wanted', TODAY),
      {
        en: /^ {2}What they need to decide: customer workload estimate {2}they asked for it {2}Tue 22 Jul$/m,
        ja: /^ {2}ご判断に必要な資料：お客様側の作業量.* {2}ご要望あり {2}7\/22\(火\)$/m,
      },
    ],
  ])('is told of %s as their pages name it, before and after', async (_what, theirs, lines) => {
    for (const language of ['en', 'ja'] as const) {
      const desk = await deskWithOne(language);
      const failure = await failureOf(desk.within((it) => snooze(overtaken(it, theirs), '1', '+1w')));
      const { message, hint } = await desk.within(async ({ words, page }) => failureText(failure, words, page));
      expect(message).toMatch(lines[language]);
      expect(message).not.toMatch(/\d{4}-\d\d-\d\d|T\d\d:/);
      expect(hint).toContain('followup show 1');
    }
  });

  test.each<[string, (book: Book) => Promise<unknown>]>([
    ['a promise', (it) => it.makePromise(1, { text: 'costs', material: null, dueOn: null })],
    ['a question', (it) => it.askQuestion(1, { text: 'who?', doubt: null, askedOn: TODAY })],
  ])('is not held up by %s that was only added', async (_what, theirs) => {
    const desk = await deskWithOne();
    await desk.within((it) => snooze(overtaken(it, theirs), '1', '+1w'));
    const dossier = await desk.store.dossier(1);
    expect(dossier?.deal.snoozeUntilOn).toBe('2025-07-29');
    expect([dossier?.promises, dossier?.questions].flat()).toHaveLength(1);
  });

  test('by note is told what was noted meanwhile, and both stand', async () => {
    const desk = await deskWithOne();
    const notes: string[] = [];
    const theirs = (book: Book) => book.recordContact(1, { ...CALL, text: 'called the manager' });
    await desk.within((context) => {
      const own = overtaken(context, theirs);
      const terminal = { ...own.terminal, note: (text: string) => void notes.push(text) };
      return note({ ...own, terminal }, '1', 'sent the case study', { angle: 'info' } as never);
    });
    expect(notes.join('\n')).toContain('called the manager');
    const { contacts } = (await desk.store.dossier(1)) ?? {};
    expect(contacts?.map(({ text }) => text).sort()).toEqual(['called the manager', 'sent the case study']);
  });

  test('by note is told nothing where nobody else was there', async () => {
    const desk = await deskWithOne();
    const { words } = await desk.within(async (context) => context);
    for (const text of ['sent the case study', 'sent the plan'])
      expect((await desk.run('note', '1', text, '--angle', 'info')).err).not.toContain(words.team.meanwhile(1));
  });

  test('is not held up by a change of another deal', async () => {
    const desk = await deskWithOne();
    await desk.run('add', 'Sato');
    const theirs = (book: Book) => book.editDeal(2, { amount: 250 }, TODAY);
    await desk.within((context) => snooze(overtaken(context, theirs), '1', '+1w'));
    expect((await desk.store.dossier(1))?.deal.snoozeUntilOn).toBe('2025-07-29');
  });
});

describe('what only adds stands beside what somebody else has changed', () => {
  /** Runs a piece of work while somebody else is quicker; returns what it said, and its failure where it failed. */
  async function said(desk: Desk, theirs: (book: Book) => Promise<unknown>, work: (it: Context) => Promise<void>) {
    const notes: string[] = [];
    const failure = await desk.within((context) => {
      const own = overtaken(context, theirs);
      const terminal = { ...own.terminal, note: (text: string) => void notes.push(text) };
      return work({ ...own, terminal }).then(
        () => null,
        (error: unknown) => error,
      );
    });
    return { notes: notes.join('\n'), failure };
  }

  test.each([
    ['en', 'amount: ¥100 → ¥250'],
    ['ja', '金額：¥100 → ¥250'],
  ] as const)('a note is recorded, and what they changed is said (%s)', async (language, line) => {
    const desk = await deskWithOne(language);
    const { notes, failure } = await said(desk, THEIRS, (it) =>
      note(it, '1', 'sent the case study', { angle: 'info' }),
    );
    expect([failure, notes.includes(line)]).toEqual([null, true]);
    const { deal, contacts } = (await desk.store.dossier(1)) ?? {};
    expect([deal?.amount, contacts?.map(({ text }) => text)]).toEqual([250, ['sent the case study']]);
  });

  test('of a note only what both have set is not recorded, and both values are said with the way to set it', async () => {
    const desk = await deskWithOne();
    const { failure } = await said(
      desk,
      (it) => it.editDeal(1, { scene: 'the board', rival: 'Sato' }, TODAY),
      (it) => note(it, '1', 'called; the CFO decides', { scene: 'CFO’s "round"', decider: 'CFO', angle: 'info' }),
    );
    expect(failure).toMatchObject({ code: 'both_changed', exitCode: 1 });
    const text = await desk.within(async ({ words, page }) => failureText(failure as Failure, words, page));
    expect(text.message).toContain('decided in: – → the board; yours: CFO’s "round"');
    expect(text.hint).toContain(`followup edit 1 --scene 'CFO’s "round"'`);
    const { deal, contacts } = (await desk.store.dossier(1)) ?? {};
    expect([deal?.scene, deal?.decider, deal?.rival, contacts?.length]).toEqual(['the board', 'CFO', 'Sato', 1]);
  });

  test('a note does not wipe out the next reason that was agreed meanwhile', async () => {
    const desk = await deskWithOne();
    await desk.run('edit', '1', '--next', 'the plan');
    await said(
      desk,
      (it) => it.editDeal(1, { next: 'staff hours' }, TODAY),
      (it) => note(it, '1', 'visited', {}),
    );
    expect((await desk.store.dossier(1))?.deal.next).toBe('staff hours');
  });

  test('what they have kept, answered or handed over meanwhile is no obstacle to a note, and stays', async () => {
    const desk = await deskWithOne();
    await desk.run('note', '1', 'they asked', '--from', 'them', '--asked', 'who?', '--on', '2025-07-21');
    await desk.run('note', '1', 'promised', '--promise', 'costs', '--by', '7/25', '--on', '2025-07-21');
    const theirs = async (book: Book): Promise<void> => {
      await book.answerQuestion(1, 1, 'Mori', TODAY);
      await book.keepPromise(1, 1, TODAY);
      await book.setMaterial(1, 'effort', 'supplied', TODAY);
    };
    const flags = { answered: '1', kept: '1', needs: 'effort' };
    const { failure } = await said(desk, theirs, (it) => note(it, '1', 'wrote', flags));
    expect(failure).toMatchObject({ code: 'both_changed', facts: { commands: ['followup note 1 --needs effort'] } });
    const { contacts, questions, materials } = (await desk.store.dossier(1)) ?? {};
    expect([contacts?.length, questions?.[0]?.answer, materials?.[0]?.status]).toEqual([3, 'Mori', 'supplied']);
  });

  test.each<[string, (book: Book) => Promise<unknown>, Partial<Deal>, object | null]>([
    ['other fields', THEIRS, { amount: 250, decider: 'mine', route: 'mine' }, null],
    [
      'one of the same',
      (it) => it.editDeal(1, { route: 'theirs', unknowns: { scene: TODAY } }, TODAY),
      { route: 'theirs', decider: 'mine', unknowns: { scene: TODAY } },
      { code: 'both_changed', facts: { changes: ['route'], commands: ['followup edit 1 --route mine'] } },
    ],
    ['to the same', (it) => it.editDeal(1, { route: 'mine' }, TODAY), { route: 'mine', decider: 'mine' }, null],
  ])('of the answers to ask, where somebody set %s', async (_what, theirs, now, expected) => {
    const desk = await deskWithOne();
    await desk.run('edit', '1', '--kind', 'mid', '--goal', 'done', '--goal-date', '12/1', '--lead', '1mo');
    const answers = {
      text: async ({ check }: { check: (it: string) => string | null }) => (check('mine') === null ? 'mine' : ''),
      choose: async (_: string, [first]: readonly { value: unknown }[]) => first?.value,
      confirm: async () => true,
    };
    const { failure } = await said(desk, theirs, (it) =>
      ask({ ...it, terminal: { ...it.terminal, ask: answers as never } }, '1'),
    );
    if (expected) expect(failure).toMatchObject(expected);
    else expect(failure).toBeNull();
    expect((await desk.store.dossier(1))?.deal).toMatchObject(now);
  });
});

test('two programs with one book: the second is told, and the first one’s word stands', async () => {
  const file = `${freshFolder()}/followup.db`;
  const [one, other] = [await openStore(file), await openStore(file)];
  await one.change('add', (book) => book.addDeal({ ...blankDeal('Aoki'), amount: 100 }));
  const [shownToOne, shownToOther] = [await one.dossier(1), await other.dossier(1)];
  await one.change('edit', (book) => book.editDeal(1, { amount: 200 }, TODAY), shownToOne);
  const before = await contentsOf(file);
  await expect(
    other.change('edit', (book) => book.editDeal(1, { amount: 300 }, TODAY), shownToOther),
  ).rejects.toMatchObject({ code: 'deal_changed', facts: { changes: ['amount'], step: 2 } });
  expect(await contentsOf(file)).toEqual(before);
  await other.change('edit', (book) => book.editDeal(1, { amount: 300 }, TODAY), await other.dossier(1));
  expect((await one.dossier(1))?.deal.amount).toBe(300);
});
