import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importJson, type JsonImportOptions } from '../../src/commands/importjson.ts';
import type { ArchivedDeal } from '../../src/core/archive.ts';
import { Failure } from '../../src/core/failure.ts';
import { anyDeals, archivedDeal, archiveFile } from '../support/archives.ts';
import { stepsOf } from '../support/book.ts';
import { day } from '../support/deals.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { claimOf, TOLD } from '../support/endings.ts';
import { runs } from '../support/engine.ts';

const bring = (desk: Desk, bytes: Uint8Array, options: Partial<JsonImportOptions> = {}) =>
  desk.within((context) =>
    importJson(context, bytes, { file: 'book.json', isDry: false, onDuplicate: 'update', ...options }),
  );

const taken = async (desk: Desk): Promise<Buffer> => (await desk.run('export', '--format', 'json')).sent;
const dealsOf = async (desk: Desk): Promise<ArchivedDeal[]> => JSON.parse(String(await taken(desk))).deals;

/** What is wrong with a file: the failure's code and facts. */
async function failing(desk: Desk, bytes: Uint8Array): Promise<Pick<Failure, 'code' | 'exitCode' | 'facts'>> {
  const error = await bring(desk, bytes).catch((it: unknown) => it);
  if (!(error instanceof Failure)) throw error;
  expect(await desk.store.dealCount()).toBe(0);
  return error;
}

describe('an export into an empty book', () => {
  test.each(['en', 'ja'] as const)('gives the same bytes again (the %s sample book)', async (language) => {
    const desk = await setUpDesk({ language });
    await desk.run('demo');
    const { sent } = await desk.run('--db', join(desk.folder, `demo-${language}.db`), 'export', '--format', 'json');
    const empty = await setUpDesk({ language });
    const { deals } = JSON.parse(String(sent));
    expect(await bring(empty, sent)).toMatchObject({ read: deals.length, created: deals.length, batch: 1 });
    expect(String(await taken(empty))).toBe(String(sent));
    const before = await desk.run('--db', join(desk.folder, `demo-${language}.db`), 'today', '--json', '--all');
    expect((await empty.run('today', '--json', '--all')).out).toBe(before.out);
  });

  test('gives the same bytes again, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyDeals, async (deals) => {
        const first = await setUpDesk();
        await bring(first, archiveFile(...deals));
        const bytes = await taken(first);
        expect(JSON.parse(String(bytes)).deals).toEqual(deals);
        const second = await setUpDesk();
        await bring(second, bytes);
        expect(String(await taken(second))).toBe(String(bytes));
      }),
      runs(60),
    );
  });

  test('is one step of the journal, and a dry run none', async () => {
    const desk = await setUpDesk({ onDisk: true });
    const bytes = archiveFile(archivedDeal(), archivedDeal({ id: 2, uid: 'f'.repeat(32) }));
    expect(await bring(desk, bytes, { isDry: true })).toMatchObject({ read: 2, created: 2, batch: null });
    expect(await desk.store.dealCount()).toBe(0);
    await bring(desk, bytes);
    expect((await stepsOf(desk.bookFile)).map(({ command }) => command)).toEqual(['import']);
  });
});

