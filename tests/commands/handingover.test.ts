import { beforeAll, describe, expect, test } from 'vitest';
import { blankDeal, LANGUAGES } from '../../src/core/deal.ts';
import { widthOf } from '../../src/views/layout.ts';
import { type Desk, type DeskOptions, setUpDesk } from '../support/desk.ts';
import { deskAfter } from '../support/story.ts';

/** Sato has two open deals and a won one, Suzuki one; one is nobody's. */
const bookOfTwo = deskAfter(async (desk) => {
  const add = (customer: string, ...flags: readonly string[]) => desk.run('add', customer, ...flags);
  await add('Aoki', 'hiring event', '--owner', 'Sato');
  await add('Mori', 'hiring event', '--owner', 'Suzuki');
  await add('Kita', 'web site', '--owner', 'Sato');
  await add('Ono', 'web site');
  await add('Hara', 'web site', '--owner', 'Sato');
  await desk.run('close', '5', 'won');
});

const owners = async (desk: Desk): Promise<(string | null)[]> =>
  (await desk.json('list', '--sort', 'number')).deals.map(({ owner }: { owner: string | null }) => owner);
const BEFORE = ['Sato', 'Suzuki', 'Sato', null, 'Sato'];

describe('handing many deals over', () => {
  test.each([
    [['owner=Sato'], [1, 3, 5]],
    [
      ['owner=Sato', 'state=open'],
      [1, 3],
    ],
    [
      ['owner = Sato', 'web'],
      [3, 5],
    ],
    [['WEB'], [3, 4, 5]],
    [['web kita'], [3]],
    [['state=won,lost'], [5]],
    [['owner=Suzuki'], [2]],
    [['owner='], [4]],
    [['owner=', 'web'], [4]],
    [['owner=', 'event'], []],
  ])('takes those of %j', async (where, ids) => {
    const desk = await bookOfTwo();
    const conditions = where.flatMap((it) => ['--where', it]);
    const dry = await desk.json('edit', ...conditions, '--owner', 'Tanaka', '--dry-run');
    expect(dry).toMatchObject({ owner: 'Tanaka', count: ids.length, dryRun: true });
    expect(await owners(desk)).toEqual(BEFORE);
    const done = await desk.json('edit', ...conditions, '--owner', 'Tanaka', '--yes');
    expect(done.deals.map(({ id }: { id: number }) => id)).toEqual(ids);
    expect(await owners(desk)).toEqual(BEFORE.map((owner, at) => (ids.includes(at + 1) ? 'Tanaka' : owner)));
    await desk.run('undo');
    expect(await owners(desk)).toEqual(BEFORE);
  });

  test('takes more than one statement may name, as one step, each as it was again after undo', async () => {
    const desk = await setUpDesk({ today: '2025-07-22' });
    const many = 501;
    await desk.store.change('import', async (book) => {
      for (let n = 0; n < many; n += 1)
        await book.addDeal({ ...blankDeal(`Customer ${n}`), owner: n % 2 === 0 ? 'Sato' : null });
    });
    await desk.run('edit', '--where', 'Customer', '--owner', 'Suzuki', '--yes');
    expect((await owners(desk)).filter((it) => it === 'Suzuki')).toHaveLength(many);
    expect((await desk.json('show', '--handover', '--where', 'owner=Suzuki')).pages).toHaveLength(many);
    await desk.run('undo');
    expect((await owners(desk)).filter((it) => it === null)).toHaveLength(250);
  });

  test('leaves out what is the new owner’s already, and may find nothing to do', async () => {
    const desk = await bookOfTwo();
    expect((await desk.json('edit', '--where', 'event', '--owner', 'Suzuki', '--dry-run')).count).toBe(1);
    const { code, out } = await desk.run('edit', '--where', 'owner=Suzuki', '--owner', 'Suzuki');
    expect([code, out]).toEqual([0, expect.stringContaining('Nothing')]);
  });

  test('asks on a terminal, which deals being said before; a no changes nothing', async () => {
    const desk = await bookOfTwo();
    const no = await desk.answering([false], 'edit', '--where', 'owner=Sato', '--owner', 'Suzuki');
    expect([no.code, await owners(desk)]).toEqual([130, BEFORE]);
    for (const customer of ['Aoki', 'Kita', 'Hara']) expect(no.err).toContain(customer);
    const yes = await desk.answering([true], 'edit', '--where', 'owner=Sato', '--owner', 'Suzuki');
    expect([yes.code, (await owners(desk)).filter((it) => it === 'Suzuki')]).toEqual([0, Array(4).fill('Suzuki')]);
  });

  test('leaves what somebody else handed on since it was shown', async () => {
    const desk = await bookOfTwo();
    const shown = await desk.store.deals({ owner: 'Sato' });
    await desk.run('edit', '3', '--owner', 'Tanaka');
    const given = await desk.store.change('edit', (book) => book.handOver(shown, 'Suzuki'));
    expect(given.map(({ id }) => id)).toEqual([1, 5]);
    expect((await owners(desk))[2]).toBe('Tanaka');
  });

  test.each([
    ['missing', ['--where', 'owner=Sato', '--owner', 'Suzuki']],
    ['flag_needs', ['--where', 'owner=Sato']],
    ['flag_needs', ['1', '--owner', 'Suzuki', '--dry-run']],
    ['flag_needs', ['1', '--owner', 'Suzuki', '--yes']],
    ['flags_apart', ['1', '--where', 'owner=Sato', '--owner', 'Suzuki', '--yes']],
    ['where_only_owner', ['--where', 'owner=Sato', '--owner', 'Suzuki', '--decision-date', 'eom', '--yes']],
    ['where_only_owner', ['--where', 'owner=Sato', '--clear', 'rival', '--yes']],
    ['bad_condition', ['--where', 'amount=5', '--owner', 'Suzuki', '--yes']],
    ['condition_twice', ['--where', 'owner=Sato', '--where', 'owner=Suzuki', '--owner', 'Tanaka', '--yes']],
    ['bad_choice', ['--where', 'state=opn', '--owner', 'Suzuki', '--yes']],
    ['empty_value', ['--where', ' ', '--owner', 'Suzuki', '--yes']],
    ['empty_value', ['--where', 'web', '--owner', ' ', '--yes']],
    ['missing_argument', ['--owner', 'Suzuki']],
  ])('is refused as %s: %j', async (code, argv) => {
    const desk = await bookOfTwo();
    const { code: exit, err } = await desk.run('edit', ...argv, '--json');
    expect([exit, JSON.parse(err).error.code]).toEqual([2, code]);
    expect(await owners(desk)).toEqual(BEFORE);
  });

  test('fails where the one who hands over has no deals', async () => {
    const { code, err } = await (await bookOfTwo()).run('edit', '--where', 'owner=Sat', '--owner', 'Suzuki', '--yes');
    expect([code, err]).toEqual([1, expect.stringContaining('Sato')]);
  });
});

