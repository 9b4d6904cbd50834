import { beforeAll, describe, expect, test } from 'vitest';
import { widthOf } from '../../src/views/layout.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { deskAfter } from '../support/story.ts';

/** Suzuki and Sato have deals, and one is nobody's: promises, questions, wishes and dates in all of their states. */
const bookOfTeam = deskAfter(async (desk) => {
  const add = (customer: string, ...flags: readonly string[]) =>
    desk.run('add', customer, 'proposal', '--proposed', '2025-06-02', ...flags);
  const note = (id: number, text: string, ...flags: readonly string[]) => desk.run('note', String(id), text, ...flags);
  await add('Aoki', '--owner', 'Suzuki', '--decision-date', '2025-07-10');
  await add('Mori', '--owner', 'Suzuki');
  await add('Kita', '--owner', 'Sato', '--decision-date', '2025-08-20');
  await add('Ono');
  await add('Hara', '--owner', 'Sato');
  await note(1, 'costs to come', '--promise', 'running costs', '--by', '2025-07-18', '--on', '2025-07-11');
  await note(1, 'is it safe?', '--from', 'them', '--asked', 'is it safe?', '--on', '2025-07-14');
  await note(2, 'any update?', '--on', '2025-07-03');
  await note(2, 'they need the figures', '--from', 'them', '--needs', 'roi', '--on', '2025-07-17');
  await note(3, 'sent the trade news', '--angle', 'info', '--on', '2025-07-03');
  await note(3, 'costs to come', '--promise', 'running costs', '--by', '2025-08-18', '--on', '2025-07-04');
  await note(3, 'nobody there', '--channel', 'phone', '--no-answer', '--on', '2025-07-07');
  await desk.run('close', '5', 'won');
});

const NONE = { owed: 0, overdue: 0, outstanding: 0, collected: 0, undated: 0, contacts: 0, statusOnly: 0 };

