import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { blankDeal } from '../../src/core/deal.ts';
import { JOURNALLED } from '../../src/store/schema.ts';
import { schemaIn } from '../../src/store/serveraddress.ts';
import { GUARDED } from '../../src/store/teamrules.ts';
import { keptOnFile } from '../support/book.ts';
import { setUpDesk } from '../support/desk.ts';
import { freshAddress, serverRows } from '../support/engine.ts';
import { type Person, type TeamBook, teamBook } from '../support/team.ts';

const ON = '2025-07-21' as Day;
const CONTACT = {
  on: ON,
  from: 'us',
  channel: 'email',
  angle: 'info',
  statusOnly: false,
  gives: true,
  noAnswer: false,
  toldLatestOn: null,
  text: 'sent the case study',
} as const;

/** Every table that holds something of a deal. */
const PARTS = ['contact', 'promise', 'question', 'material', 'slip', 'outcome', 'figures', 'standing'];

/** A book in which each of the two reps has a deal with a history. */
async function bookOfTwo(): Promise<TeamBook> {
  const book = await teamBook();
  for (const rep of ['ann', 'bob'] as const) {
    await book.as(rep, (store) =>
      store.change('add', async (it) => {
        const id = await it.addDeal({ ...blankDeal(`Customer of ${rep}`), decisionOn: '2025-08-01' as Day });
        await it.recordContact(id, CONTACT);
        await it.makePromise(id, { text: 'costs', material: null, dueOn: null });
        await it.askQuestion(id, { text: 'who?', doubt: null, askedOn: ON });
        await it.setMaterial(id, 'effort', 'wanted', ON);
        await it.editDeal(id, { decisionOn: '2025-08-08' as Day }, ON);
      }),
    );
  }
  await serverRows(
    book.address,
    "insert into outcome (deal_id, state, ended_on) select id, 'void', '2025-07-01' from deal",
  );
  await serverRows(
    book.address,
    "insert into ground (owner, stamp, basis, medians) values ('', 's', '', '[[\"JPY\",1]]'), ('bob', 's', '', '[]')",
  );
  return book;
}

