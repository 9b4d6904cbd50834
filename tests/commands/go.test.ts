import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CTRL_C, type Desk, type Reply, setUpDesk } from '../support/desk.ts';
import { deskAfter } from '../support/story.ts';

/** Three deals on the list of the day: a question that waits, a promise that is late, a material that was asked for. */
const deskOfThree = deskAfter(async (desk) => {
  await desk.run('add', 'Sato', 'order form', '--decision-date', '8/8');
  await desk.run('note', '1', 'they asked', '--from', 'them', '--asked', 'can we keep our data?', '--on', '2025-07-17');
  await desk.run('add', 'Aoki', 'hiring event', '--decision-date', '8/8', '--next', 'staff hours', '--next-on', '7/30');
  await desk.run('note', '2', 'promised', '--promise', 'security', '--by', '2025-07-18', '--on', '2025-07-15');
  await desk.run('add', 'Mori', 'web shop', '--decision-date', '8/8', '--next', 'plan', '--next-on', '7/30');
  await desk.run('note', '3', 'they asked', '--from', 'them', '--needs', 'roi', '--on', '2025-07-21');
});

/** What was recorded after the three deals stood, the earliest first. */
async function recorded(desk: Desk): Promise<string[]> {
  const steps = await desk.store.steps(100);
  return steps
    .map(({ command }) => command)
    .reverse()
    .slice(6);
}

