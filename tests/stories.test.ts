import { describe, expect, test } from 'vitest';
import { type Desk, setUpDesk } from './support/desk.ts';

/** The article's case: a hiring event, proposed in May, that still serves their goal if they decide by 8 August. */
const ADD = [
  ...['add', '青木工業', '採用イベント', '--amount', '1200000', '--proposed', '2025-05-20'],
  ...[
    '--goal',
    '新卒採用を終える',
    '--goal-date',
    '2025-09-30',
    '--lead',
    '1mo',
    '--slot',
    '2025-08-22',
    '--prep',
    '14d',
  ],
  ...['--approval', '5bd', '--decision-date', '2025-06-30', '--route', '稟議', '--decider', '部長'],
];
const LISTS = ['contact', 'thisWeek', 'findReason', 'leaveAlone', 'waiting', 'prepare', 'onHold', 'snoozed'];

interface Place {
  readonly list: string | null;
  readonly angle: string | null;
  readonly gate: string | null;
  readonly owed: boolean;
  readonly score: number;
}

/** Plays a story day by day; every command of it must succeed unless it is said to be refused. */
async function storyteller(): Promise<{
  desk: Desk;
  on: (day: string, ...argv: readonly string[]) => Promise<string>;
  refused: (day: string, ...argv: readonly string[]) => Promise<string>;
  at: (day: string) => Promise<Place>;
}> {
  const desk = await setUpDesk({ today: '2025-05-20', language: 'ja' });
  const run = async (exit: number, day: string, argv: readonly string[]): Promise<string> => {
    const { code, out, err } = await desk.run(...argv, '--today', day);
    expect([argv.join(' '), code, code === exit ? '' : err]).toEqual([argv.join(' '), exit, '']);
    return `${err}\n${out}`;
  };
  return {
    desk,
    on: (day, ...argv) => run(0, day, argv),
    refused: (day, ...argv) => run(3, day, argv),
    at: async (day) => {
      const { lists } = await desk.json('today', '--today', day);
      for (const list of LISTS) {
        const [entry] = lists[list];
        if (entry)
          return { list, angle: entry.angle?.code ?? null, gate: entry.gate, owed: entry.owed, score: entry.score };
      }
      return { list: null, angle: null, gate: null, owed: false, score: 0 };
    },
  };
}

/** From the first meeting to the evening before their decision date: everything promised is delivered. */
async function playUntilJune({ on, at }: Awaited<ReturnType<typeof storyteller>>): Promise<void> {
  await on('2025-05-20', ...ADD);
  const visited = ['--channel', 'visit', '--supplied', 'quote,proposal', '--needs', 'effort'];
  const reason = ['--next', '他社での作業時間のご説明', '--next-on', '2025-06-10'];
  await on('2025-05-20', 'note', '1', '訪問。人事部長は前向き。現場の手間を心配されている', ...visited, ...reason);
  expect(await at('2025-05-20')).toMatchObject({ list: 'contact', owed: true, angle: 'thanks' });
  await on('2025-05-21', 'note', '1', 'お礼と、伺った内容の整理、次回のご予定', '--angle', 'thanks');
  expect(await at('2025-05-22')).toMatchObject({ list: 'contact', owed: true, angle: 'material' });
  await on('2025-05-22', 'note', '1', '貴社側の作業量をまとめてお送りした', '--supplied', 'effort');
  // Their date is weeks ahead: nobody chases.
  expect(await at('2025-06-02')).toMatchObject({ list: 'leaveAlone', angle: null, owed: false });
  await on(
    '2025-06-10',
    'note',
    '1',
    '訪問。他社での作業時間をご説明',
    '--channel',
    'visit',
    '--supplied',
    'plan',
    '--needs',
    'ringi',
  );
  await on('2025-06-11', 'note', '1', 'お礼と、稟議書の下書き', '--angle', 'thanks', '--supplied', 'ringi');
  expect(await at('2025-06-12')).toMatchObject({ list: 'waiting', angle: null });
  // Their own date passes in silence. One day of grace later the calendar gives a reason, not our wish for an answer.
  expect(await at('2025-07-04')).toMatchObject({ list: 'contact', owed: false, angle: 'workback' });
}

