import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Desk, type DeskOptions, type Reply, setUpDesk } from '../support/desk.ts';
import { ON_FILE } from '../support/engine.ts';
import { kindsOf, QUESTION_KINDS } from '../support/questions.ts';

/** A command line, what somebody answers, and the kinds of the questions they are asked. */
type Run = readonly [argv: readonly string[], replies: readonly Reply[], kinds: readonly string[]];

interface Story {
  readonly name: string;
  /** What the book holds before. */
  readonly before?: readonly (readonly string[])[];
  readonly files?: Readonly<Record<string, string>>;
  readonly runs: readonly Run[];
}

const AOKI = ['add', 'Aoki', 'hiring event', '--contact', 'Ms Aoki', '--kind', 'small', '--proposed', '7/1'];
const TOMORROW = ['--today', '2025-07-23'];

const STORIES: readonly Story[] = [
  {
    name: 'what was skipped beside a new deal is asked again tomorrow, or once the customer has spoken',
    runs: [
      [
        ['add'],
        ['Aoki', 'hiring event', '120万', 'today', true, [], '', '', 'unknown', ''],
        [
          'customer',
          'title',
          'amount',
          'proposed',
          'keep-day',
          'supplied',
          'goal-date',
          'decision-date',
          'decider',
          'next',
        ],
      ],
      [['note', '1', 'wrote to them'], [], []],
      [
        ['note', '1', 'called', ...TOMORROW],
        ['', ''],
        ['decision-date', 'next'],
      ],
      [
        ['note', '1', 'they called', '--from', 'them', ...TOMORROW],
        ['', ''],
        ['decision-date', 'next'],
      ],
    ],
  },
  {
    name: 'what the words of a new deal say is not asked for',
    runs: [
      [['add', 'Aoki', 'hiring event', '--amount', '100'], [], []],
      [
        ['add', 'Mori'],
        ['', '', '', '', '', '', ''],
        ['title', 'amount', 'proposed', 'goal-date', 'decision-date', 'decider', 'next'],
      ],
      [
        ['add', 'Sato', 'fair'],
        ['', '', '', '', '', ''],
        ['amount', 'proposed', 'goal-date', 'decision-date', 'decider', 'next'],
      ],
    ],
  },
  {
    name: 'a sitting goes on where the one before it was left, and begins anew only once all was skipped',
    before: [AOKI],
    runs: [
      [
        ['ask', '1'],
        ['', 'unknown', '', '', ''],
        ['goal-date', 'decision-date', 'next', 'decider', 'route'],
      ],
      [
        ['ask', '1'],
        ['', '', ''],
        ['scene', 'rival', 'amount'],
      ],
      [
        ['ask', '1'],
        ['', '', '', '', ''],
        ['goal-date', 'next', 'decider', 'route', 'scene'],
      ],
      [['note', '1', 'sent it', '--supplied', 'quote'], [], []],
      [['note', '1', 'they called', '--from', 'them', '--on', '7/21'], [], []],
    ],
  },
  {
    name: 'without a deal named, the questions of another one come next',
    before: [AOKI, ['add', 'Sato', 'fair', '--proposed', '7/2']],
    runs: [
      [['ask'], ['', '', 'skip', '', ''], ['goal-date', 'decision-date', 'kind', 'next', 'decider']],
      [
        ['ask'],
        ['30 Sep', true, '', '', '', ''],
        ['goal-date', 'keep-day', 'decision-date', 'next', 'decider', 'route'],
      ],
    ],
  },
  {
    name: 'a goal brings its own questions, and an answered one does not come again',
    before: [
      ['add', 'Aoki', '--goal-date', '9/30', '--decision-date', '8/8', '--proposed', '7/1', '--next', 'two cases'],
    ],
    runs: [
      [
        ['ask', '1'],
        ['1mo', 'mid', 'CEO', 'section, board', '5bd'],
        ['lead', 'kind', 'decider', 'route', 'approval'],
      ],
      [
        ['ask', '1'],
        ['hired', 'fair', 'Acme', '100'],
        ['goal', 'scene', 'rival', 'amount'],
      ],
      [['ask', '1'], [], []],
    ],
  },
  {
    name: 'nobody is asked again what they do not know, until the customer has spoken',
    before: [AOKI],
    runs: [
      [
        ['note', '1'],
        ['visited; they worry', 'unknown', ['quote', 'proposal', 'plan'], 'unknown'],
        ['what-happened', 'decision-date', 'supplied', 'next'],
      ],
      [['note', '1', 'sent the hours', ...TOMORROW], [], []],
      [
        ['note', '1', 'they called', '--from', 'them', ...TOMORROW],
        ['', ''],
        ['decision-date', 'next'],
      ],
    ],
  },
  {
    name: 'what nobody knew beside a new deal is not asked again the same day, though the customer has spoken',
    runs: [
      [
        ['add', 'Aoki', 'fair'],
        ['', '', '', 'unknown', '', 'unknown'],
        ['amount', 'proposed', 'goal-date', 'decision-date', 'decider', 'next'],
      ],
      [['note', '1', 'visited'], [], []],
      [
        ['note', '1', 'they called', '--from', 'them', ...TOMORROW],
        ['', ''],
        ['decision-date', 'next'],
      ],
    ],
  },
  {
    name: 'what the flags of a note say is not asked for',
    before: [AOKI],
    runs: [
      [['note', '1', 'sent it', '--decision-date', '8/8', '--supplied', 'quote', '--next', 'two cases'], [], []],
      [['note', '1', 'sent', '--needs', 'proposal', '--promise', 'plan', '--by', '8/1', '--next-on', '8/4'], [], []],
    ],
  },
  {
    name: 'the day of the next reason is asked for where the answer does not name it',
    before: [AOKI, [...AOKI]],
    runs: [
      [
        ['note', '1', 'sent', '--decision-date', '8/8', '--supplied', 'quote'],
        ['two cases', '28 Jul'],
        ['next', 'when'],
      ],
      [['note', '2', 'sent', '--decision-date', '8/8', '--supplied', 'quote'], ['two cases, 28 Jul'], ['next']],
    ],
  },
  {
    name: 'whoever has no words of the customer is not asked for them once more',
    before: [AOKI, ['add', 'Sato'], ['add', 'Mori']],
    runs: [
      [
        ['close'],
        ['#1', 'lost', '', 'declined', 'Ms Aoki', 'phone', ''],
        ['which-deal', 'outcome', 'their-words', 'no-words', 'who', 'channel', 'when'],
      ],
      [
        ['close', '2', 'lost', '--on', '7/22'],
        ['It was too dear.', 'Mr Sato', 'phone', 'price', '', ''],
        ['their-words', 'who', 'channel', 'reason', 'factor', 'revisit'],
      ],
      [['close', '3', 'withdrawn'], ['no capacity until May'], ['our-reason']],
    ],
  },
  {
    name: 'what the flags of an end say is not asked for',
    before: [AOKI, ['add', 'Sato'], ['add', 'Mori']],
    runs: [
      [
        ['close', '1', 'lost', '--words', 'Too dear.', '--who', 'Ms Aoki', '--channel', 'phone', '--reason', 'other'],
        ['Their house was sold.', '', '', ''],
        ['other-reason', 'when', 'factor', 'revisit'],
      ],
      [['close', '2', 'declined', '--who', 'Ms Sato', '--channel', 'phone', '--words', 'No.', '--on', '7/22'], [], []],
      [
        ['close', '3', 'void'],
        ['entered twice', 'no such customer'],
        ['void-fact', 'source'],
      ],
    ],
  },
  {
    name: 'a day that was said is kept while their words are asked for',
    before: [AOKI],
    runs: [
      [
        ['hold', '1'],
        ['2025-09-01', '', 'Leave us alone until September.'],
        ['until', 'their-words'],
      ],
      [['hold', '1', '2025-09-02', '--words', 'Not before the 2nd.'], [], []],
      [['snooze'], ['#1', '+1w'], ['which-deal', 'until']],
      [['snooze', '1', '+2w'], [], []],
    ],
  },
  {
    name: 'a deal is asked for only where the words fit several',
    before: [AOKI, ['add', 'Aoki', 'fair']],
    runs: [
      [['show', 'aoki'], ['#2'], ['which-deal']],
      [['show', 'aoki fair'], [], []],
      [['edit', '1', '--external-id', 'A-7'], [], []],
      [['show', 'ext:A-7'], [], []],
      [['edit', '2', '--external-id', 'A-7'], [], []],
      [['show', 'ext:A-7'], ['#2'], ['which-deal']],
      [['show', '2'], [], []],
    ],
  },
  {
    name: 'a person is agreed to once, and chosen only among several',
    before: [AOKI, ['add', 'Sato', '--contact', 'Ken Mori'], ['add', 'Kita', '--contact', 'Keiko Mori']],
    runs: [
      [['forget', 'aok'], [true], ['erase']],
      [
        ['forget', 'mori'],
        ['Ken', true],
        ['which-person', 'erase'],
      ],
      [['forget', 'Keiko Mori', '--yes'], [], []],
    ],
  },
  {
    name: 'what was told of a file is kept for the next one of the kind',
    files: {
      'deals.csv':
        'Client name here,Ampel,Proposed,Amount\nAoki,Lost,03/04/2026,1.234\nSato,Warm fuzzy,05/06/2026,2.345\n',
    },
    runs: [
      [
        ['import', 'deals.csv', '--map', 'Client name here=customer'],
        [true, '2026-04-03', '1234', 'open', 'crm'],
        ['is-stage', 'date-order', 'decimal', 'stage', 'save-mapping'],
      ],
      [['import', 'deals.csv', '--mapping', 'crm'], [], []],
    ],
  },
  {
    name: 'what was told of a file with contacts is kept for the next one of the kind',
    before: [AOKI],
    files: { 'contacts.csv': 'Kind,When it was,About\nSchnack,2025-07-01,hiring event\n' },
    runs: [
      [
        ['import', 'contacts.csv', '--kind', 'contacts', '--map', 'Kind=type'],
        ['About', 'When it was', 'phone', 'crm'],
        ['deal-column', 'day-column', 'type', 'save-mapping'],
      ],
      [['import', 'contacts.csv', '--kind', 'contacts', '--mapping', 'crm'], [], []],
    ],
  },
  {
    name: 'of a file that is unclear, each thing is asked once',
    files: {
      'deals.csv': 'Customer,Amount\nAoki,lots\nSato,300\n',
      'nameless.csv': 'Xyz,Amount\nAoki,200\n',
      'odd.csv': 'Customer\nÄã\n',
    },
    runs: [
      [['import', 'deals.csv'], [true], ['import-good']],
      [['import', 'deals.csv', '--skip-bad'], [], []],
      [
        ['import', 'nameless.csv'],
        ['Xyz', ''],
        ['customer-column', 'save-mapping'],
      ],
      [
        ['import', 'odd.csv'],
        ['gbk', 'china'],
        ['encoding', 'save-mapping'],
      ],
      [['import', 'odd.csv', '--mapping', 'china'], [], []],
    ],
  },
  {
    name: 'a file is replaced once somebody has agreed',
    before: [[...AOKI, '--next', 'two cases']],
    runs: [
      [['draft', '1', '--angle', 'info', '--eml', 'mail.eml'], [], []],
      [['draft', '1', '--angle', 'info', '--eml', 'mail.eml'], [true], ['overwrite']],
      [['draft', '1', '--angle', 'info', '--eml', 'mail.eml', '--force'], [], []],
    ],
  },
  {
    name: 'deals are handed over once somebody has agreed',
    before: [[...AOKI, '--owner', 'Sato']],
    runs: [
      [['edit', '--where', 'owner=Sato', '--owner', 'Suzuki'], [true], ['hand-over']],
      [['edit', '--where', 'owner=Suzuki', '--owner', 'Sato', '--yes'], [], []],
    ],
  },
  {
    name: 'a text is asked for where there is none',
    runs: [
      [['check'], ['The list is attached.'], ['text']],
      [['check', 'The list is attached.'], [], []],
    ],
  },
  {
    name: 'what was skipped beside one deal of the walk is not asked again beside it',
    before: [
      ['add', 'Aoki', 'fair', '--contact', 'Ms Aoki', '--kind', 'small', '--proposed', '7/1'],
      ['note', '1', 'they asked', '--asked', 'how long?', '--on', '7/18'],
    ],
    runs: [
      [
        ['today', '--go'],
        ['d', 'm', 'mail.eml', 'Enter', 'n', 'called; no time', '', [], ''],
        [
          'deal-key',
          'letter-key',
          'mail-file',
          'letter-key',
          'deal-key',
          'what-happened',
          'decision-date',
          'supplied',
          'next',
        ],
      ],
      [
        ['today', '--go'],
        ['n', 'wrote to them', []],
        ['deal-key', 'what-happened', 'supplied'],
      ],
    ],
  },
];

