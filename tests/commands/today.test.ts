import { describe, expect, test } from 'vitest';
import { deskWithTheArticle } from '../support/article.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';

const LISTS = ['contact', 'thisWeek', 'findReason', 'leaveAlone', 'waiting', 'prepare', 'onHold', 'snoozed'];

async function deskWithPromises(count: number): Promise<Desk> {
  const desk = await setUpDesk();
  for (let n = 1; n <= count; n += 1) {
    await desk.run('add', `Customer ${n}`);
    await desk.run('note', String(n), 'promised', '--promise', 'quote', '--by', '2025-07-04', '--on', '2025-07-01');
  }
  return desk;
}

test('leaves alone the customer we wrote to yesterday, however large the deal', async () => {
  const desk = await setUpDesk({ today: '2025-07-22' });
  await desk.run('add', 'Aoki', '--amount', '90000000');
  await desk.run('note', '1', 'sent the case study', '--angle', 'info', '--on', '2025-07-21');
  const { lists } = await desk.json('today');
  expect(lists.contact).toEqual([]);
  expect(lists.waiting).toMatchObject([{ deal: { id: 1 }, gate: 'waiting', until: '2025-07-24', angle: null }]);
});

describe('the day as data', () => {
  test('has every list of the contract, the empty ones too', async () => {
    const desk = await setUpDesk();
    const day = await desk.json('today');
    expect(day.today).toBe('2025-07-22');
    expect(Object.keys(day.lists).sort()).toEqual([...LISTS].sort());
  });

  test('gives the article’s case as the contract draws an entry', async () => {
    const desk = await deskWithTheArticle();
    const { lists } = await desk.json('today');
    expect(lists.contact).toEqual([
      {
        deal: {
          id: 1,
          externalId: null,
          customer: '青木工業',
          contact: null,
          title: '採用イベント',
          amount: 1_200_000,
          currency: 'JPY',
          owner: null,
          state: 'open',
        },
        score: 78,
        owed: false,
        terms: expect.arrayContaining([
          { code: 'milestone_near', group: 'T', points: 38, on: '2025-08-01', value: 10, unit: 'days' },
        ]),
        angle: { code: 'workback', kind: 'notice' },
        milestone: { code: 'approval_start', on: '2025-08-01', daysLeft: 10 },
        gate: null,
        until: null,
        conflict: false,
        plannedOn: '2025-07-22',
      },
    ]);
  });

  test('gives all deals unless -n cuts those to contact', async () => {
    const desk = await deskWithPromises(9);
    expect((await desk.json('today')).lists.contact).toHaveLength(9);
    expect((await desk.json('today', '-n', '2')).lists.contact).toHaveLength(2);
  });

  test('changes with --today and with FOLLOWUP_TODAY', async () => {
    const desk = await setUpDesk({ env: { FOLLOWUP_TODAY: '2025-07-01' } });
    expect((await desk.json('today', '--today', '2026-01-05')).today).toBe('2026-01-05');
  });
});