describe('the article’s case', () => {
  test('ends with the order in July', async () => {
    const story = await storyteller();
    const { desk, on, at } = story;
    await playUntilJune(story);
    const told = await on(
      '2025-07-04',
      'note',
      '1',
      '9月末から逆算した日程と、8月8日までなら間に合うこと',
      '--angle',
      'workback',
    );
    expect(told).toContain('最終有効日をお伝え済み');
    expect(await at('2025-07-07')).toMatchObject({ list: 'waiting' });

    const answered = ['--from', 'them', '--decision-date', '2025-07-25', '--asked', '当日は何名で見ていただけるか'];
    const slipped = await on('2025-07-10', 'note', '1', '7月末の稟議に上げたいとのこと', ...answered);
    expect(slipped).toContain('判断予定日が6/30(月)から7/25(金)に動きました');
    expect(await at('2025-07-10')).toMatchObject({ list: 'contact', owed: true, angle: 'answer' });
    await on('2025-07-11', 'note', '1', '当日は3名でお手伝いするとお答えした', '--answered', '1', '--answer', '3名');
    expect(await at('2025-07-14')).toMatchObject({ list: 'waiting', angle: null });

    await on(
      '2025-07-24',
      'close',
      '1',
      '受注',
      '--words',
      '逆算の日程をもらえたので、稟議がすぐ通りました',
      '--who',
      '部長',
    );
    const shown = await desk.json('show', '1', '--today', '2025-07-24');
    expect(shown.outcome).toMatchObject({
      state: 'won',
      on: '2025-07-24',
      words: '逆算の日程をもらえたので、稟議がすぐ通りました',
    });
    expect(shown.slips).toEqual([{ from: '2025-06-30', to: '2025-07-25', on: '2025-07-10' }]);
    expect(shown.contacts.filter(({ statusOnly }: { statusOnly: boolean }) => statusOnly)).toEqual([]);
    expect((await desk.run('show', '1')).out).toContain('6/30(月) → 7/25(金)（7/10(木)に伺う）');
    expect(await at('2025-07-25')).toMatchObject({ list: null });
  });

  test('ends, where no answer comes, with an honest withdrawal on 11 August', async () => {
    const story = await storyteller();
    const { desk, on, refused, at } = story;
    await playUntilJune(story);
    await on('2025-07-04', 'note', '1', '逆算した日程と、8月8日を過ぎたら退くこと', '--angle', 'workback');
    // Two days before approval would have to start: one last notice.
    expect(await at('2025-07-30')).toMatchObject({ list: 'contact', angle: 'workback' });
    await on('2025-07-30', 'note', '1', '8月8日が最後の日になること', '--angle', 'workback');

    // Nothing that did not happen can be made of the silence.
    await refused('2025-08-08', 'close', '1', 'withdrawn');
    const lost = ['close', '1', 'lost', '--who', '部長', '--channel', 'email'];
    await refused('2025-08-11', ...lost, '--reason', 'timing', '--words', '返事がない');
    await refused('2025-08-11', ...lost, '--reason', '音信不通', '--words', '見送ります');
    await refused('2025-08-11', 'close', '1', 'dormant', '--revisit', '2026-01-13');
    expect((await desk.json('show', '1', '--today', '2025-08-11')).deal.state).toBe('open');

    expect(await at('2025-08-11')).toMatchObject({ angle: 'withdraw' });
    await on(
      '2025-08-11',
      'note',
      '1',
      '8月8日を過ぎたため本件は取り下げること。冬の回ならご用意できること',
      '--angle',
      'withdraw',
    );
    expect(await at('2025-08-11')).toMatchObject({ list: 'leaveAlone', gate: 'rest', angle: null });
    const closed = await on('2025-08-11', 'close', '1', 'withdrawn');
    expect(closed).toContain('案件1を「自社撤退」としました。');
    expect(closed).toContain('次はお客様からのお声がけを待ちます');

    // We said that we would stop: nothing brings it back, neither time nor opening it again, until they speak.
    for (const day of ['2025-08-12', '2025-10-01', '2026-08-11']) expect(await at(day)).toMatchObject({ list: null });
    expect(await on('2025-09-01', 'reopen', '1')).toContain('お声がけがあるまで控えます');
    for (const day of ['2025-09-01', '2026-08-11']) {
      expect(await at(day)).toMatchObject({ list: 'leaveAlone', gate: 'rest', angle: null });
    }
    const shown = await desk.json('show', '1', '--today', '2025-09-01');
    expect(shown.earlierOutcomes).toMatchObject([{ state: 'withdrawn', on: '2025-08-11', words: null, reason: null }]);
    await on('2025-11-04', 'note', '1', '冬の回をお願いできますか', '--from', 'them');
    expect((await at('2025-11-04')).gate).toBeNull();
  });
});
