import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayPage } from '../../src/commands/daypage.ts';
import { mediansOf } from '../../src/core/plan.ts';
import { builtInPlaybook } from '../../src/exchange/playbooks.ts';
import type { Store } from '../../src/store/store.ts';
import { cellOf } from '../support/book.ts';
import { setUpDesk } from '../support/desk.ts';
import { ON_FILE, runs } from '../support/engine.ts';

const DAYS = ['2025-07-21', '2025-07-22', '2025-07-22', '2025-07-25', '2025-08-04'];
const day = fc.constantFrom(...DAYS, '2025-06-02', '2025-06-30', '2025-09-30');
const deal = fc.integer({ min: 1, max: 6 }).map(String);

/** What a rep does with a book, in any order; much of it is refused, as it should be. */
const act = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom('Aoki', 'Sato', 'Mori'), fc.nat(9), day, day).map(addition) },
  { weight: 3, arbitrary: fc.tuple(deal, fc.constantFrom('us', 'them')).map(([id, from]) => noted(id, from)) },
  fc.tuple(deal, fc.nat(9)).map(([id, amount]) => ['edit', id, '--amount', `$${1000 * 2 ** amount}`]),
  fc.tuple(deal, day).map(([id, on]) => ['edit', id, '--decision-date', on]),
  fc.tuple(deal, fc.constantFrom('Kita', 'Higashi')).map(([id, owner]) => ['edit', id, '--owner', owner]),
  fc.tuple(deal, day).map(([id, on]) => ['snooze', id, on]),
  fc.tuple(deal, day).map(([id, on]) => ['hold', id, on, '--words', 'please wait']),
  deal.map((id) => ['close', id, 'won', '--words', 'yes', '--who', 'Ms Kato', '--channel', 'phone']),
  deal.map((id) => ['close', id, 'declined', '--words', 'not now', '--who', 'Ms Kato', '--channel', 'phone']),
  deal.map((id) => ['reopen', id, '--words', 'after all']),
  fc.constantFrom(['undo'], ['redo'], ['config', 'set', 'limit', '2'], ['config', 'set', 'today_from', '30']),
  fc.constant(['config', 'set', 'owner', 'Kita']),
  fc.constant(['forget', 'Aoki', '--yes']),
);

function addition([customer, amount, proposed, decision]: readonly [string, number, string, string]): string[] {
  const owner = amount % 3 === 0 ? ['--owner', 'Kita'] : [];
  return [
    'add',
    customer,
    '--amount',
    `$${1000 * 2 ** amount}`,
    '--proposed',
    proposed,
    '--goal-date',
    decision,
    ...owner,
  ];
}

function noted(id: string, from: string): string[] {
  return ['note', id, 'a word', '--from', from, '--channel', 'email', '--promise', 'the sheet', '--by', '2025-07-22'];
}

