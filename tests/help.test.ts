import { describe, expect, test } from 'vitest';
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
  ['snooze'],
  ['hold'],
  ['undo'],
  ['redo'],
  ['import'],
  ['export'],
  ['backup'],
  ['forget'],
  ['restore'],
  ['doctor'],
  ['demo'],
  ['config'],
  ['config', 'list'],
  ['config', 'get'],
  ['config', 'set'],
  ['config', 'unset'],
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
  ['hold', '--words'],
  ['undo', '--list -n --limit --dry-run'],
  ['import', '--map --dry-run'],
  ['export', '--format --output --state --owner --encoding'],
  ['backup', '--force'],
  ['forget', '--customer --do-not-contact --dry-run --yes'],
  ['restore', '--yes'],
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
  test.each([[['help']], [['--help']], [['-h']], [['help', 'note']], [['note', '-h']]])('by %j', async (argv) => {
    const desk = await setUpDesk();
    const { code, out } = await desk.run(...argv);
    expect(code).toBe(0);
    expect(out).toContain('Usage: followup');
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
  ])('%j is told what was meant', async (argv, error, meant) => {
    const desk = await setUpDesk();
    const { code, out, err } = await desk.run(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`Did you mean ${meant}?`);
    const json = await desk.run(...argv, '--json');
    expect(JSON.parse(json.err).error.code).toBe(error);
  });

  test('is answered in Japanese too', async () => {
    const desk = await setUpDesk({ language: 'ja' });
    expect((await desk.run('tday')).err).toBe('「tday」というコマンドはありません。\ntoday のことですか。');
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