describe('the day on the screen', () => {
  test('shows seven to contact, and states the rest', async () => {
    const desk = await deskWithPromises(9);
    const { out } = await desk.run();
    expect(out.match(/^ \d {2}Customer/gm)).toHaveLength(7);
    expect(out).toMatch(/(… 2 more:|Then: Wed 23 Jul, 2 ) +followup today --all/);
  });

  test.each([
    [['today', '--all'], 9],
    [['--all'], 9],
    [['today', '-n', '3'], 3],
    [['-n', '3'], 3],
    [['--limit=4'], 4],
  ])('%j shows %i', async (argv, count) => {
    const desk = await deskWithPromises(9);
    const { code, out } = await desk.run(...argv);
    expect(code).toBe(0);
    expect(out.match(/^ \d {2}Customer/gm)).toHaveLength(count);
  });

  test('shows as many as the rep has set', async () => {
    const desk = await deskWithPromises(3);
    await desk.run('config', 'set', 'limit', '2');
    expect((await desk.run('today')).out.match(/^ \d {2}Customer/gm)).toHaveLength(2);
  });

  test('shows the arithmetic with --why', async () => {
    const desk = await deskWithTheArticle('en');
    const { out } = await desk.run('today', '--why');
    expect(out).toContain('milestone_14_days 38');
  });

  test.each(['en', 'ja'] as const)('explains the first step to somebody with no deals (%s)', async (language) => {
    const desk = await setUpDesk({ language });
    const { code, out, err } = await desk.run();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('followup demo');
    expect(out).toContain('followup add');
    expect(out).toContain('followup import deals.csv');
  });

  test('calls a day without anybody to contact good news, and says what comes next', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Sato Shoji', '--decision-date', '9/30');
    await desk.run('note', '1', 'sent the case study', '--angle', 'info');
    const { code, out } = await desk.run('today');
    expect(code).toBe(0);
    expect(out).toContain('nobody to contact today');
    expect(out).toContain('Writing anyway would be for your sake, not theirs.');
    expect(out).toContain('Next: Fri 25 Jul, Sato Shoji.');
  });

  test('does not advise to write to a book of which nothing is known', async () => {
    const desk = await setUpDesk();
    for (const name of ['Aoki', 'Sato', 'Mori']) await desk.run('add', name);
    const { out } = await desk.run('today');
    expect(out).toContain('Of 3 deals almost nothing is recorded yet');
    expect(out).toContain('followup ask');
  });

  test('counts a deal with a date of theirs among the known ones', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', '--goal-date', '2025-12-31');
    const { out } = await desk.run('today');
    expect(out).not.toContain('almost nothing is recorded');
    expect(out).toContain('Aoki');
  });

  test('says who is left alone, why, and until when', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Kita');
    await desk.run('hold', '1', '9/1', '--words', 'quiet until September');
    await desk.run('add', 'Sato');
    await desk.run('snooze', '2', '8/1');
    const { out } = await desk.run('today');
    expect(out).toMatch(/Kita {2}“quiet until September” {2}until Mon 1 Sep/);
    expect(out).toMatch(/Sato {2}you put it off {2}until Fri 1 Aug/);
  });

  test('names what opens the message, with a visible blank for what is not recorded', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki');
    await desk.run('note', '1', 'they asked for it', '--from', 'them', '--needs', 'roi', '--on', '7/18');
    const { out } = await desk.run('today', '--lang', 'ja');
    expect(out).toContain('［要記入：');
  });

  test.each([
    ['en', '2025-07-18', 'You met them today;'],
    ['en', '2025-07-19', 'You met them on Fri 18 Jul;'],
    ['en', '2025-07-20', 'You met them on Fri 18 Jul;'],
    ['ja', '2025-07-18', '本日お会いしました。'],
    ['ja', '2025-07-19', '7/18(金)にお会いしました。'],
  ] as const)(
    'says “today” of this very day alone, though a weekend counts for none (%s %s)',
    async (language, today, said) => {
      const desk = await setUpDesk({ language, today });
      await desk.run('add', 'Aoki', '--next', 'staff hours');
      await desk.run('note', '1', 'visited', '--on', '2025-07-18');
      expect((await desk.run('today')).out).toContain(said);
      const { terms } = (await desk.json('today')).lists.contact[0];
      expect(terms[0]).toMatchObject({ code: 'thanks_owed', points: 30, on: '2025-07-18' });
    },
  );

  test.each([
    ['en', 'They decide on Sun 20 Jul.'],
    ['ja', '先方のご判断は7/20(日)。'],
  ] as const)('does not call their Sunday today on a Saturday (%s)', async (language, said) => {
    const desk = await setUpDesk({ language, today: '2025-07-19' });
    await desk.run('add', 'Aoki', '--decision-date', '2025-07-20', '--proposed', '2025-07-01');
    expect((await desk.run('today')).out).toContain(said);
  });

  test('names the command that records what was sent', async () => {
    const desk = await deskWithPromises(1);
    const { out } = await desk.run('today');
    expect(out).toContain('followup note 1 --supplied quote');
    expect((await desk.run('note', '1', '--supplied', 'quote')).code).toBe(0);
    expect((await desk.json('today')).lists.contact).toEqual([]);
  });
});

describe('a day that cannot be shown', () => {
  test.each([
    [['today', '-n', '0'], 'bad_count'],
    [['today', '-n', 'few'], 'bad_count'],
    [['today', '--today', 'someday'], 'bad_day'],
    [['today', '--lang', 'fr'], 'bad_choice'],
    [['today', '-n'], 'missing_option_value'],
  ])('%j', async (argv, error) => {
    const desk = await setUpDesk();
    const { code, out, err } = await desk.run(...argv, '--json');
    expect([code, out, JSON.parse(err).error.code]).toEqual([2, '', error]);
  });
});