describe('where every deal stands is kept', () => {
  test('and the day and the medians are the same as one worked out anew, whatever was done in between', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(act, fc.constantFrom(...DAYS)), { minLength: 4, maxLength: 14 }),
        async (story) => {
          const desk = await setUpDesk({});
          for (const [argv, today] of story) {
            await desk.run(...argv, '--today', today);
            for (const owner of [undefined, 'Kita']) {
              const deals = (await desk.store.deals({})).filter((it) => owner === undefined || it.owner === owner);
              expect(await desk.store.openMedians(owner)).toEqual(mediansOf(deals));
            }
            for (const size of [[], ['-n', '1']]) {
              const kept = await desk.run('today', '--today', today, ...size);
              expect(await desk.run('today', '--today', today, ...size)).toEqual(kept);
              // Forgets all that was kept.
              await desk.store.recomputeFigures();
              expect(await desk.run('today', '--today', today, ...size)).toEqual(kept);
            }
          }
        },
      ),
      runs(40),
    );
  });

  test('and a deal that another program ends between page and deals is on it no more', async () => {
    const desk = await setUpDesk({});
    for (const [at, name] of ['Aoki', 'Sato'].entries()) {
      await desk.run('add', name);
      await desk.run('note', String(at + 1), '--promise', 'the sheet', '--by', '2025-07-21');
    }
    await desk.run('today');
    const shown = await desk.within(async (context) => {
      const store = await context.store();
      const overtaken: Store = {
        ...store,
        dayPage: async (wish) => {
          const page = await store.dayPage(wish);
          await desk.run('close', '1', 'won', '--words', 'yes', '--who', 'Ms Kato', '--channel', 'phone');
          return page;
        },
      };
      const { outline, placementOf } = await dayPage(context, overtaken, { contact: 7, quiet: 5 });
      const customers = outline.contact.map(({ id }) => placementOf(id).deal.customer);
      return { customers, count: outline.contactCount };
    });
    expect(shown).toEqual({ customers: ['Sato'], count: 1 });
  });

  test('and so is what is said of it, for each language, width and set of the rep’s own playbooks', async () => {
    const desk = await setUpDesk({ width: 80 });
    await desk.run('add', 'Aoki', '--proposed', '2025-06-02', '--decision-date', '2025-07-23');
    await desk.run('note', '1', '--promise', 'the sheet', '--by', '2025-07-21');
    const first = await desk.run('today');
    const others = [await desk.run('today', '--lang', 'ja'), await desk.run('today', '--why')];
    desk.resize(50);
    others.push(await desk.run('today'));
    desk.resize(80);
    const playbooks = join(desk.folder, 'playbooks');
    mkdirSync(playbooks, { recursive: true });
    for (const name of ['Give them a hand', 'Lend a hand']) {
      const angles = Object.keys(builtInPlaybook('en').angles).map((angle) => `  ${angle}: { name: ${name} }`);
      writeFileSync(join(playbooks, 'own.yaml'), `language: en\nangles:\n${angles.join('\n')}\n`);
      others.push(await desk.run('today'));
    }
    rmSync(playbooks, { recursive: true });
    expect(new Set([first, ...others].map(({ out }) => out)).size).toBe(6);
    expect(await desk.run('today')).toEqual(first);
  });

  test('and the medians stay as long as nothing moves them', async () => {
    const desk = await setUpDesk({ onDisk: true });
    const kept = (): Promise<unknown> => cellOf(desk.bookFile, 'select count(*) from median');
    await desk.run('add', 'Aoki', '--amount', '$1000');
    await desk.run('today');
    await desk.run('note', '1', '--promise', 'the sheet', '--by', '2025-07-21');
    await desk.run('edit', '1', '--goal-date', '2025-09-30');
    expect(Number(await kept())).toBe(1);
    for (const moving of [['edit', '1', '--amount', '$900'], ['undo'], ['redo'], ['add', 'Sato']]) {
      await desk.run('today');
      expect((await desk.run(...moving)).code).toBe(0);
      expect([moving, Number(await kept())]).toEqual([moving, 0]);
    }
  });

  test('without where the book is, and however long the settings are', async () => {
    const desk = await setUpDesk({ onDisk: true });
    const signature = Array.from({ length: 400 }, (_, n) => (n * 7919 * 104_729).toString(36)).join(' ');
    const settings = { db: 'postgres://ann:geheim@db.example/sales', signature };
    writeFileSync(join(desk.folder, 'config.json'), JSON.stringify(settings));
    await desk.run('add', 'Aoki', '--db', desk.bookFile);
    expect((await desk.run('today', '--db', desk.bookFile)).code).toBe(0);
    expect(Number(await cellOf(desk.bookFile, 'select count(*) from page'))).toBeGreaterThan(0);
    const leaks = "select count(*) from page where body like '%geheim%' or key like '%geheim%'";
    expect(Number(await cellOf(desk.bookFile, leaks))).toBe(0);
  });

  test('and placed anew, however many a median that moved has reweighed', { timeout: 60_000 }, async () => {
    const desk = await setUpDesk({});
    const lines = Array.from({ length: 3_000 }, (_, n) => `Customer ${n},$${n < 1_505 ? 10_000 : 20_000}`);
    writeFileSync(join(desk.folder, 'deals.csv'), `customer,amount\n${lines.join('\n')}\n`);
    expect((await desk.run('import', join(desk.folder, 'deals.csv'))).code).toBe(0);
    await desk.run('today');
    const more = Array.from({ length: 20 }, (_, n) => `More ${n},$20000`);
    writeFileSync(join(desk.folder, 'more.csv'), `customer,amount\n${more.join('\n')}\n`);
    expect((await desk.run('import', join(desk.folder, 'more.csv'))).code).toBe(0);
    const kept = await desk.run('today', '--all');
    expect(kept.code).toBe(0);
    await desk.store.recomputeFigures();
    expect(await desk.run('today', '--all')).toEqual(kept);
  });

  test.runIf(ON_FILE).each(['body', 'medians'])('and made anew where its %s cannot be read', async (column) => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki');
    const first = await desk.run('today');
    const book = new Database(desk.bookFile);
    book.exec(`update page set ${column} = 'x'`);
    book.close();
    expect([first.code, await desk.run('today')]).toEqual([0, first]);
    expect(await cellOf(desk.bookFile, `select count(*) from page where ${column} = 'x'`)).toBe(0);
  });

  test('but a number of the rule, a closed day or another day asks all of them again', async () => {
    const desk = await setUpDesk({});
    await desk.run('add', 'Aoki', '--proposed', '2025-06-02', '--decision-date', '2025-07-23');
    const first = await desk.run('today');
    await desk.run('config', 'set', 'today_from', '5');
    expect((await desk.run('today')).out).not.toBe(first.out);
    await desk.run('config', 'unset', 'today_from');
    expect(await desk.run('today')).toEqual(first);
    expect((await desk.run('today', '--today', '2025-07-24')).out).not.toBe(first.out);
    expect(await desk.run('today')).toEqual(first);
  });
});