describe('a rep who tries with raw SQL', () => {
  let book: TeamBook;
  beforeAll(async () => {
    book = await bookOfTwo();
  });

  test.each(PARTS)('reads of %s only what hangs on their own deals', async (table) => {
    const seen = await book.raw('ann', `select distinct deal_id from ${table}`);
    expect(seen).toEqual([{ deal_id: 1 }]);
    const all = await book.raw('max', `select distinct deal_id from ${table} order by 1`);
    expect(all).toEqual([{ deal_id: 1 }, { deal_id: 2 }]);
  });

  test.each([
    ['deals', 'select owner from deal', [{ owner: 'ann' }], 2],
    ['the journal', 'select distinct deal_id from change', [{ deal_id: 1 }], 2],
    ['steps', 'select id from step', [{ id: 1 }], 2],
    ['the medians', 'select owner from ground', [], 2],
  ])('does not read others’ %s', async (_what, query, own, all) => {
    expect(await book.raw('ann', query)).toEqual(own);
    expect(await book.raw('max', query)).toHaveLength(all);
  });

  test.each([
    ['changes', "update deal set customer = 'x' where id = 2"],
    ['takes over', "update deal set owner = 'ann' where id = 2"],
    ['removes', 'delete from deal where id = 2'],
    ...PARTS.flatMap((table) => [
      [`changes ${table} of`, `update ${table} set deal_id = 1 where deal_id = 2`],
      [`removes ${table} of`, `delete from ${table} where deal_id = 2`],
    ]),
    ['rewrites the journal of', "update change set before = '{}' where deal_id = 2"],
    ['removes the journal of', 'delete from change where deal_id = 2'],
    ['takes back the steps of', "update step set undone_at = 'now' where deal_id = 2"],
  ])('%s no deal of another rep', async (_what, statement) => {
    expect(await book.raw('ann', `${statement} returning 1`)).toEqual([]);
    expect(await book.raw('bob', 'select customer, owner from deal')).toEqual([
      { customer: 'Customer of bob', owner: 'bob' },
    ]);
  });

  test.each([
    ['adds a deal for another', "insert into deal (uid, customer, owner) values ('u', 'x', 'bob')"],
    ['gives a deal away', "update deal set owner = 'bob' where id = 1"],
    ['makes a deal nobody’s', 'update deal set owner = null where id = 1'],
    ['hangs something on another’s deal', "insert into outcome (deal_id, state, ended_on) values (2, 'won', 'x')"],
    ['moves something to another’s deal', 'update contact set deal_id = 2 where deal_id = 1'],
    ['puts a step into another’s name', "insert into step (at, command, author) values ('x', 'note', 'bob')"],
    [
      'writes into another’s step',
      "insert into change (step_id, kind, table_name, row_id, deal_id) values (2, 'added', 'deal', 1, 1)",
    ],
    ['becomes a member of another name', "update member set owner = 'bob'"],
    ['becomes a manager', "insert into member values ('x', 'y')"],
    ['silences somebody', "insert into silence (salt, print) values ('s', 'p')"],
    ['switches the rules off', 'alter table deal disable row level security'],
    ['drops a rule', 'drop policy rep on deal'],
    ['empties a table', 'truncate step'],
    ['makes a table', 'create table mine (x text)'],
  ])('is refused who %s', async (_what, statement) => {
    await expect(book.raw('ann', statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('every table of the book', () => {
  const tablesOf = async ({ address }: TeamBook) =>
    serverRows(
      address,
      `select c.relname as name, c.relrowsecurity as guarded, c.oid::bigint as oid from pg_class c
       where c.relnamespace = '${schemaIn(address)}'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
    );

  test('is guarded, but for the number of its migrations, which is only read', async () => {
    const book = await teamBook();
    const tables = await tablesOf(book);
    const guarded = tables.filter((it) => it.guarded).map(({ name }) => name);
    expect(guarded).toEqual([...GUARDED].sort());
    expect(tables.filter((it) => !it.guarded).map(({ name }) => name)).toEqual(['followup_book']);
    for (const person of ['ann', 'max'] as const) {
      const login = `${schemaIn(book.address)}_${person}`;
      const writable = await serverRows(
        book.address,
        `select c.relname as name from pg_class c where c.relnamespace = '${schemaIn(book.address)}'::regnamespace
         and c.relkind in ('r', 'p', 'v', 'm', 'f') and has_table_privilege('${login}', c.oid, 'insert, update, delete, truncate')`,
      );
      const worked = GUARDED.filter((table) => table !== 'member');
      expect(writable.map(({ name }) => name).sort()).toEqual([...worked].sort());
    }
  });

  test('shows and takes nothing of somebody who has the role, but is in another team', async () => {
    const book = await bookOfTwo();
    await serverRows(book.address, "insert into silence (salt, print) values ('s', 'p')");
    for (const person of ['ann', 'max'] as const) {
      await serverRows(book.address, `delete from member where owner = '${person}'`);
      for (const { name } of await tablesOf(book)) {
        if (name === 'followup_book') continue;
        expect([name, await book.raw(person, `select 1 from ${name}`)]).toEqual([name, []]);
        if (name === 'member') continue;
        expect([name, await book.raw(person, `delete from ${name} returning 1`)]).toEqual([name, []]);
      }
      await expect(book.raw(person, "insert into deal (uid, customer) values ('u', 'x')")).rejects.toMatchObject({
        code: '42501',
      });
      await expect(book.raw(person, "insert into step (at, command) values ('x', 'note')")).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  test('of who is in the team everybody meets their own row', async () => {
    const book = await teamBook();
    for (const person of ['ann', 'max'] as const)
      expect(await book.raw(person, 'select owner from member')).toEqual([{ owner: person }]);
  });
});

describe('the program, for a rep', () => {
  test('works as on a book of their own: numbers, history, undo and redo', async () => {
    const book = await bookOfTwo();
    await book.as('ann', async (store) => {
      expect(await store.dealCount()).toBe(1);
      expect(await store.dossier(2)).toBeUndefined();
      const id = await store.change('add', (it) => it.addDeal(blankDeal('Aoki')));
      await store.change('note', (it) => it.recordContact(id, CONTACT));
      await store.change('note', (it) => it.recordContact(id, CONTACT));
      const dossier = await store.dossier(id);
      expect([dossier?.deal.owner, dossier?.contacts.map(({ n }) => n)]).toEqual(['ann', [1, 2]]);
      for (let n = 0; n < 3; n += 1) await store.undo(null, { isDry: false });
      expect(await store.dossier(id)).toBeUndefined();
      for (let n = 0; n < 3; n += 1) await store.redo({ isDry: false });
      expect((await store.dossier(id))?.contacts).toHaveLength(2);
    });
  });

  test('every command answers, and shows nothing of the others', async () => {
    const book = await bookOfTwo();
    await serverRows(book.address, 'delete from outcome');
    const desk = await book.deskOf('ann');
    await book.as('ann', async () => {
      for (const argv of [
        ['today', '--all'],
        ['today', '--all'],
        ['list', '--state', 'all'],
        ['why', '1'],
        ['show', '1'],
        ['review'],
        ['export'],
        ['export', '--format', 'json'],
        ['undo', '--list'],
        ['doctor'],
        ['note', '1', 'sent the plan', '--angle', 'info'],
        ['today', '--json'],
      ]) {
        const { code, out, sent } = await desk.run(...argv);
        expect([argv, code]).toEqual([argv, 0]);
        expect(out + sent.toString()).not.toContain('bob');
      }
      expect((await desk.json('list')).deals).toHaveLength(1);
      const { err } = await desk.run('forget', 'Customer of bob', '--yes', '--json');
      expect(JSON.parse(err).error.code).toBe('no_person');
      for (const which of [['1'], ['--where', 'owner=ann', '--yes']]) {
        const given = await desk.run('edit', ...which, '--owner', 'bob', '--json');
        expect([given.code, JSON.parse(given.err).error.code]).toEqual([1, 'server_own_deals']);
      }
      await desk.run('edit', '1', '--contact', 'Hanako Sato');
      const refused = await desk.run('forget', 'Hanako Sato', '--yes', '--json');
      expect(JSON.parse(refused.err).error.code).toBe('forget_by_manager');
    });
  });

  test('a book is brought into the team by import, not moved over the others’', async () => {
    const book = await teamBook();
    await book.as('bob', (store) => store.change('add', (it) => it.addDeal(blankDeal('Customer of bob'))));
    const desk = await book.deskOf('ann');
    const { bookFile } = await desk.within(async (context) => context);
    const own = keptOnFile(join(desk.folder, 'own.db'));
    const archive = join(desk.folder, 'book.json');
    await desk.run('add', 'Aoki', '--db', own);
    await desk.run('export', '--format', 'json', '-o', archive, '--db', own);
    await book.as('ann', async () => {
      const { code, err } = await desk.run('move', bookFile, '--db', own, '--json');
      expect([code, JSON.parse(err).error.code]).toEqual([1, 'move_to_part']);
      expect((await desk.json('import', archive)).created).toBe(1);
      expect((await desk.json('list')).deals).toMatchObject([{ id: 2, customer: 'Aoki', owner: 'ann' }]);
    });
    expect(await book.as('max', (store) => store.dealCount())).toBe(2);
  });

  test('what they changed, a manager’s list knows at once', async () => {
    const book = await bookOfTwo();
    await serverRows(book.address, 'delete from outcome; delete from ground');
    const desks = { ann: await book.deskOf('ann'), max: await book.deskOf('max') };
    const today = (person: 'ann' | 'max') =>
      book.as(person, async () => {
        const { lists } = await desks[person].json('today');
        return Object.values(lists as Record<string, { deal: { id: number } }[]>)
          .flat()
          .map(({ deal }) => deal.id)
          .sort();
      });
    expect([await today('max'), await today('ann')]).toEqual([[1, 2], [1]]);
    await book.as('ann', (store) => store.change('add', (it) => it.addDeal(blankDeal('Aoki'))));
    expect([await today('max'), await today('ann')]).toEqual([
      [1, 2, 3],
      [1, 3],
    ]);
  });

  test('and so does a page of the day that is kept, whether a deal came, changed or went', async () => {
    const book = await bookOfTwo();
    await serverRows(book.address, 'delete from outcome; delete from ground');
    const desks = { ann: await book.deskOf('ann'), max: await book.deskOf('max') };
    const as = (person: 'ann' | 'max', ...argv: string[]) =>
      book.as(person, async () => (await desks[person].run(...argv)).out);
    const first = await as('max', 'today');
    expect(await as('max', 'today')).toBe(first);
    await as('ann', 'add', 'Newcomer', '--proposed', '2025-07-01', '--decision-date', '2025-07-23');
    expect(await as('max', 'today')).toContain('Newcomer');
    await as('ann', 'undo');
    expect(await as('max', 'today')).toBe(first);
    await as('ann', 'edit', '1', '--customer', 'Renamed', '--do-not-contact');
    expect(await as('max', 'today')).not.toBe(first);
  });

  test('lets go of their own pages and of everybody’s, and of no other rep’s', async () => {
    const book = await bookOfTwo();
    await serverRows(book.address, 'delete from outcome; delete from ground');
    const people = ['ann', 'bob', 'max'] as const;
    const desks = { ann: await book.deskOf('ann'), bob: await book.deskOf('bob'), max: await book.deskOf('max') };
    const as = (person: Person, ...argv: string[]) => book.as(person, () => desks[person].run(...argv));
    const kept = async () =>
      (await serverRows(book.address, 'select distinct owner from page order by 1')).map(({ owner }) => owner);
    const keepAll = async () => {
      for (const person of people) await as(person, 'today');
      await as('max', 'today', '--owner', 'bob');
      expect(await kept()).toEqual(['', 'ann', 'bob']);
    };
    for (const change of [['note', '1', 'sent the costs'], ['add', 'Newcomer'], ['undo'], ['redo']]) {
      await keepAll();
      await as('ann', ...change);
      expect([change, await kept()]).toEqual([change, ['bob']]);
    }
    await keepAll();
    await as('max', 'edit', '1', '--owner', 'bob');
    expect(await kept()).toEqual([]);
  });

  test('does not show a page that was kept by somebody who did not know of the change', async () => {
    const book = await bookOfTwo();
    await serverRows(book.address, 'delete from outcome; delete from ground');
    const desk = await book.deskOf('ann');
    const as = (...argv: string[]) => book.as('ann', async () => (await desk.run(...argv)).out);
    await as('today');
    await serverRows(book.address, 'create table late as select * from page');
    await as('add', 'Newcomer', '--proposed', '2025-07-01', '--decision-date', '2025-07-23');
    await serverRows(book.address, 'insert into page select * from late; drop table late');
    expect(await as('today')).toContain('Newcomer');
  });

  test('a change that lost against others may take its turn alone', async () => {
    const book = await bookOfTwo();
    const locking = `do $$ begin lock table ${[...JOURNALLED, 'step'].join()} in share row exclusive mode; end $$`;
    expect(await book.raw('ann', locking)).toEqual([]);
  });

  test('a deal that comes with a number that is taken out of sight gets another', async () => {
    const book = await bookOfTwo();
    const id = await book.as('ann', (store) =>
      store.change('import', (it) => it.addDeal({ ...blankDeal('Aoki'), id: 2 } as never)),
    );
    expect(id).toBeGreaterThan(2);
  });
});

describe('undo in a team', () => {
  test('leaves what somebody else did, and what somebody else went on from', async () => {
    const book = await bookOfTwo();
    await book.as('max', (store) => store.change('edit', (it) => it.editDeal(1, { goal: 'theirs' }, ON)));
    await book.as('ann', async (store) => {
      await expect(store.undo(3, { isDry: false })).rejects.toMatchObject({ code: 'others_step' });
      expect(await store.undo(1, { isDry: true })).toMatchObject({ blockedBy: [{ id: 3 }] });
    });
    expect(await book.raw('bob', 'select id from step')).toEqual([{ id: 2 }]);
  });

  test('lists whose steps they are where they are not all one person’s', async () => {
    const book = await bookOfTwo();
    const desk = await book.deskOf('max');
    await book.as('max', async () => {
      const { steps } = await desk.json('undo', '--list');
      const logins = ['bob', 'ann'].map((person) => `${schemaIn(book.address)}_${person}`);
      expect(steps.map(({ author }: { readonly author: string }) => author)).toEqual(logins);
      const { out } = await desk.run('undo', '--list');
      for (const login of logins) expect(out).toContain(login);
    });
    const own = await book.deskOf('ann');
    await book.as('ann', async () => expect((await own.run('undo', '--list')).out).not.toContain('_ann'));
  });

  test('does not reach a deal that was handed over', async () => {
    const book = await bookOfTwo();
    await book.as('max', (store) => store.change('edit', (it) => it.editDeal(1, { owner: 'bob' }, ON)));
    await book.as('ann', (store) =>
      expect(store.undo(null, { isDry: false })).rejects.toMatchObject({ code: 'others_deal' }),
    );
    expect(await book.raw('bob', 'select count(*) as count from contact')).toEqual([{ count: 2 }]);
  });

  test('brings nothing again over what somebody else did since', async () => {
    const book = await bookOfTwo();
    await book.as('ann', async (store) => {
      await store.change('edit', (it) => it.editDeal(1, { goal: 'mine' }, ON));
      await store.undo(null, { isDry: false });
    });
    await book.as('max', (store) => store.change('edit', (it) => it.editDeal(1, { goal: 'theirs' }, ON)));
    await book.as('ann', (store) =>
      expect(store.redo({ isDry: false })).rejects.toMatchObject({ code: 'redo_overtaken' }),
    );
  });
});

describe('a rep and a manager on one deal', () => {
  test('the second is told whose change it was', async () => {
    const book = await bookOfTwo();
    const shown = await book.as('ann', (store) => store.dossier(1));
    await book.as('max', (store) => store.change('edit', (it) => it.editDeal(1, { goal: 'theirs' }, ON)));
    const change = book.as('ann', (store) => store.change('edit', (it) => it.editDeal(1, { goal: 'mine' }, ON), shown));
    await expect(change).rejects.toMatchObject({
      code: 'deal_changed',
      facts: { changes: ['goal'], by: `${schemaIn(book.address)}_max`, step: 3 },
    });
  });

  test('what only adds is recorded beside it, and told whose change that was', async () => {
    const book = await bookOfTwo();
    const shown = await book.as('ann', (store) => store.dossier(1));
    await book.as('max', (store) => store.change('edit', (it) => it.editDeal(1, { goal: 'theirs' }, ON)));
    const told = await book.as('ann', (store) =>
      store.changeBeside(
        'note',
        async (it, { meanwhile }) => {
          await it.recordContact(1, CONTACT);
          return meanwhile;
        },
        shown as NonNullable<typeof shown>,
      ),
    );
    expect(told).toMatchObject({ changes: [{ what: 'goal', after: 'theirs' }], by: `${schemaIn(book.address)}_max` });
    const now = await book.as('ann', (store) => store.dossier(1));
    expect([now?.deal.goal, now?.contacts.length]).toEqual(['theirs', 1 + (shown?.contacts.length ?? 0)]);
  });

  test('a deal that was handed over meanwhile is not there any more', async () => {
    const book = await bookOfTwo();
    const shown = await book.as('ann', (store) => store.dossier(1));
    await book.as('max', (store) => store.change('edit', (it) => it.editDeal(1, { owner: 'bob' }, ON)));
    const change = book.as('ann', (store) => store.change('note', (it) => it.recordContact(1, CONTACT), shown));
    await expect(change).rejects.toMatchObject({ code: 'deal_gone' });
  });
});

describe('the team commands', () => {
  test('init says what it made, and the second time that all was there', async () => {
    const address = await freshAddress();
    await serverRows(address, `drop schema if exists ${schemaIn(address)} cascade`);
    for (const role of ['rep', 'manager'])
      await serverRows(address, `drop role if exists ${schemaIn(address)}_${role}`);
    const desk = await setUpDesk({ env: { FOLLOWUP_DB: address } });
    const made = async () =>
      (await desk.json('team', 'init')).prepared.filter((it: { readonly made: boolean }) => it.made).length;
    expect([await made(), await made()]).toEqual([GUARDED.length + 6, 0]);
  });

  test('add says what to hand on, without a password, and may be said again', async () => {
    const address = await freshAddress();
    const login = `${schemaIn(address)}_new`;
    const desk = await setUpDesk({ env: { FOLLOWUP_DB: address.replace('@', ':geheim@') } });
    await desk.run('team', 'init');
    await serverRows(address, `drop role if exists ${login}`);
    const argv = ['team', 'add', 'Aoki Taro', '--login', login];
    const { code, out, err } = await desk.run(...argv);
    expect([code, out.includes(`FOLLOWUP_DB=postgres://${login}@`)]).toEqual([0, true]);
    expect(out + err).not.toContain('geheim');
    const many = await desk.run(...argv, '--db', `${address}&connect_timeout=5`);
    expect(many.out).toContain(`FOLLOWUP_DB='postgres://${login}@`);
    expect(await desk.json(...argv, '--manager')).toMatchObject({ owner: 'Aoki Taro', login, manager: true });
    const groups = await serverRows(
      address,
      `select r.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.roleid
       join pg_roles l on l.oid = m.member where l.rolname = '${login}'`,
    );
    expect(groups).toEqual([{ name: `${schemaIn(address)}_manager` }]);
  });

  test.each([
    ['before init', ['team', 'add', 'Aoki'], 1, 'no_team'],
    ['for a name that is no login', ['team', 'add', '青木'], 2, 'bad_login'],
  ])('add fails %s', async (_when, argv, exitCode, error) => {
    const address = await freshAddress();
    await serverRows(address, `drop table if exists ${schemaIn(address)}.member cascade`);
    const desk = await setUpDesk({ env: { FOLLOWUP_DB: address } });
    const { code, err } = await desk.run(...argv, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([exitCode, error]);
  });

  test('add with another name says which deals are left behind', async () => {
    const book = await bookOfTwo();
    const desk = await setUpDesk({ env: { FOLLOWUP_DB: book.address } });
    const { words } = await desk.within(async (context) => context);
    const again = async (name: string) =>
      (await desk.run('team', 'add', name, '--login', `${schemaIn(book.address)}_ann`)).err;
    expect(await again('ann')).not.toContain(words.team.dealsLeft('ann', 1, 'ann'));
    expect(await again('Ann Ito')).toContain(words.team.dealsLeft('ann', 1, 'Ann Ito'));
    expect(await book.as('ann', (store) => store.dealCount())).toBe(0);
    expect((await desk.run('edit', '--where', 'owner=ann', '--owner', 'Ann Ito', '--yes')).code).toBe(0);
    expect(await book.as('ann', (store) => store.dealCount())).toBe(1);
  });

  test('remove takes the book away at once, and leaves deals and login', async () => {
    const book = await bookOfTwo();
    const login = `${schemaIn(book.address)}_ann`;
    const desk = await setUpDesk({ env: { FOLLOWUP_DB: book.address } });
    expect(await desk.json('team', 'remove', 'ann')).toEqual({ owner: 'ann', logins: [login], dealsLeft: 1 });
    await expect(book.raw('ann', `select 1 from ${schemaIn(book.address)}.deal`)).rejects.toMatchObject({
      code: '42501',
    });
    expect(await serverRows(book.address, `select 1 as there from pg_roles where rolname = '${login}'`)).toHaveLength(
      1,
    );
    expect(await book.as('max', (store) => store.dealCount())).toBe(2);
    const { code, err } = await desk.run('team', 'remove', 'ann', '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([1, 'no_member']);
    expect(err).toContain('bob, max');
    await desk.run('team', 'add', 'ann', '--login', login);
    expect(await book.as('ann', (store) => store.dealCount())).toBe(1);
  });

  test('whoever owns the tables may be a manager, and no rep', async () => {
    const { address } = await teamBook();
    const desk = await setUpDesk({ env: { FOLLOWUP_DB: address } });
    const add = (...flags: string[]) => desk.run('team', 'add', 'Boss', '--login', 'postgres', ...flags);
    expect([(await add()).code, (await add('--manager')).code]).toEqual([1, 0]);
    expect((await desk.json('add', 'Aoki')).deal.owner).toBe('Boss');
    await desk.run('team', 'remove', 'Boss');
  });

  test('add refuses a login that the rules do not bind', async () => {
    const { address } = await teamBook();
    const desk = await setUpDesk({ env: { FOLLOWUP_DB: address } });
    const { code, err } = await desk.run('team', 'add', 'Boss', '--login', 'postgres', '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([1, 'login_sees_all']);
  });
});
