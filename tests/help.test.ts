import { describe, expect, test } from 'vitest';
import { COMMAND_WORDS } from '../src/commandwords.ts';
import { LANGUAGES } from '../src/core/deal.ts';
import { widthOf } from '../src/views/layout.ts';
import { setUpDesk } from './support/desk.ts';

const COMMANDS = [
  [],
  ['today'],
  ['add'],
  ['edit'],
  ['ask'],
  ['note'],
  ['show'],
  ['why'],
  ['list'],
  ['review'],
  ['draft'],
  ['check'],
  ['snooze'],
  ['hold'],
  ['close'],
  ['reopen'],
  ['undo'],
  ['redo'],
  ['import'],
  ['export'],
  ['backup'],
  ['forget'],
  ['restore'],
  ['move'],
  ['doctor'],
  ['demo'],
  ['config'],
  ['config', 'list'],
  ['config', 'get'],
  ['config', 'set'],
  ['config', 'unset'],
  ['team'],
  ['team', 'init'],
  ['team', 'add'],
  ['team', 'list'],
  ['help'],
  ['completion'],
] as const;

/** The flags of the contract, which scripts rely on. */
const DEAL_FLAGS =
  '--customer --title --contact --email --phone --channel --language --amount --currency --kind --proposed --goal --goal-date --lead --slot --prep --approval --offer-until --not-before --assumed --decision-date --scene --decider --route --rival --next --next-on --booked --last-contact --last-signal --external-id --owner --do-not-contact';
const FLAGS: readonly (readonly [command: string, flags: string])[] = [
  ['today', '-n --all --why'],
  ['add', DEAL_FLAGS],
  ['edit', `${DEAL_FLAGS} --clear`],
  [
    'note',
    '--on --from --channel --angle --status-only --no-answer --needs --supplied --not-needed --promise --by --kept --asked --doubt --answered --answer --decision-date --scene --decider --next --next-on --booked',
  ],
  ['list', '--state --sort --limit --owner'],
  ['draft', '--angle --language --copy'],
  ['hold', '--words'],
  ['close', '--words --who --channel --on --reason --factor --fact --revisit'],
  ['undo', '--list -n --limit --dry-run'],
  ['import', '--map --dry-run'],
  ['export', '--format --output --state --owner --encoding'],
  ['backup', '--force'],
  ['forget', '--customer --do-not-contact --dry-run --yes'],
  ['restore', '--yes'],
  ['move', '--owner --dry-run'],
  ['doctor', '--fix'],
];
const GLOBAL_FLAGS = [
  '--db',
  '--lang',
  '--today',
  '--json',
  '--no-input',
  '--no-color',
  '--no-pager',
  '--quiet',
  '--help',
];

describe.each(LANGUAGES)('the help (%s)', (language) => {
  test('reads as it should, command by command', async () => {
    const desk = await setUpDesk({ language, width: 80 });
    const pages: string[] = [];
    for (const path of COMMANDS) {
      const { code, out, err } = await desk.run(...path, '--help');
      expect([code, err]).toEqual([0, '']);
      pages.push(`$ ${['followup', ...path, '--help'].join(' ')}\n${out}\n`);
    }
    await expect(pages.join('\n')).toMatchFileSnapshot(`transcripts/help.${language}.txt`);
  });

  test.each(COMMANDS.map((path) => [path.join(' ') || 'followup', path] as const))(
    'says what every word and option of %s means',
    async (_name, path) => {
      const desk = await setUpDesk({ language, width: 200 });
      const { out } = await desk.run(...path, '--help');
      const entries = out.split('\n').filter((line) => /^ {2}\S/.test(line) && !/^ {2}followup\b/.test(line));
      expect(entries.length).toBeGreaterThan(5);
      expect(entries.filter((line) => !/^ {2}\S.*? {2,}\S/.test(line))).toEqual([]);
      for (const flag of GLOBAL_FLAGS) expect(out).toContain(`${flag}`);
    },
  );

  test('is in its own language throughout', async () => {
    const desk = await setUpDesk({ language, width: 200 });
    for (const path of COMMANDS) {
      const { out } = await desk.run(...path, '--help');
      const described = out
        .split('\n')
        .filter((line) => /^ {2}(-|\S+ +\S)/.test(line) && !/^ {2}followup\b/.test(line));
      const foreign = language === 'ja' ? /^ {2}\S[\s\S]*? {2,}[\x20-\x7e]+$/ : /[ぁ-ん]{2}/;
      expect(described.filter((line) => foreign.test(line) && !/(sort|state|channel) /.test(line))).toEqual([]);
    }
  });

  test.each([72, 60, 50])('fits a screen of %i columns', async (width) => {
    const desk = await setUpDesk({ language, width });
    for (const path of COMMANDS) {
      const { out } = await desk.run(...path, '--help');
      // How it is typed, and an example, are there to be copied and stand on their line.
      const lines = out.split('\n').filter((line) => !/^( |Usage:|使い方:) *followup /.test(line));
      expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
    }
  });
});

describe('every flag of the contract is there', () => {
  test.each(FLAGS)('on %s', async (command, flags) => {
    const desk = await setUpDesk({ width: 200 });
    const { out } = await desk.run(command, '--help');
    const missing = flags.split(' ').filter((flag) => !new RegExp(`(^|[\\s,])${flag}\\b`, 'm').test(out));
    expect(missing).toEqual([]);
  });
});

