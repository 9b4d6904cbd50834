import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { blankDeal } from '../../src/core/deal.ts';
import { JOURNALLED } from '../../src/store/schema.ts';
import { schemaIn } from '../../src/store/serveraddress.ts';
import { openTeam } from '../../src/store/team.ts';
import { formerGroupNames, type Groups, GUARDED, groupNames } from '../../src/store/teamrules.ts';
import { keptOnFile, NOON } from '../support/book.ts';
import { setUpDesk } from '../support/desk.ts';
import { freshAddress, MANY_AT_ONCE, serverRows } from '../support/engine.ts';
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

/** What the groups of this book are called. */
async function groupsOf(address: string): Promise<Groups> {
  const [found] = await serverRows(address, 'select current_database() as name');
  return groupNames(schemaIn(address), String(found?.name));
}

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
    [
      'makes up a step on another’s deal',
      "insert into step (at, command, deal_id, changed) values ('x', 'note', 2, 1)",
    ],
    ['turns a step to another’s deal', 'update step set deal_id = 2 where id = 1'],
    [
      'makes up what was done to another’s deal',
      "insert into change (step_id, kind, table_name, row_id, deal_id) values (1, 'added', 'contact', 2, 2)",
    ],
    [
      'makes it up under a deal of their own',
      "insert into change (step_id, kind, table_name, row_id, deal_id) values (1, 'changed', 'deal', 2, 1)",
    ],
    ['turns what was done to another’s deal', 'update change set deal_id = 2 where step_id = 1'],
    ['gives a deal another number', 'update deal set id = 99 where id = 1'],
    ['sets a counter back', "select setval('contact_id_seq', 1, false)"],
    ['sets a counter far ahead', "select setval('deal_id_seq', 999999999)"],
    ['takes a number that comes later', "insert into slip (id, deal_id, slipped_on) values (99, 1, 'x')"],
    ['takes the number of a later step', "insert into step (id, at, command) values (99, 'x', 'note')"],
    ['becomes a member of another name', "update member set owner = 'bob'"],
    ['makes a manager of themselves', 'update member set is_manager = true'],
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

describe('what a rep took back', () => {
  test('is read by nobody who takes its number', async () => {
    const book = await bookOfTwo();
    const id = await book.as('bob', async (store) => {
      const added = await store.change('add', async (it) => {
        const number = await it.addDeal(blankDeal('Secret of bob'));
        await it.recordContact(number, CONTACT);
        return number;
      });
      await store.undo(null, { isDry: false });
      return added;
    });
    await serverRows(book.address, "select nextval('deal_id_seq')");
    const [taken] = await book.raw(
      'ann',
      `insert into deal (id, uid, customer, title, state, slots, assumed, booked, do_not_contact, unknowns, search_text, match_key)
       values (${id}, 'u', 'x', '', 'open', '[]', '[]', 0, 0, '[]', 'x', 'x') returning id`,
    );
    expect(Number(taken?.id)).toBeGreaterThan(id);
    for (const table of ['change', 'step'])
      expect(await book.raw('ann', `select * from ${table} where deal_id = ${id}`)).toEqual([]);
    expect(await book.raw('max', `select row from change where row like '%Secret of bob%'`)).toHaveLength(1);
    await book.as('bob', async (store) => {
      await store.redo({ isDry: false });
      expect(await store.dossier(id)).toMatchObject({ deal: { customer: 'Secret of bob' }, contacts: [{ n: 1 }] });
    });
  });

  test('does not go along when the deal is handed over', async () => {
    const book = await bookOfTwo();
    await book.as('ann', async (store) => {
      for (const work of ['edit', 'note'] as const) {
        await store.change(work, async (it) => {
          if (work === 'edit') await it.editDeal(1, { rival: 'a secret' }, ON);
          else await it.recordContact(1, { ...CONTACT, text: 'a secret' });
        });
        await store.undo(null, { isDry: false });
      }
    });
    await book.as('max', (store) => store.change('edit', (it) => it.editDeal(1, { owner: 'bob' }, ON)));
    const secrets = "select 1 from change where concat(before, after, row) like '%a secret%'";
    expect(await book.raw('bob', secrets)).toEqual([]);
    expect(await book.raw('max', secrets)).toHaveLength(1);
    expect(await book.raw('bob', "select after from change where step_id = 1 and kind = 'changed'")).not.toEqual([]);
    await book.as('bob', async (store) => {
      const shown = await store.steps(10);
      expect(shown.filter((it) => it.deal?.id === 1).map((it) => it.isUndone)).toEqual([false, true, true, false]);
    });
  });
});