describe('a book that has deals already', () => {
  test('is not changed by its own export', async () => {
    await fc.assert(
      fc.asyncProperty(anyDeals, async (deals) => {
        const desk = await setUpDesk();
        await bring(desk, archiveFile(...deals));
        const bytes = await taken(desk);
        const again = await bring(desk, bytes, { onDuplicate: 'fail' });
        expect(again).toMatchObject({ created: 0, updated: 0, unchanged: deals.length, batch: null });
      }),
      runs(30),
    );
  });

  test('gives a new number where the number is taken by another deal', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Sato');
    expect(await bring(desk, archiveFile(archivedDeal()))).toMatchObject({ created: 1 });
    expect((await dealsOf(desk)).map(({ id, customer }) => [id, customer])).toEqual([
      [1, 'Sato'],
      [2, 'Aoki'],
    ]);
  });

  test.each([
    ['its uid', { customer: 'Aoki Kogyo' }, {}],
    ['its external id', { externalId: 'A-1', title: 'x' }, { externalId: 'A-1', uid: 'f'.repeat(32) }],
    ['customer and title', { title: 'event' }, { title: 'Event', uid: 'f'.repeat(32) }],
  ] as const)('knows a deal by %s', async (_what, here, there) => {
    const desk = await setUpDesk();
    await bring(desk, archiveFile(archivedDeal(here)));
    const result = await bring(desk, archiveFile(archivedDeal({ ...there, rival: 'Sato' })));
    expect(result).toMatchObject({ created: 0, updated: 1 });
    expect(await dealsOf(desk)).toMatchObject([{ id: 1, uid: archivedDeal().uid, rival: 'Sato' }]);
  });

  test('leaves a deal that differs with skip, and stops the whole file with fail', async () => {
    const desk = await setUpDesk();
    await bring(desk, archiveFile(archivedDeal()));
    const other = archiveFile(
      archivedDeal({ id: 2, uid: 'e'.repeat(32), title: 'x' }),
      archivedDeal({ rival: 'Sato' }),
    );
    await expect(bring(desk, other, { onDuplicate: 'fail' })).rejects.toMatchObject({
      code: 'duplicate_deal',
      facts: { where: 'deals[1]', id: 1 },
    });
    expect(await dealsOf(desk)).toHaveLength(1);
    expect(await bring(desk, other, { onDuplicate: 'skip' })).toMatchObject({ created: 1, updated: 0, unchanged: 1 });
    expect((await dealsOf(desk))[0]?.rival).toBeNull();
  });

  test('asks for an id where several deals could be meant', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', 'event');
    await desk.run('add', 'Aoki', 'event');
    await expect(bring(desk, archiveFile(archivedDeal({ title: 'event' })))).rejects.toMatchObject({
      code: 'archive_ambiguous',
    });
  });

  test('keeps that a customer wishes no contact, and folds the figures anew', async () => {
    const desk = await setUpDesk();
    await bring(desk, archiveFile(archivedDeal({ doNotContact: true })));
    const contact = { n: 1, on: day('2025-07-18'), from: 'us', channel: 'email', angle: 'info', text: 'case' } as const;
    const told = { ...contact, statusOnly: false, gives: true, noAnswer: false, toldLatestOn: null };
    await bring(desk, archiveFile(archivedDeal({ contacts: [told] })));
    const { deal } = await desk.json('show', '1');
    expect(deal).toMatchObject({ doNotContact: true, lastContactOn: '2025-07-18', unanswered: 1 });
  });
});

describe('no end comes in that its gate would refuse', () => {
  const ended = (outcome: object, more: Partial<ArchivedDeal> = {}): Buffer =>
    archiveFile({ ...archivedDeal(), closedOn: '2025-07-20', outcomes: [outcome], ...more });
  const loss = claimOf('lost', '2025-07-20', TOLD);

  test('a loss with all that it needs comes in', async () => {
    const desk = await setUpDesk();
    await bring(desk, ended(loss, { state: 'lost' }));
    expect((await desk.json('show', '1')).outcome).toMatchObject({ state: 'lost', words: 'The budget was cut.' });
  });

  test.each([
    ['without any outcome', archiveFile({ ...archivedDeal(), state: 'lost' })],
    ['by another outcome', ended(claimOf('won', '2025-07-20'), { state: 'lost' })],
    ['without words', ended({ ...loss, words: null }, { state: 'lost' })],
    ['with blank words', ended({ ...loss, words: '　' }, { state: 'lost' })],
    ['with a placeholder', ended({ ...loss, words: '特になし' }, { state: 'lost' })],
    ['with silence', ended({ ...loss, words: 'no reply since June' }, { state: 'lost' })],
    ['with our question', ended({ ...loss, words: 'Any update on the quote?' }, { state: 'lost' })],
    ['told by nobody', ended({ ...loss, who: null }, { state: 'lost' })],
    ['told by N/A', ended({ ...loss, who: 'N/A' }, { state: 'lost' })],
    ['through no channel', ended({ ...loss, channel: null }, { state: 'lost' })],
    ['without a reason', ended({ ...loss, reason: null }, { state: 'lost' })],
    ['for another reason that is not told', ended({ ...loss, reason: 'other' }, { state: 'lost' })],
    ['undisclosed and never asked', ended({ ...loss, reason: 'undisclosed' }, { state: 'lost' })],
    ['among its earlier ends', ended({ ...loss, words: null }, { state: 'open', closedOn: null })],
    ['on another day than it was told', ended(loss, { state: 'lost', closedOn: day('2025-07-21') })],
    ['with a day while it is open', ended(loss, { state: 'open' })],
    ['with a reason for a win', ended({ ...claimOf('won', '2025-07-20'), reason: 'budget' }, { state: 'won' })],
  ])('a deal that ended %s is refused', async (_what, bytes) => {
    const desk = await setUpDesk();
    expect(await failing(desk, bytes)).toMatchObject({
      code: 'archive_unlawful',
      exitCode: 3,
      facts: { where: 'deals[0]', customer: 'Aoki' },
    });
  });

  test('a merge ends an open deal with what the customer said, and opens none that has ended', async () => {
    const desk = await setUpDesk();
    await bring(desk, archiveFile(archivedDeal()));
    await bring(desk, ended(loss, { state: 'lost' }));
    expect((await desk.json('show', '1')).deal).toMatchObject({ state: 'lost', closedOn: '2025-07-20' });
    expect(await bring(desk, archiveFile(archivedDeal()))).toMatchObject({ unchanged: 1 });
    expect((await desk.json('show', '1')).deal.state).toBe('lost');
  });
});