/** A deal with something of everything a next owner has to know. */
async function deskWithHistory(options: Omit<DeskOptions, 'today'> = {}): Promise<Desk> {
  const desk = await bookOfTwo(options);
  const note = (...argv: readonly string[]) => desk.run('note', '1', ...argv);
  await desk.run(
    'edit',
    '1',
    '--contact',
    'Ms Aoki',
    '--goal',
    'hire ten',
    '--goal-date',
    '2025-09-30',
    '--lead',
    '1mo',
  );
  await desk.run('edit', '1', '--decision-date', '2025-08-01', '--scene', 'board', '--amount', '¥1200000');
  await desk.run(
    'edit',
    '1',
    '--decision-date',
    '2025-08-08',
    '--next',
    'staff hours elsewhere',
    '--next-on',
    '2025-07-28',
  );
  await note('they like it', '--channel', 'visit', '--needs', 'effort', '--on', '2025-07-10');
  await note('who runs it later?', '--from', 'them', '--asked', 'who runs it?', '--on', '2025-07-14');
  await note('sent the plan', '--supplied', 'plan', '--on', '2025-07-15');
  await note('running costs to come', '--promise', 'running costs', '--by', '2025-07-25', '--on', '2025-07-16');
  await desk.run('hold', '1', '2025-07-28', '--words', 'please wait until the fair');
  return desk;
}

describe('the page for the next owner', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskWithHistory();
  });

  test('says what was promised, asked, supplied, agreed and said, and whose date it is', async () => {
    const { pages } = await desk.json('show', '1', '--handover');
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({
      deal: { id: 1, owner: 'Sato' },
      decision: { on: '2025-08-08', goalOn: '2025-09-30', goalSource: 'customer', guessOn: null },
      promised: [{ text: 'running costs', dueOn: '2025-07-25', keptOn: null }],
      asked: [{ text: 'who runs it?', answeredOn: null }],
      waiting: [
        { code: 'effort', status: 'wanted' },
        { code: 'tco', status: 'promised' },
      ],
      supplied: [{ code: 'plan' }],
      agreed: { next: 'staff hours elsewhere', nextOn: '2025-07-28', booked: false, holdUntilOn: '2025-07-28' },
    });
    expect(pages[0].decision.moved).toHaveLength(1);
    expect(
      pages[0].said.map(({ text, isVerbatim }: { text: string; isVerbatim: boolean }) => [text, isVerbatim]),
    ).toEqual([
      ['please wait until the fair', true],
      ['who runs it later?', false],
      ['they like it', false],
    ]);
  });

  test.each([
    ['en', 80],
    ['en', 50],
    ['ja', 80],
    ['ja', 50],
  ] as const)('%s, %i columns', async (language, width) => {
    const { out } = await (await deskWithHistory({ language, width })).run('show', '1', '--handover');
    expect(out).toMatchSnapshot();
    expect(out.split('\n').filter((line) => widthOf(line) > width)).toEqual([]);
  });

  test('speaks the language it is asked for, whatever the interface’s', async () => {
    const english = await desk.run('show', '1', '--handover', '--language', 'ja');
    const japanese = await (await deskWithHistory({ language: 'ja' })).run('show', '1', '--handover');
    expect(english.out).toBe(japanese.out);
  });

  test('of several deals, one each', async () => {
    const { pages } = await desk.json('show', '--handover', '--where', 'owner=Sato', '--where', 'state=open');
    expect(pages.map(({ deal }: { deal: { id: number } }) => deal.id)).toEqual([1, 3]);
  });

  test.each(LANGUAGES)('says where nothing is recorded (%s)', async (language) => {
    const { code, out } = await (await bookOfTwo({ language })).run('show', '4', '--handover');
    expect([code, out.match(/nothing recorded|記録なし/g)?.length]).toEqual([0, 6]);
  });

  test.each([
    ['flag_needs', ['1', '--language', 'ja']],
    ['flag_needs', ['--where', 'web']],
    ['flags_apart', ['1', '--handover', '--where', 'web']],
    ['bad_choice', ['1', '--handover', '--language', 'fr']],
    ['missing_argument', ['--handover']],
    ['missing_argument', []],
  ])('is refused as %s: show %j', async (code, argv) => {
    const { code: exit, err } = await desk.run('show', ...argv, '--json');
    expect([exit, JSON.parse(err).error.code]).toEqual([2, code]);
  });
});