/** A book on a server is not put back from here. */
const RESTORING: Story = {
  name: 'a backup is put back once somebody has agreed',
  before: [AOKI],
  runs: [
    [['restore', 'copy.db'], [true], ['restore']],
    [['restore', 'copy.db', '--yes'], [], []],
  ],
};

/** Where anything is asked. A file that is new here needs its questions in a story. */
const ASKING =
  'add askreading check closing dialogue draftout forget go handover hold import letter materials note pick restore snooze'
    .split(' ')
    .map((name) => `${name}.ts`);

/** Keys are pressed as often as one likes, and the letter is left for the deal again. */
const PRESSED = ['deal-key', 'letter-key'];

async function deskOf({ before = [], files = {} }: Story, options: DeskOptions = {}): Promise<Desk> {
  const desk = await setUpDesk({ ...options, remembers: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(desk.folder, name), content, 'latin1');
  for (const argv of before) expect((await desk.run(...argv)).code, argv.join(' ')).toBe(0);
  return desk;
}

async function holds(desk: Desk, story: Story): Promise<void> {
  for (const [argv, replies, kinds] of story.runs) {
    const inFolder = (word: string): string => (/\.(csv|eml|db)$/.test(word) ? join(desk.folder, word) : word);
    const given = replies.map((it) => (typeof it === 'string' ? inFolder(it) : it));
    const { code, asked, transcript } = await desk.answering(given, ...argv.map(inFolder));
    const found = kindsOf(asked);
    expect({ code, kinds: found }, `${argv.join(' ')}\n${transcript}`).toEqual({ code: 0, kinds });
    const put = asked.filter((_, at) => !PRESSED.includes(found[at] ?? ''));
    expect(put).toEqual([...new Set(put)]);
  }
}

describe('no question is asked twice', () => {
  test.each(STORIES)('$name', async (story) => holds(await deskOf(story), story));

  test.runIf(ON_FILE)(RESTORING.name, async () => {
    const desk = await deskOf(RESTORING, { onDisk: true });
    const { file } = await desk.json('backup');
    copyFileSync(file, join(desk.folder, 'copy.db'));
    await holds(desk, RESTORING);
  });

  test('and every command that asks is in these stories', () => {
    const folder = join(import.meta.dirname, '../../src/commands');
    const asking = readdirSync(folder).filter((file) =>
      /\bask\??\.(text|confirm|choose|pick|key|search)[(<]/.test(readFileSync(join(folder, file), 'utf8')),
    );
    expect(asking).toEqual(ASKING);
  });

  test('and every question there is', () => {
    const put = [...STORIES, RESTORING].flatMap(({ runs }) => runs.flatMap(([, , kinds]) => kinds));
    expect([...new Set(put)].sort()).toEqual([...new Set(QUESTION_KINDS)].sort());
  });
});