/** The deals whose block was shown, in order. */
function shown(out: string): number[] {
  return [...out.matchAll(/^ {1,2}\d+ {2}.*#(\d+)$/gm)].map(([, id]) => Number(id));
}

test('steps through the list of today in its order', async () => {
  const desk = await deskOfThree();
  const listed = (await desk.json('today')).lists.contact.map(({ deal }: { deal: { id: number } }) => deal.id);
  expect(listed).toHaveLength(3);
  const { code, out, transcript } = await desk.answering(['Enter', 'Enter', 'Enter'], 'today', '--go');
  expect([code, shown(out)]).toEqual([0, listed]);
  expect(transcript).toContain('? 3 / 3');
  expect(transcript).toContain('0 deals worked; 3 left');
  expect(await recorded(desk)).toEqual([]);
});

describe('each key does what its command does', () => {
  test.each<[what: string, replies: readonly Reply[], steps: readonly string[]]>([
    ['the message, and back', ['d', 'Enter', 'q'], []],
    ['the whole deal', ['s', 'q'], []],
    ['its arithmetic', ['w', 'q'], []],
    ['put off', ['z', 'later', 'yesterday', '+1w', 'q'], ['snooze']],
    ['a note', ['n', 'called them; they are busy', '', 'q'], ['note']],
    ['recorded as sent', ['r', '', 'q'], ['note']],
    ['two deals', ['r', '', 'z', '+1w', 'q'], ['note', 'snooze']],
    ['no clipboard is no end', ['c', 'd', 'c', 'Enter', 'r', '', 'q'], ['note']],
    ['no editor is no end', ['d', 'e', 'Enter', 'q'], []],
  ])('%s', async (_what, replies, steps) => {
    const desk = await deskOfThree();
    const { code, transcript } = await desk.answering(replies, 'today', '--go');
    expect([code, await recorded(desk)]).toEqual([0, steps]);
    expect(transcript).toContain(`${steps.length} deal${steps.length === 1 ? '' : 's'} worked; `);
  });

  test('recording as sent settles what was owed, and the deal is not offered again', async () => {
    const desk = await deskOfThree();
    const { out } = await desk.answering(['r', '', 'r', 'r'], 'today', '--go');
    expect(shown(out).sort()).toEqual([1, 2, 3]);
    const owed = (await desk.json('today')).lists.contact.filter(({ owed }: { owed: boolean }) => owed);
    expect(owed).toEqual([]);
    expect((await desk.json('show', '2')).promises).toMatchObject([{ keptOn: '2025-07-22' }]);
    expect((await desk.json('show', '1')).questions).toMatchObject([{ answeredOn: '2025-07-22' }]);
    for (const id of ['1', '2', '3']) expect((await desk.json('show', id)).deal.lastContactOn).toBe('2025-07-22');
    expect((await desk.json('show', '3')).materials).toContainEqual(expect.objectContaining({ status: 'supplied' }));
  });

  test('recording a promise in words of ours as sent keeps it, and tells of the message', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', '--next', 'staff hours');
    await desk.run(
      'note',
      '1',
      '--promise',
      'the names of our engineers',
      '--by',
      '2025-07-18',
      '--today',
      '2025-07-15',
    );
    expect((await desk.run('today')).out).toContain('after sending: followup note 1 --kept 1 --angle promise');
    await desk.answering(['r', ''], 'today', '--go');
    expect(await desk.json('show', '1')).toMatchObject({
      promises: [{ keptOn: '2025-07-22' }],
      contacts: [{ from: 'us', angle: 'promise', gives: true }],
    });
  });

  test('copying puts the message on the clipboard, from the deal and from the message', async () => {
    const copied: string[] = [];
    const desk = await deskOfThree({ programs: { copy: async (text) => void copied.push(text) } });
    const { body } = await desk.json('draft', '1');
    await desk.answering(['c', 'd', 'c', 'Enter', 'q'], 'today', '--go');
    expect(copied).toEqual([body, body]);
  });

  test('the edited message is the one that is copied, unless it only asks', async () => {
    const copied: string[] = [];
    const edits = ['I have attached the figures you asked for.', 'Just checking in.'];
    const programs = { copy: async (text: string) => void copied.push(text), edit: async () => edits.shift() ?? '' };
    const desk = await deskOfThree({ programs });
    const { err } = await desk.answering(['d', 'e', 'c', 'e', 'c', 'Enter', 'q'], 'today', '--go');
    expect(copied).toEqual(['I have attached the figures you asked for.']);
    expect(err.match(/^Refused:/gm)).toHaveLength(2);
  });

  test('a file for the mail program is written where the rep says, and nothing is replaced without asking', async () => {
    const desk = await deskOfThree();
    const file = join(desk.folder, 'aoki.eml');
    await desk.answering(['d', 'm', file, 'm', file, false, 'Enter', 'q'], 'today', '--go');
    expect(existsSync(file)).toBe(true);
  });
});

/** A long walk; each reply with how many times Ctrl-C is pressed to leave there, and what has been recorded by then. */
const WALK: readonly (readonly [reply: Reply, depth: number, recorded: readonly string[]])[] = [
  ['d', 1, []],
  ['m', 2, []],
  [CTRL_C, 3, []],
  ['Enter', 2, []],
  ['n', 1, []],
  ['visited; they like it', 2, []],
  ['', 2, ['note']],
  ['z', 1, ['note']],
  ['+1w', 2, ['note']],
  ['r', 1, ['note', 'snooze']],
];

describe('leaving loses nothing and half-writes nothing', () => {
  test.each(WALK.map((_, at) => at))('Ctrl-C at reply %i', async (at) => {
    const desk = await deskOfThree();
    const [, depth, steps] = WALK[at] ?? ['', 0, []];
    const given = WALK.slice(0, at).map(([reply]) => reply);
    const { code, transcript } = await desk.answering([...given, ...Array(depth).fill(CTRL_C)], 'today', '--go');
    expect([code, await recorded(desk)]).toEqual([130, steps]);
    expect(transcript).toContain(`${steps.length} deal${steps.length === 1 ? '' : 's'} worked; `);
    expect(transcript).toContain('What was recorded stays');
  });

  test.each([
    [
      'the next reason, without its day',
      ['n', 'met them, they love it', 'the plan', CTRL_C, 'q'],
      'the plan',
      ['note'],
    ],
    ['nothing further', ['n', 'met them, they love it', CTRL_C, 'q'], null, ['note']],
    ['nothing at all', ['n', CTRL_C, 'q'], null, []],
    ['a key by mistake', ['r', CTRL_C, 'q'], null, []],
    ['a reason to what was sent', ['r', 'the plan', CTRL_C, 'q'], 'the plan', ['note']],
  ] as const)('Ctrl-C after %s keeps what was said', async (_what, replies, next, steps) => {
    const desk = await deskOfThree();
    await desk.answering(replies, 'today', '--go');
    expect(await recorded(desk)).toEqual(steps);
    expect((await desk.store.dossier(1))?.deal.next).toBe(next);
  });

  test('the whole walk is what the commands would have recorded', async () => {
    const desk = await deskOfThree();
    const { code } = await desk.answering(
      WALK.map(([reply]) => reply),
      'today',
      '--go',
    );
    expect([code, await recorded(desk)]).toEqual([0, ['note', 'snooze', 'note']]);
  });

  test('a mistake of ours is no silent end', async () => {
    const copy = () => Promise.reject(new Error('broken'));
    const desk = await deskOfThree({ programs: { copy } });
    expect((await desk.answering(['c'], 'today', '--go')).code).toBe(70);
  });
});

describe('what somebody else changes meanwhile', () => {
  test('a deal that has left the list is passed over before its turn, and what became of it is said', async () => {
    let desk: Desk | undefined;
    const close = async () => void (await desk?.run('close', '2', 'won'));
    desk = await deskOfThree({ programs: { copy: close } });
    const { code, out, err } = await desk.answering(['c', 'Enter', 'Enter'], 'today', '--go');
    expect([code, shown(out)]).toEqual([0, [1, 3]]);
    expect(err).toMatch(/No longer on today’s list.*#2/);
    // On a server it is said who did it.
    expect(err).toMatch(
      /#2 was changed while you were at it \(step 7, (?:by \w+, )?Tue 22 Jul \d\d:\d\d\):\n {2}state: open → won/,
    );
    expect(await recorded(desk)).toEqual(['close']);
  });

  test.each([
    ['en', 'state: open → won'],
    ['ja', '状態：商談中 → 受注'],
  ] as const)(
    'what was sent or said is recorded of a deal that has left the list, and that is said (%s)',
    async (language, line) => {
      let desk: Desk | undefined;
      const close = async () => void (await desk?.run('close', '1', 'won'));
      desk = await deskOfThree({ language, programs: { copy: close } });
      const { transcript } = await desk.answering(['c', 'r', 'q'], 'today', '--go');
      expect(transcript).toContain(line);
      expect(await recorded(desk)).toEqual(['close', 'note']);
      expect((await desk.json('show', '1')).questions).toMatchObject([{ answeredOn: '2025-07-22' }]);
    },
  );

  test('a message that answers is recorded even where somebody has answered meanwhile, and settles nothing else', async () => {
    let desk: Desk | undefined;
    const answer = async () => {
      await desk?.run('note', '1', 'told them', '--answered', '1', '--answer', 'yes');
      await desk?.run('note', '1', 'asked again', '--from', 'them', '--asked', 'and the price?');
    };
    desk = await deskOfThree({ programs: { copy: answer } });
    const { transcript } = await desk.answering(['c', 'r', '', 'q'], 'today', '--go');
    expect(transcript).toContain('told them');
    expect((await desk.json('show', '1')).questions).toMatchObject([{ answer: 'yes' }, { answeredOn: null }]);
    expect((await desk.json('show', '1')).contacts).toHaveLength(4);
  });

  test.each([['z'], ['d']])('what is for a deal of the list only is not done: %s', async (key) => {
    let desk: Desk | undefined;
    const close = async () => void (await desk?.run('close', '1', 'won'));
    desk = await deskOfThree({ programs: { copy: close } });
    const { err } = await desk.answering(['c', key, 'q'], 'today', '--go');
    expect(err).toMatch(/no longer on today’s list, and nothing was done: .*#1/);
    expect(await recorded(desk)).toEqual(['close']);
  });

  test('so is one that is gone altogether', async () => {
    let desk: Desk | undefined;
    const takeBack = async () => {
      for (let step = 0; step < 2; step += 1) await desk?.run('undo');
    };
    desk = await deskOfThree({ programs: { copy: takeBack } });
    const { code, err } = await desk.answering(['c', 'Enter', 'Enter'], 'today', '--go');
    expect([code, err]).toEqual([0, expect.stringMatching(/No longer on today’s list.*Mori/)]);
  });
});

describe('how many, and for whom', () => {
  test('-n walks through so many and says what is left', async () => {
    const desk = await deskOfThree();
    const { transcript } = await desk.answering(['r', ''], 'today', '--go', '-n', '1');
    expect(transcript).toContain('? 1 / 1');
    expect(transcript).toContain('1 deal worked; 2 left');
  });

  test('--why shows the arithmetic with each deal', async () => {
    const desk = await deskOfThree();
    expect((await desk.answering(['q'], 'today', '--go', '--why')).out).toMatch(/score \d+/);
  });

  test('an empty day is the day as today shows it', async () => {
    const desk = await setUpDesk();
    expect((await desk.answering([], 'today', '--go')).out).toBe((await desk.run('today')).out);
    await desk.run('add', 'Aoki');
    const { code, out } = await desk.answering([], 'today', '--go');
    expect([code, out]).toEqual([0, (await desk.run('today')).out]);
  });

  test.each([[['--json']], [['--no-input']], [[]]])('nobody is there to answer: %j', async (flags) => {
    const desk = await deskOfThree();
    const { code, out, err } =
      flags.length > 0 ? await desk.answering([], 'today', '--go', ...flags) : await desk.run('today', '--go');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('followup today');
  });
});
