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
import { blankDeal } from '../../src/core/deal.ts';
import { Failure } from '../../src/core/failure.ts';
import type { Book } from '../../src/store/book.ts';
import type { Store } from '../../src/store/store.ts';
import { failureText } from '../../src/views/failure.ts';
import { loadWords } from '../../src/views/words.ts';
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
      return { ...store, change };
    },
  };
}

async function deskWithOne(): Promise<Desk> {
  const desk = await setUpDesk({ today: TODAY });
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
    ['note', (it) => note(it, '1', 'sent the case study', { angle: 'info' } as never)],
    ['snooze', (it) => snooze(it, '1', '+1w')],
    ['hold', (it) => hold(it, '1', '+1w', { words: 'wait' })],
    ['close', (it) => close(it, '1', 'void', { fact: 'duplicate of #2' } as never)],
  ])('by %s is told what, and nothing is overwritten', async (_command, work) => {
    const desk = await deskWithOne();
    const failure = await failureOf(desk.within((context) => work(overtaken(context, THEIRS))));
    expect([failure.code, failure.exitCode, failure.facts.changes]).toEqual(['deal_changed', 1, ['amount: 100 → 250']]);
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

  test('by ask is told as well', async () => {
    const desk = await deskWithOne();
    const asking = desk.within((context) => {
      const quick = overtaken(context, THEIRS);
      const skip = {
        text: async () => '',
        choose: async (_: string, [first]: readonly { value: unknown }[]) => first?.value,
      };
      return ask({ ...quick, terminal: { ...context.terminal, ask: { ...skip, pick: async () => [] } as never } }, '1');
    });
    expect((await failureOf(asking)).code).toBe('deal_changed');
  });

  test.each<[string, (book: Book) => Promise<unknown>, RegExp]>([
    ['a field', THEIRS, /^amount: 100 → 250$/],
    [
      'a day',
      (it) => it.editDeal(1, { decisionOn: '2025-08-08' as Day }, TODAY),
      /^decision-date: 2025-08-01 → 2025-08-08$/,
    ],
    ['a field that was empty', (it) => it.editDeal(1, { rival: 'Sato' }, TODAY), /^rival: – → Sato$/],
    ['a material', (it) => it.setMaterial(1, 'effort', 'wanted', TODAY), /^material effort: – → .*effort.*wanted/],
  ])('is told of %s, before and after', async (_what, theirs, line) => {
    const desk = await deskWithOne();
    const failure = await failureOf(desk.within((it) => snooze(overtaken(it, theirs), '1', '+1w')));
    expect(failure.facts.changes).toEqual(expect.arrayContaining([expect.stringMatching(line)]));
    for (const language of ['en', 'ja'] as const) {
      const { message, hint } = failureText(failure, await loadWords(language));
      expect([message.includes('→'), hint.includes('followup show 1')]).toEqual([true, true]);
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

test('two programs with one book: the second is told, and the first one’s word stands', async () => {
  const file = `${freshFolder()}/followup.db`;
  const [one, other] = [await openStore(file), await openStore(file)];
  await one.change('add', (book) => book.addDeal({ ...blankDeal('Aoki'), amount: 100 }));
  const [shownToOne, shownToOther] = [await one.dossier(1), await other.dossier(1)];
  await one.change('edit', (book) => book.editDeal(1, { amount: 200 }, TODAY), shownToOne);
  const before = await contentsOf(file);
  await expect(
    other.change('edit', (book) => book.editDeal(1, { amount: 300 }, TODAY), shownToOther),
  ).rejects.toMatchObject({ code: 'deal_changed', facts: { changes: ['amount: 100 → 200'], step: 2 } });
  expect(await contentsOf(file)).toEqual(before);
  await other.change('edit', (book) => book.editDeal(1, { amount: 300 }, TODAY), await other.dossier(1));
  expect((await one.dossier(1))?.deal.amount).toBe(300);
});