describe('help is found', () => {
  test.each([
    [['help']],
    [['--help']],
    [['-h']],
    [['help', 'note']],
    [['note', '-h']],
    [['help', 'config', 'set']],
    [['help', 'ＮＯＴＥ']],
  ])('by %j', async (argv) => {
    const desk = await setUpDesk();
    const { code, out } = await desk.run(...argv);
    expect(code).toBe(0);
    expect(out).toContain('Usage: followup');
  });

  test('of import: the command first, then the page', async () => {
    const desk = await setUpDesk();
    const { out } = await desk.run('help', 'import');
    expect(out).toMatch(/^Usage: followup import[\s\S]+--skip-bad[\s\S]+\n\nBringing a file in\n/);
    expect(out).not.toContain('followup help import');
    expect((await desk.run('import', '--help')).out).toContain('followup help import');
  });

  test('and so is the version', async () => {
    const desk = await setUpDesk();
    const { code, out } = await desk.run('--version');
    expect([code, /^\d+\.\d+\.\d+$/.test(out)]).toEqual([0, true]);
  });

  test('and the exit codes are listed', async () => {
    const desk = await setUpDesk();
    const { out } = await desk.run('--help');
    for (const code of [0, 1, 2, 3, 70, 130]) expect(out).toMatch(new RegExp(`\\b${code}\\b`));
  });
});

describe('a slip of the finger', () => {
  test.each([
    [['tday'], 'unknown_command', 'today'],
    [['snoze', '1', '+1d'], 'unknown_command', 'snooze'],
    [['add', 'Aoki', '--amout', '3'], 'unknown_option', '--amount'],
    [['today', '--al'], 'unknown_option', '--all'],
    [['--jsn'], 'unknown_option', '--json'],
    [['config', 'lst'], 'unknown_command', 'list'],
    [['ｔｏｄａｙ'], 'unknown_command', 'today'],
    [['ｓｎｏｚｅ', '1'], 'unknown_command', 'snooze'],
    [['今日'], 'unknown_command', 'today'],
    [['ヘルプ'], 'unknown_command', 'help'],
    [['config', 'ｌｉｓｔ'], 'unknown_command', 'list'],
    [['today', 'ーーall'], 'unknown_option', '--all'],
    [['list', '－－ｊｓｏｎ'], 'unknown_option', '--json'],
    [['note', '1', '—status-only'], 'unknown_option', '--status-only'],
    [['help', 'importt'], 'unknown_topic', 'import'],
    [['help', 'exitcodes'], 'unknown_topic', 'exit-codes'],
    [['help', 'nota'], 'unknown_topic', 'note'],
    [['list', '--sort', 'amont'], 'bad_choice', 'amount'],
    [['list', '--state', 'opne'], 'bad_choice', 'open'],
    [['note', '1', 'x', '--angle', 'promis'], 'bad_choice', 'promise'],
    [['note', '1', 'x', '--channel', 'fone'], 'bad_choice', 'phone'],
    [['note', '1', 'x', '--needs', 'securty'], 'bad_material', 'security'],
    [['note', '1', 'x', '--from', 'them', '--doubt', 'swiching'], 'bad_choice', 'switching'],
    [['close', '1', 'loss'], 'bad_choice', 'lost'],
    [['close', '1', 'lost', '--reason', 'budgte'], 'bad_reason', 'budget'],
    [['draft', '1', '--angle', 'workbck'], 'bad_choice', 'workback'],
    [['config', 'get', 'holliday'], 'unknown_setting', 'holidays'],
    [['config', 'set', 'statusrun', '3'], 'unknown_setting', 'status_run'],
    [['today', '--lang', 'jp'], 'bad_choice', 'ja'],
  ])('%j is told what was meant', async (argv, error, meant) => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki');
    const { code, out, err } = await desk.run(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`Did you mean ${meant}?`);
    const json = await desk.run(...argv, '--json');
    expect(JSON.parse(json.err).error.code).toBe(error);
  });

  test('is answered in Japanese too', async () => {
    const desk = await setUpDesk({ language: 'ja' });
    expect((await desk.run('tday')).err).toBe('「tday」というコマンドはありません。\ntoday のことですか。');
    expect((await desk.run('list', '--sort', 'amont')).err).toContain('\namount のことですか。使える値: ');
  });

  test('in the dashes is never recorded as a text', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki');
    const { contacts } = await desk.json('show', '1');
    await desk.run('note', '1', 'ーーno-answer');
    expect((await desk.json('show', '1')).contacts).toEqual(contacts);
    expect((await desk.run('note', '1', '--angle', 'info', '--', '—all')).code).toBe(0);
    expect((await desk.run('note', '1', '— all of it went out', '--angle', 'info')).code).toBe(0);
  });

  test('is not made up where nothing is near', async () => {
    const desk = await setUpDesk();
    expect((await desk.run('list', '--sort', 'zzzzzzzz')).err).not.toContain('Did you mean');
    expect((await desk.run('help', '---')).err).not.toContain('Did you mean');
  });

  test('every word a Japanese rep may type leads to a command', async () => {
    const desk = await setUpDesk({ width: 100 });
    const { out } = await desk.run('--help');
    const unknown = [...COMMAND_WORDS.values()].filter((name) => !new RegExp(`^  ${name} `, 'm').test(out));
    expect(unknown).toEqual([]);
  });

  test.each([
    [['frobnicate'], 'unknown_command'],
    [['today', '--frobnicate'], 'unknown_option'],
    [['show'], 'missing_argument'],
    [['today', 'now'], 'too_many_arguments'],
    [['list', '--limit'], 'missing_option_value'],
    [['config'], 'missing_argument'],
  ])('%j is a bad command line', async (argv, error) => {
    const desk = await setUpDesk();
    const { code, err } = await desk.run('--json', ...argv);
    expect([code, JSON.parse(err).error.code]).toEqual([2, error]);
  });
});
