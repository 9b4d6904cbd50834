import { beforeAll, describe, expect, test } from 'vitest';
import { widthOf } from '../../src/views/layout.ts';
import { deskLater } from '../support/away.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { bookOfJuly, ended } from '../support/month.ts';

let july: Desk;
beforeAll(async () => {
  july = await bookOfJuly({ onDisk: true });
});

describe('a month with everything in it', () => {
  test.each([
    ['en', 80],
    ['en', 50],
    ['ja', 80],
    ['ja', 50],
  ] as const)('%s, %i columns', async (language, width) => {
    const desk = await deskLater(july, '2025-07-22', { language, width });
    const { code, out } = await desk.run('review');
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  test.each(['en', 'ja'] as const)('fits any width (%s), and scolds nobody', async (language) => {
    for (const width of [80, 60, 50, 40, 30]) {
      const desk = await deskLater(july, '2025-07-22', { language, width });
      const { out } = await desk.run('review');
      expect(out.split('\n').filter((line) => widthOf(line) > width)).toEqual([]);
      expect(out).not.toMatch(/!|！|fail|should have|rank|サボ|怠/i);
    }
  });

  test('is plain in a pipe: a label, its bar and its number on one line', async () => {
    const { out } = await july.run('review');
    expect(out).toContain('\n  only asked how it goes  ███ 2\n');
    expect(out).toContain('\n  Send relevant information  ████████ 4 of 9 (95 %: 19–73 %)\n');
  });

  test('as JSON', async () => {
    const practice = await july.json('review');
    expect(Object.keys(practice)).toEqual([
      'period',
      'previous',
      'asOf',
      'answers',
      'reasons',
      'contacts',
      'waits',
      'decisions',
      'angles',
      'giveDue',
      'suggestion',
    ]);
    expect(practice).toMatchObject({
      period: { from: '2025-07-01', to: '2025-07-22', kind: 'month-so-far' },
      answers: {
        collected: 4,
        ended: { won: 1, lost: 2, declined: 1, dormant: 1 },
        outstanding: { count: 4, over30: 0 },
      },
      reasons: {
        theirs: [{ code: 'price', count: 2 }],
        ours: [
          { code: 'decider-not-reached', count: 1 },
          { code: 'price-late', count: 1 },
        ],
        unknown: 1,
      },
      contacts: { gives: 11, asks: 3, statusOnly: 2, unreached: 1, previous: { statusOnly: 3, statusOnlyShare: 0.75 } },
      waits: {
        questions: { settled: 1, mean: 1, waiting: 1, waitingLongest: { deal: { id: 6 }, businessDays: 3 } },
        materials: { settled: 1, mean: 6, longest: { deal: { id: 4 }, material: 'roi' }, waiting: 0 },
      },
      decisions: { kept: 1, late: 1, slipped: 1, missing: 3, withDate: { answered: 2, of: 5 } },
      giveDue: { angle: 'answer', deals: 1, longest: { deal: { id: 6 } } },
      suggestion: { code: 'answer_waiting', count: 1 },
    });
    expect(practice.angles.find(({ angle }: { angle: string }) => angle === 'info')).toMatchObject({
      sent: 9,
      replied: 4,
      share: 0.444,
    });
  });
});

describe('the period', () => {
  test.each([
    [[], 'July 2025 so far, to Tue 22 Jul'],
    [['--today', '2025-08-05'], 'July 2025\n'],
    [['--month', '2025-06'], 'June 2025\n'],
    [['--month', '7月'], 'July 2025 so far, to Tue 22 Jul'],
    [['--from', '7/1', '--to', '7/5'], 'Tue 1 Jul to Sat 5 Jul'],
    [['--from', '2025-07-14'], 'Mon 14 Jul to Tue 22 Jul'],
  ])('%j is said first: %s', async (flags, title) => {
    const { out } = await july.run('review', ...flags);
    expect(`${out.split('\n')[0]}\n`.startsWith(title)).toBe(true);
  });

  test('counts what happened in it', async () => {
    const june = await july.json('review', '--month', '6');
    expect(june.contacts).toMatchObject({ total: 4, statusOnly: 3, gives: 1 });
    expect(june.answers.collected).toBe(0);
    const firstDays = await july.json('review', '--from', '7/1', '--to', '7/5');
    expect(firstDays.previous).toEqual({ from: '2025-06-26', to: '2025-06-30', kind: 'days' });
    expect(firstDays.contacts).toMatchObject({ gives: 9, statusOnly: 1 });
    expect(firstDays.angles).toMatchObject([
      { angle: 'info', sent: 9, replied: 4 },
      { angle: 'status-only', sent: 1 },
    ]);
  });

  test.each([
    [['--month', 'x'], 'is not a month'],
    [
      ['--month', '2025-09'],
      'The month 2025-09 has not begun.\nThis page looks back. This month so far: --month 2025-07',
    ],
    [['--month', '2025-09', '--lang', 'ja'], '2025-09はまだ始まっていません。'],
    [['--month', '7', '--from', '7/1'], 'exclude each other'],
    [['--to', '7/5'], '--to needs --from'],
    [['--from', '7/5', '--to', '7/1'], 'ends (2025-07-01) before it begins'],
    [['--from', 'tomorrow'], 'still to come'],
  ])('%j is refused', async (flags, message) => {
    const { code, out, err } = await july.run('review', ...flags);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

test('an empty book and an empty month say so and are no failure', async () => {
  const desk = await setUpDesk({ today: '2025-07-22' });
  const { code, out } = await desk.run('review');
  expect(code).toBe(0);
  expect(out).toContain('0 answers collected; 0 outstanding today.');
  expect(out).toContain('Little is recorded in this period');
  expect((await july.run('review', '--month', '2020-01')).code).toBe(0);
});

test('one rep’s deals are counted alone, by --owner or by the setting', async () => {
  const desk = await setUpDesk({ today: '2025-07-22' });
  await desk.run('add', 'Aoki', '--owner', 'Mori', '--decision-date', '2025-07-01');
  await desk.run('add', 'Sato', '--owner', 'Endo', '--decision-date', '2025-07-01');
  for (const id of ['1', '2', '2']) await desk.run('note', id, 'sent news', '--angle', 'info', '--on', '2025-07-03');
  expect((await desk.json('review')).contacts.total).toBe(3);
  expect((await desk.json('review', '--owner', 'Endo')).contacts.total).toBe(2);
  expect((await desk.run('review', '--owner', 'Nobody')).code).toBe(1);
  await desk.run('config', 'set', 'owner', 'Mori');
  expect(await desk.json('review')).toMatchObject({ contacts: { total: 1 }, answers: { outstanding: { count: 1 } } });
});

describe('how long a material waited', () => {
  const waits = async (...notes: readonly (readonly string[])[]) => {
    const desk = await setUpDesk({ today: '2025-07-22' });
    await desk.run('add', 'Aoki');
    for (const [on, ...flags] of notes) {
      const { code, err } = await desk.run('note', '1', 'about it', ...flags, '--on', `2025-07-${on}`);
      expect([code, code === 0 ? '' : err]).toEqual([0, '']);
    }
    const { settled, mean, waiting, waitingLongest } = (await desk.json('review')).waits.materials;
    return { settled, mean, waiting, so_far: waitingLongest?.businessDays ?? null };
  };
  const wanted = (on: string) => [on, '--from', 'them', '--needs', 'roi'] as const;
  const supplied = (on: string) => [on, '--supplied', 'roi'] as const;
  const promised = (on: string) => [on, '--promise', 'roi', '--by', '2025-07-25'] as const;
  const nothing = { settled: 0, mean: null, waiting: 0, so_far: null };

  test.each([
    ['asked for, sent', [wanted('01'), supplied('04')], { ...nothing, settled: 1, mean: 3 }],
    ['asked for, promised, sent', [wanted('01'), promised('02'), supplied('08')], { ...nothing, settled: 1, mean: 5 }],
    ['asked for and promised, not sent', [wanted('15'), promised('16')], { ...nothing, waiting: 1, so_far: 5 }],
    [
      'asked for twice: since the first time',
      [wanted('01'), wanted('07'), supplied('08')],
      { ...nothing, settled: 1, mean: 5 },
    ],
    [
      'sent twice: until the first time',
      [wanted('01'), supplied('02'), supplied('21')],
      { ...nothing, settled: 1, mean: 1 },
    ],
    ['asked for anew: since then', [wanted('01'), supplied('02'), wanted('18')], { ...nothing, waiting: 1, so_far: 2 }],
    ['sent unasked', [supplied('02')], nothing],
    ['asked for, then not needed', [wanted('01'), ['03', '--not-needed', 'roi'], supplied('08')], nothing],
  ] as const)('%s', async (_what, notes, expected) => {
    expect(await waits(...notes)).toEqual(expected);
  });

  test('no longer counts as waiting once the deal has ended', async () => {
    const desk = await setUpDesk({ today: '2025-07-22' });
    await desk.run('add', 'Aoki');
    await desk.run('note', '1', 'they need it', '--from', 'them', '--needs', 'roi', '--on', '2025-07-01');
    await ended(desk, 1, { state: 'won', on: '2025-07-10' as never });
    expect((await desk.json('review')).waits.materials.waiting).toBe(0);
  });
});

test('help stands in both languages', async () => {
  for (const language of ['en', 'ja'] as const) {
    const desk = await setUpDesk({ language, width: 80 });
    expect((await desk.run('review', '--help')).out).toMatchSnapshot();
  }
});