describe('whether somebody is a manager', () => {
  test('is said by the members of the book, whatever roles they have', async () => {
    const book = await bookOfTwo();
    const { manager } = await groupsOf(book.address);
    await serverRows(book.address, `grant "${manager}" to ${schemaIn(book.address)}_ann`);
    expect(await book.raw('ann', 'select owner from deal')).toEqual([{ owner: 'ann' }]);
    expect(await book.raw('ann', 'select owner from member')).toEqual([{ owner: 'ann' }]);
    expect(await book.raw('ann', "update deal set customer = 'x' where id = 2 returning 1")).toEqual([]);
    await serverRows(book.address, "update member set is_manager = false where owner = 'max'");
    expect(await book.raw('max', 'select owner from deal')).toEqual([]);
    await serverRows(book.address, `revoke "${manager}" from ${schemaIn(book.address)}_ann`);
  });

  test('sets no counter, and moves no book into this one', async () => {
    const book = await teamBook();
    await expect(book.raw('max', "select setval('contact_id_seq', 1, false)")).rejects.toMatchObject({ code: '42501' });
    const desk = await book.deskOf('max');
    const { bookFile } = await desk.within(async (context) => context);
    const own = keptOnFile(join(desk.folder, 'own.db'));
    await desk.run('add', 'Aoki', '--db', own);
    await book.as('max', async () => {
      const { code, err } = await desk.run('move', bookFile, '--db', own, '--json');
      expect([code, JSON.parse(err).error.code]).toEqual([1, 'move_to_part']);
    });
  });

  /** Gives the team what an older version gave it: two roles for the whole server, and a manager's that sees all. */
  async function asBefore({ address }: TeamBook): Promise<void> {
    const schema = schemaIn(address);
    const [now, before] = [await groupsOf(address), formerGroupNames(schema)];
    const tables = GUARDED.filter((table) => table !== 'member');
    await serverRows(
      address,
      [
        ...Object.values(before).flatMap((role) => [
          `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if; end $$`,
          `grant usage on schema ${schema} to ${role}`,
          `grant all on all tables in schema ${schema} to ${role}`,
          `grant all on all sequences in schema ${schema} to ${role}`,
        ]),
        ...GUARDED.flatMap((table) =>
          ['team', 'self', 'manager', 'rep', 'rep_reads', 'rep_clears'].map(
            (it) => `drop policy if exists ${it} on ${table}`,
          ),
        ),
        'alter table member drop column is_manager',
        'drop function is_manager, is_undone, comes_back',
        `create policy self on member for select to ${before.rep}, ${before.manager} using (role = current_user)`,
        ...tables.flatMap((table) => [
          `create policy team on ${table} as restrictive for all to ${before.rep}, ${before.manager}
           using ((select exists (select from member m where m.role = current_user)))`,
          `create policy manager on ${table} for all to ${before.manager} using (true)`,
        ]),
        `create policy rep on deal for all to ${before.rep} using (owner = (select m.owner from member m where m.role = current_user))`,
        `grant ${before.rep} to ${schema}_ann, ${schema}_bob`,
        `grant ${before.manager} to ${schema}_max`,
        ...Object.values(now).flatMap((role) => [`drop owned by "${role}"`, `drop role "${role}"`]),
      ].join(';'),
    );
  }

  test('is taken over from an older version by init, and holds until then', async () => {
    const book = await bookOfTwo();
    await asBefore(book);
    const desk = await book.deskOf('max');
    const owners = (person: Person) =>
      book.as(person, async () => (await desk.json('list')).deals.map(({ owner }: { owner: string }) => owner).sort());
    const forgetting = (person: Person) =>
      book.as(person, async () => JSON.parse((await desk.run('forget', 'x', '--yes', '--json')).err).error.code);
    const ann = await book.deskOf('ann');
    const before = [
      await owners('max'),
      await book.as('ann', async () => (await ann.json('list')).deals.map(({ owner }: { owner: string }) => owner)),
    ];
    expect(before).toEqual([['ann', 'bob'], ['ann']]);
    expect(await forgetting('max')).toBe('no_person');
    expect(await book.as('max', (store) => store.memberNames())).toBeNull();

    const team = await openTeam(book.address, () => NOON);
    await expect(team.add({ login: 'x', owner: 'x', isManager: false })).rejects.toMatchObject({ code: 'no_team' });
    const login = `${schemaIn(book.address)}_max`;
    expect((await team.init()).managersByRole).toEqual([{ login, owner: 'max', isManager: true }]);
    expect((await team.init()).managersByRole).toEqual([]);
    await team.close();
    expect(await owners('max')).toEqual(['ann', 'bob']);
    expect(await book.raw('ann', 'select owner from deal')).toEqual([{ owner: 'ann' }]);
    for (const role of Object.values(formerGroupNames(schemaIn(book.address)))) {
      const [rights] = await serverRows(
        book.address,
        `select has_schema_privilege('${role}', '${schemaIn(book.address)}', 'usage') as usage,
           has_table_privilege('${role}', 'deal', 'select') as reads, has_sequence_privilege('${role}', 'deal_id_seq', 'update') as counts`,
      );
      expect(rights).toEqual({ usage: false, reads: false, counts: false });
    }
  });

  test.runIf(MANY_AT_ONCE)('is each team’s own matter, also where another one has the same server', async () => {
    const book = await bookOfTwo();
    const [schema, other] = [schemaIn(book.address), `${schemaIn(book.address)}_other`];
    const there = book.address.replace(/\/[^/?]*\?/, `/${other}?`);
    await serverRows(book.address, `drop database if exists ${other}`);
    await serverRows(book.address, `create database ${other}`);
    const login = `${schema}_ann`;
    const [sales, second] = [await openTeam(book.address, () => NOON), await openTeam(there, () => NOON)];
    try {
      const deals = () => book.raw('ann', 'select owner from deal');
      await second.init();
      await second.add({ login, owner: 'ann', isManager: true });
      expect(await deals()).toEqual([{ owner: 'ann' }]);
      await sales.add({ login: `${schema}_max`, owner: 'max', isManager: true });
      await second.add({ login: `${schema}_max`, owner: 'max', isManager: false });
      expect(await book.as('max', (store) => store.dealCount())).toBe(2);
      await second.remove('ann');
      await second.remove('max');
      expect(await deals()).toEqual([{ owner: 'ann' }]);
      expect(await book.as('max', (store) => store.dealCount())).toBe(2);
      await expect(
        serverRows(there.replace(/\/\/[^@]*@/, `//${login}@`), `select 1 from ${schema}.deal`),
      ).rejects.toMatchObject({ code: '42501' });
    } finally {
      await sales.close();
      await second.close();
      await serverRows(book.address, `drop database ${other}`);
    }
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

  test('of who is in the team a rep meets their own row, and a manager all', async () => {
    const book = await teamBook();
    const seen = (person: Person) => book.raw(person, 'select owner from member order by 1');
    expect(await seen('ann')).toEqual([{ owner: 'ann' }]);
    expect(await seen('max')).toEqual([{ owner: 'ann' }, { owner: 'bob' }, { owner: 'max' }]);
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

  test.each([
    ['en', 'line 3, column Owner: Ann: somebody else’s'],
    ['ja', '3行目、列「Owner」: Ann: ご自身の担当ではありません'],
  ] as const)('a row of another owner is refused by its line, with what to do (%s)', async (language, said) => {
    const book = await teamBook();
    const desk = await book.deskOf('ann');
    const file = join(desk.folder, 'deals.csv');
    writeFileSync(file, 'Customer,Title,Owner\nAoki,event,ann\nMori,stand,Ann\n');
    await book.as('ann', async () => {
      const { code, out, err } = await desk.run('import', file, '--lang', language);
      expect([code, out + err]).toEqual([2, expect.stringContaining(said)]);
      expect((await desk.json('list')).deals).toEqual([]);
      await desk.json('import', file, '--map', 'Owner=');
      expect((await desk.json('list')).deals).toMatchObject([{ owner: 'ann' }, { owner: 'ann' }]);
    });
  });

  test('a book of another name is refused with that name and one’s own', async () => {
    const book = await teamBook();
    const desk = await book.deskOf('ann');
    const own = keptOnFile(join(desk.folder, 'own.db'));
    const archive = join(desk.folder, 'book.json');
    await desk.run('add', 'Aoki', '--owner', 'Ann', '--db', own);
    await desk.run('export', '--format', 'json', '-o', archive, '--db', own);
    await book.as('ann', async () => {
      const { code, err } = await desk.run('import', archive);
      expect([code, err]).toEqual([1, expect.stringContaining('--where "owner=Ann" --owner "ann"')]);
    });
  });

  test('of two deals of one id, each row finds its own, and nobody is noted on unasked', async () => {
    const book = await teamBook();
    for (const rep of ['ann', 'bob'] as const)
      await book.as(rep, (store) =>
        store.change('add', (it) => it.addDeal({ ...blankDeal(`Customer of ${rep}`), externalId: 'CRM-1' })),
      );
    const desk = await book.deskOf('max');
    const file = join(desk.folder, 'deals.csv');
    writeFileSync(file, 'Id,Customer,Amount\nCRM-1,Customer of bob,77\n');
    await book.as('max', async () => {
      const noted = await desk.run('note', 'ext:CRM-1', 'hello', '--json');
      expect([noted.code, JSON.parse(noted.err).error.code]).toEqual([1, 'many_deals']);
      await desk.json('import', file);
      expect((await desk.json('show', '2')).deal.amount).toBe(77);
    });
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
      expect(await store.undo(1, { isDry: true })).toMatchObject({ blockedBy: [{ id: 3 }], byOthers: [{ id: 3 }] });
    });
    const desk = await book.deskOf('ann');
    await book.as('ann', async () => {
      const { code, err } = await desk.run('undo', '1', '--json');
      expect([code, JSON.parse(err).error.code]).toEqual([1, 'others_after']);
      await desk.run('note', '1', 'sent the plan');
      expect((await desk.run('undo', '1')).err).not.toContain('sent the plan');
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
    for (const role of Object.values(await groupsOf(address)))
      await serverRows(address, `drop role if exists "${role}"`);
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
    expect(groups).toEqual([{ name: (await groupsOf(address)).manager }]);
  });

  test.each([
    ['before init', ['team', 'add', 'Aoki'], 1, 'no_team'],
    ['for a name that is no login', ['team', 'add', '青木'], 2, 'bad_login'],
    ['before init to list anybody', ['team', 'list'], 1, 'no_team'],
  ])('add fails %s', async (_when, argv, exitCode, error) => {
    const address = await freshAddress();
    await serverRows(address, `drop table if exists ${schemaIn(address)}.member cascade`);
    const desk = await setUpDesk({ env: { FOLLOWUP_DB: address } });
    const { code, err } = await desk.run(...argv, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([exitCode, error]);
  });

  test('add refuses the names of groups', async () => {
    const { address } = await teamBook();
    const desk = await setUpDesk({ env: { FOLLOWUP_DB: address } });
    const [now, before] = [await groupsOf(address), formerGroupNames(schemaIn(address))];
    const refused = async (login: string) => {
      const { code, err } = await desk.run('team', 'add', 'X', '--login', login, '--json');
      return [code, JSON.parse(err).error.code];
    };
    const elsewhere = `other_rep.${now.rep.split('.')[1]}`;
    for (const login of [...Object.values(now), ...Object.values(before), elsewhere])
      expect([login, await refused(login)]).toEqual([login, [2, 'login_reserved']]);
    const group = `${schemaIn(address)}_people`;
    await serverRows(address, `drop role if exists ${group}; create role ${group}`);
    expect(await refused(group)).toEqual([2, 'login_is_group']);
    await serverRows(address, `drop role ${group}`);
  });

  test.each(['Ken Sato', 'ken sato', 'Ｋｅｎ　Ｓａｔｏ', ' ken  sato', 'KenSato'])(
    'add refuses the name that another login has, as people read it: %s',
    async (name) => {
      const { address } = await teamBook();
      const desk = await setUpDesk({ env: { FOLLOWUP_DB: address } });
      const logins = ['ken', 'ken2'].map((it) => `${schemaIn(address)}_${it}`);
      const add = (owner: string, login = '') => desk.run('team', 'add', owner, '--login', login, '--json');
      expect((await add('Ken Sato', logins[0])).code).toBe(0);
      const { code, err } = await add(name, logins[1]);
      expect([code, JSON.parse(err).error.code]).toEqual([1, 'name_taken']);
      expect((await add(name, logins[0])).code).toBe(0);
    },
  );

  test('list shows all to a manager, with deals or without, and to a rep their own place', async () => {
    const book = await teamBook();
    const [ann, max] = [await book.deskOf('ann'), await book.deskOf('max')];
    const { words } = await max.within(async (context) => context);
    await book.as('max', async () => {
      const { members } = await max.json('team', 'list');
      const expected = ['ann', 'bob', 'max'].map((owner) => ({
        owner,
        login: `${schemaIn(book.address)}_${owner}`,
        manager: owner === 'max',
      }));
      expect(members).toEqual(expected);
      const { out, err } = await max.run('team', 'list');
      expect(out.split('\n').map((line) => line.split(/ {2,}/))).toEqual(
        expected.map(({ owner, login, manager }) => [owner, login, words.team.standing[manager ? 'manager' : 'rep']]),
      );
      expect(err).toBe('');
    });
    await book.as('ann', async () => {
      const { out, err } = await ann.run('team', 'list');
      expect([out.split('\n').length, err]).toEqual([1, words.team.onlyYours]);
    });
  });

  test('a deal that is given to a name that nobody has is not lost unsaid', async () => {
    const book = await bookOfTwo();
    await serverRows(book.address, "update member set owner = 'Ken Sato' where owner = 'ann'");
    const desk = await book.deskOf('max');
    const { words } = await desk.within(async (context) => context);
    const said = (...argv: string[]) => book.as('max', async () => (await desk.run(...argv)).err);
    const doubt = words.team.noMember('Sato', ['Ken Sato']);
    expect(await said('edit', '1', '--owner', 'Sato')).toContain(doubt);
    expect(await said('add', 'Aoki', '--owner', 'Kne Sato')).toContain(words.team.noMember('Kne Sato', ['Ken Sato']));
    expect(await said('add', 'Mori', '--owner', 'Yamada')).toContain(words.team.noMember('Yamada', []));
    expect(await said('edit', '--where', 'owner=Sato', '--owner', 'Yamada', '--yes')).toContain(
      words.team.noMember('Yamada', []),
    );
    for (const argv of [
      ['edit', '1', '--owner', 'Ken Sato'],
      ['edit', '--where', 'owner=Kne Sato', '--owner', 'max', '--yes'],
      ['edit', '1', '--customer', 'Kita'],
      ['add', 'Hara'],
    ]) {
      const err = await said(...argv);
      expect([argv, err]).not.toEqual([argv, expect.stringContaining('team list')]);
      expect([argv, err]).not.toEqual([argv, expect.stringContaining('Ken Sato,')]);
      expect(err).not.toContain(words.handover.newOwner('max'));
    }
  });

  test('whoever may not create roles is told so before anything is prepared', async () => {
    const book = await teamBook();
    const desk = await book.deskOf('ann');
    await book.as('ann', async () => {
      for (const argv of [
        ['team', 'init'],
        ['team', 'add', 'Mori', '--login', 'mori'],
        ['team', 'remove', 'bob'],
      ]) {
        const { code, err } = await desk.run(...argv, '--json');
        expect([argv, code, JSON.parse(err).error.code]).toEqual([argv, 1, 'no_createrole']);
      }
    });
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