describe('the team', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await bookOfTeam();
  });

  test('is counted rep by rep, by name, what nobody has last', async () => {
    const { today, period, reps } = await desk.json('team');
    expect([today, period.from, period.to]).toEqual(['2025-07-22', '2025-07-01', '2025-07-22']);
    expect(reps).toEqual([
      { ...NONE, owner: 'Sato', open: 1, collected: 1, contacts: 2, statusOnlyShare: 0 },
      {
        ...NONE,
        owner: 'Suzuki',
        open: 2,
        owed: 2,
        overdue: 1,
        outstanding: 1,
        undated: 1,
        contacts: 2,
        statusOnly: 1,
        statusOnlyShare: 0.5,
      },
      { ...NONE, owner: null, open: 1, undated: 1, statusOnlyShare: null },
    ]);
  });

  test('owes what each of its days owes', async () => {
    const { reps } = await desk.json('team');
    for (const { owner, owed } of reps.filter((it: { owner: string | null }) => it.owner !== null)) {
      const { lists } = await desk.json('today', '--owner', owner);
      const entries = Object.values(lists).flat() as { owed: boolean }[];
      expect([owner, entries.filter((it) => it.owed).length]).toEqual([owner, owed]);
    }
  });

  test('names the deals that today would, those without a date as well, with whose they are', async () => {
    const { neediest } = await desk.json('team');
    const { lists } = await desk.json('today');
    const place = ({ deal, score }: { deal: { id: number; owner: string }; score: number }) => [
      deal.id,
      deal.owner,
      score,
    ];
    expect(neediest.map(place)).toEqual(lists.contact.map(place));
    expect(lists.contact.map(({ owed }: { owed: boolean }) => owed)).toEqual([true, true, false]);
  });

  test.each([
    ['en', 'nobody'],
    ['ja', 'どなたにも'],
  ] as const)(
    '%s: names the deals without any date, and says what it has looked at where it names none',
    async (language, none) => {
      const own = await setUpDesk({ today: '2025-07-22', language });
      const add = (...flags: readonly string[]) => own.run('add', 'Aoki', '--owner', 'Sato', ...flags);
      for (let n = 0; n < 12; n += 1) await add('--proposed', '2025-06-02', '--amount', String(n));
      const { neediest } = await own.json('team');
      expect(neediest.map(({ deal }: { deal: { amount: number } }) => deal.amount)).toContain(11);
      expect(neediest).toHaveLength(10);
      const quiet = await setUpDesk({ today: '2025-07-22', language });
      await quiet.run(
        'add',
        'Aoki',
        '--owner',
        'Sato',
        '--decision-date',
        '2025-12-01',
        '--next',
        'x',
        '--next-on',
        '9/1',
      );
      const { out } = await quiet.run('team');
      expect(out).toContain('followup today --owner');
      expect(out).not.toContain(none);
    },
  );

  test('counts an agreed step once its day has come, a booked one once it is over, and one deal once', async () => {
    const owed = async (...flags: readonly string[]) => {
      const own = await setUpDesk({ today: '2025-07-22' });
      await own.run('add', 'Aoki', '--owner', 'Sato', '--next', 'staff hours elsewhere', ...flags);
      const [{ owed: count, overdue }] = (await own.json('team')).reps;
      return [count, overdue];
    };
    expect(await owed('--next-on', '2025-07-23')).toEqual([0, 0]);
    expect(await owed('--next-on', 'today')).toEqual([1, 0]);
    expect(await owed('--next-on', 'today', '--booked')).toEqual([0, 0]);
    const own = await bookOfTeam();
    await own.run('note', '1', 'x', '--promise', 'a plan', '--by', '2025-07-12', '--on', '2025-07-11');
    expect((await own.json('team')).reps[1]).toMatchObject({ owed: 2, overdue: 1 });
  });

  test('is everybody’s, whoever looks', async () => {
    const own = await bookOfTeam();
    await own.run('config', 'set', 'owner', 'Sato');
    expect((await own.json('team')).reps).toHaveLength(3);
  });

  test.each([
    ['en', 80],
    ['en', 50],
    ['ja', 80],
    ['ja', 50],
  ] as const)('%s, %i columns', async (language, width) => {
    const { code, out } = await (await bookOfTeam({ language, width })).run('team');
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  test.each([
    ['en', 80],
    ['ja', 80],
    ['ja', 50],
  ] as const)('of many is a table, the deals most in need before it (%s, %i columns)', async (language, width) => {
    const own = await bookOfTeam({ language, width });
    const names = Array.from({ length: 12 }, (_, n) => `${'営業推進部第三グループ'.repeat(n % 4)}担当${n}`);
    for (const name of names) await own.run('add', 'Customer', '--owner', name);
    const { out } = await own.run('team');
    const lines = out.trimEnd().split('\n');
    expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
    expect(lines.findIndex((line) => line.includes('#1'))).toBeLessThan(
      lines.findIndex((line) => /Sato$|Sato /.test(line)),
    );
    const { reps } = await own.json('team');
    const sum = (field: string) =>
      reps.reduce((total: number, rep: Record<string, number>) => total + (rep[field] ?? 0), 0);
    const figures = [sum('owed'), sum('outstanding'), sum('collected'), sum('undated'), '25 %'];
    expect(lines.slice(0, lines.lastIndexOf('')).at(-1)).toMatch(new RegExp(`${figures.join(' +')}$`));
    expect(lines.filter((line) => / \d+ +\d+ +\d+ +\d+ +(?:\d+ %|–)$/.test(line))).toHaveLength(reps.length + 1);
  });

  test('counts answers and contacts of the month that is asked for', async () => {
    const own = await bookOfTeam();
    const { period, reps } = await own.json('team', '--month', '2025-06');
    expect([period.from, period.to, reps[0].collected, reps[0].contacts]).toEqual(['2025-06-01', '2025-06-30', 0, 0]);
    expect((await own.run('team', '--month', '13')).code).toBe(2);
  });

  test.each(['en', 'ja'] as const)('fits any width (%s), and shames nobody', async (language) => {
    for (const width of [80, 60, 50, 40, 30]) {
      const { out } = await (await bookOfTeam({ language, width })).run('team');
      expect(out.split('\n').filter((line) => widthOf(line) > width)).toEqual([]);
      expect(out).not.toMatch(/!|！|fail|worst|best|rank|behind|サボ|怠|最下位|順位/i);
    }
  });

  test.each(['en', 'ja'] as const)('says what to do where there are no deals (%s)', async (language) => {
    const { code, out } = await (await setUpDesk({ language })).run('team');
    expect([code, out]).toEqual([0, expect.stringContaining('--owner')]);
  });
});