describe('a file with a mistake is refused whole, with its place', () => {
  const contact = { n: 1, on: '2025-07-18', from: 'us', channel: 'email', angle: null, text: '' };
  const whole = { ...contact, statusOnly: false, gives: false, noAnswer: false, toldLatestOn: null };

  test.each([
    [{ amount: '300' }, 'deals[1].amount', 'number'],
    [{ amount: -1 }, 'deals[1].amount', 'number'],
    [{ decisionOn: '2025-02-30' }, 'deals[1].decisionOn', 'day'],
    [{ lead: 'soon' }, 'deals[1].lead', 'duration'],
    [{ customer: ' ' }, 'deals[1].customer', 'name'],
    [{ note: '\ud800' }, 'deals[1].note', 'text'],
    [{ mood: 'good' }, 'deals[1].mood', 'known'],
    [{ state: 'gone' }, 'deals[1].state', 'code'],
    [{ uid: 'x' }, 'deals[1].uid', 'uid'],
    [{ uid: archivedDeal().uid }, 'deals[1].uid', 'unique'],
    [{ id: 1 }, 'deals[1].id', 'unique'],
    [{ id: 0 }, 'deals[1].id', 'wholeNumber'],
    [{ title: undefined }, 'deals[1].title', 'text'],
    [{ slots: '2025-09-01' }, 'deals[1].slots', 'list'],
    [{ booked: 1 }, 'deals[1].booked', 'flag'],
    [{ contacts: [{ ...whole, on: 'soon' }] }, 'deals[1].contacts[0].on', 'day'],
    [{ contacts: [whole, whole] }, 'deals[1].contacts[1].n', 'unique'],
    [{ contacts: [{ ...whole, mood: 1 }] }, 'deals[1].contacts[0].mood', 'known'],
    [{ unknowns: { mood: '2025-07-01' } }, 'deals[1].unknowns.mood', 'known'],
  ])('%j', async (mistake, where, expected) => {
    const desk = await setUpDesk();
    const second = { ...archivedDeal({ id: 2, uid: 'f'.repeat(32) }), ...mistake };
    expect(await failing(desk, archiveFile(archivedDeal(), second))).toMatchObject({
      code: 'bad_archive',
      exitCode: 2,
      facts: { where, expected },
    });
  });

  test.each([
    ['no JSON', 'customer\nAoki\n', 'not_an_archive', 2],
    ['empty', '', 'not_an_archive', 2],
    ['half of one', '{"format":"followup","version":1,"deals":[', 'not_an_archive', 2],
    ['other JSON', '{"deals":[]}', 'not_an_archive', 2],
    ['a list', '[]', 'not_an_archive', 2],
    ['without deals', '{"format":"followup","version":1}', 'bad_archive', 2],
    ['of a newer version', '{"format":"followup","version":2,"people":[]}', 'newer_archive', 1],
  ])('a file that is %s', async (_what, text, code, exitCode) => {
    const desk = await setUpDesk();
    expect(await failing(desk, Buffer.from(text))).toMatchObject({ code, exitCode });
  });

  test('whatever is forged, the book takes all of it or none', async () => {
    const desk = await setUpDesk();
    await desk.run('demo');
    const { sent } = await desk.run('--db', join(desk.folder, 'demo-en.db'), 'export', '--format', 'json');
    const book = JSON.parse(String(sent));
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('lost', 'won', 'open', '2025-07-01', '', -1, null),
    );
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), anything, async (steps, value) => {
        const forged = structuredClone(book);
        replaceSomewhere(forged, value, () => steps.next().value ?? 0);
        const fresh = await setUpDesk();
        try {
          const { created } = await bring(fresh, Buffer.from(JSON.stringify(forged)));
          expect(await fresh.store.dealCount()).toBe(created);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
          expect(await fresh.store.dealCount()).toBe(0);
        }
      }),
      runs(80),
    );
  });

  test('and so it is with any bytes', async () => {
    const desk = await setUpDesk();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        async (bytes) => {
          expect((await failing(desk, bytes)).code).toBe('not_an_archive');
        },
      ),
    );
  });
});

/** Puts the value in the place of one that a walk through the file ends at. */
function replaceSomewhere(root: unknown, value: unknown, next: () => number): void {
  let at = root as Record<string, unknown>;
  for (;;) {
    const keys = Object.keys(at);
    const key = keys[next() % keys.length] ?? 'deals';
    const inside = at[key];
    const isDeep = typeof inside === 'object' && inside !== null && Object.keys(inside).length > 0;
    if (!isDeep || next() % 4 === 0) {
      at[key] = value;
      return;
    }
    at = inside as Record<string, unknown>;
  }
}
