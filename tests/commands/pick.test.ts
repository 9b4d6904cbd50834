import { beforeEach, describe, expect, test } from 'vitest';
import { CTRL_C, type Desk, setUpDesk } from '../support/desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await setUpDesk();
  await desk.run('add', 'Sato Shoji', 'order form');
  await desk.run('add', 'アオキ商店', '採用イベント', '--contact', '田中', '--external-id', 'CRM-9');
  await desk.run('add', 'Aoki Kogyo', 'hiring event');
  await desk.run('add', 'Mori Trading', 'web shop');
  await desk.run('note', '4', 'they asked for the quote', '--from', 'them', '--needs', 'quote', '--no-input');
  await desk.run('close', '1', 'won');
});

/** The deals that were offered, by number, for the last letters typed. */
function offered(transcript: string): number[] {
  const last = transcript.slice(transcript.lastIndexOf('? Which deal?'));
  return [...last.matchAll(/^ {2}#(\d+)/gm)].map(([, id]) => Number(id));
}

describe('a deal that is not named is picked on a terminal', () => {
  test.each([
    ['today’s list first, then the latest', ['#4'], [4, 3, 2, 1]],
    ['by Latin letters for kana, too', [['aok', '#2']], [3, 2]],
    ['by kana', [['あおき', '#2']], [2]],
    ['by its contact', [['田中', '#2']], [2]],
    ['by its number', [['#3', '#3']], [3]],
    ['by its external id', [['crm', '#2']], [2]],
    ['by words in any order', [['event aoki', '#3']], [3]],
  ] as const)('%s', async (_how, replies, ids) => {
    const { code, transcript } = await desk.answering(replies, 'show');
    expect([code, offered(transcript)]).toEqual([0, ids]);
  });

  test.each([
    [['show'], []],
    [['why'], []],
    [['draft'], []],
    [['note'], ['called them', '', [], '']],
    [['edit', '--decider', 'the board'], []],
    [['snooze'], ['later', 'yesterday', '+2w']],
    [['hold'], ['+2w', 'Please wait until August.']],
    [['close'], ['won']],
  ] as const)('%j', async (argv, further) => {
    const { code, transcript } = await desk.answering([['mor', '#4'], ...further], ...argv);
    expect([code, transcript]).toEqual([0, expect.stringContaining('Mori Trading')]);
  });

  test('what only an open deal can have happen offers no ended one, and reopening only those', async () => {
    expect(offered((await desk.answering(['#4', '+1w'], 'snooze')).transcript)).not.toContain(1);
    expect(offered((await desk.answering(['#1'], 'reopen')).transcript)).toEqual([1]);
  });

  test('Ctrl-C changes nothing', async () => {
    expect((await desk.answering([CTRL_C], 'snooze')).code).toBe(130);
    expect((await desk.answering(['#4', CTRL_C], 'snooze')).code).toBe(130);
    expect((await desk.json('show', '4')).deal.snoozeUntilOn).toBeNull();
  });
});

describe('a name that fits several', () => {
  test('is narrowed down from there on', async () => {
    const { code, transcript } = await desk.answering(['#3'], 'show', 'o');
    expect(code).toBe(0);
    expect(transcript).toContain('? Which deal? o');
    const narrowed = await desk.answering([['o ko', '#3']], 'show', 'o');
    expect(offered(narrowed.transcript)).toEqual([3]);
  });

  test('is looked for in other spellings where it fits none as it stands', async () => {
    const { code, transcript } = await desk.answering(['#2'], 'show', 'あおき');
    expect([code, offered(transcript)]).toEqual([0, [2]]);
    expect((await desk.answering([], 'show', 'nobody')).code).toBe(1);
  });

  test('is a failure where nobody is there to ask', async () => {
    const { code, err } = await desk.run('show', 'o', '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([1, 'many_deals']);
  });
});

describe('where nobody is there to ask, or nothing is there to pick', () => {
  test.each([['show'], ['why'], ['note'], ['draft'], ['edit'], ['snooze'], ['hold'], ['close'], ['reopen']])(
    '%s without a deal is a bad command line',
    async (command) => {
      for (const flags of [['--json'], ['--json', '--no-input']]) {
        const { code, err } = await desk.run(command, ...flags);
        expect([code, JSON.parse(err).error.code]).toEqual([2, 'missing_argument']);
      }
    },
  );

  test.each([
    ['show', 'no_deals'],
    ['snooze', 'no_deals'],
  ])('%s in an empty book says so', async (command) => {
    const empty = await setUpDesk();
    const { code, err } = await empty.answering([], command);
    expect([code, err]).toEqual([1, expect.stringContaining('There are no deals yet')]);
  });

  test('no deal has ended, or every one has', async () => {
    const other = await setUpDesk();
    await other.run('add', 'Aoki');
    expect((await other.answering([], 'reopen')).err).toContain('No deal has ended yet');
    await other.run('close', '1', 'won');
    expect((await other.answering([], 'snooze')).err).toContain('No deal is open');
  });
});
