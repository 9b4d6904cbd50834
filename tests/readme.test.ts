import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageFile from '../package.json';
import { setUpDesk } from './support/desk.ts';

const README = { en: readFileSync('README.md', 'utf8'), ja: readFileSync('README.ja.md', 'utf8') };

interface Line {
  readonly argv: readonly string[];
  readonly exitCode: number;
  /** Lines shown below it. */
  readonly shown: readonly string[];
}

/** Files stand in the desk's own folder. */
const FILES = /^[a-z]+\.(csv|json|ics)$/;

/** Returns the lines of all sessions; what a shell would take for a comment may say how one ends. */
function linesOf(readme: string): Line[] {
  const sessions = [...readme.matchAll(/```console\n(.*?)```/gs)].map(([, session = '']) => session);
  return sessions.flatMap((session) =>
    session
      .split(/^\$ followup/m)
      .slice(1)
      .map((text) => {
        const [typed = '', ...shown] = text.trimEnd().split('\n');
        const [words = '', comment = ''] = typed.split(' # ');
        const argv = [...words.matchAll(/([^\s"]*)"([^"]*)"|(\S+)/g)].map(
          ([, before = '', quoted = '', bare]) => bare ?? before + quoted,
        );
        return { argv, exitCode: Number(/exit (\d)/.exec(comment)?.[1] ?? 0), shown: shown.filter((it) => it !== '…') };
      }),
  );
}

describe.each(['en', 'ja'] as const)('the README (%s)', (language) => {
  const readme = README[language];

  test('has sessions that run as they stand, one after the other', async () => {
    const desk = await setUpDesk({ language, onDisk: true });
    writeFileSync(join(desk.folder, 'deals.csv'), 'Client,Value\nMori Trading,1200000\n');
    desk.resize(80);
    const lines = linesOf(readme);
    expect(lines.length).toBeGreaterThan(15);
    for (const { argv, exitCode, shown } of lines) {
      const inFolder = argv.map((word) => (FILES.test(word) ? join(desk.folder, word) : word));
      const { code, out, err } = argv.includes('--go')
        ? await desk.answering(['q'], ...inFolder)
        : await desk.run(...inFolder);
      expect([argv, code, code === exitCode ? '' : err]).toEqual([argv, exitCode, '']);
      expect(`${out}\n${err}`.split('\n')).toEqual(expect.arrayContaining([...shown]));
    }
  });

  test('has every command', async () => {
    const desk = await setUpDesk();
    const { out } = await desk.run('--help');
    const commands = [...out.matchAll(/^ {2}([a-z]+)(?: \[| <| {2,})/gm)].map(([, name = '']) => name);
    expect(commands).toEqual(expect.arrayContaining(['today', 'add', 'note', 'draft', 'close', 'review', 'config']));
    const missing = commands.filter((name) => name !== 'help' && !new RegExp(`\\b${name}\\b`).test(readme));
    expect(missing).toEqual([]);
  });

  test('names scripts of the package only', () => {
    const named = [...readme.matchAll(/`npm run ([a-z:]+)`/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in packageFile.scripts))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  test('shows a picture that is there, and leads to the other language', () => {
    expect(readme).toContain(`(tests/transcripts/today.${language}.svg)`);
    expect(readme).toContain(`(README.${language === 'en' ? 'ja.' : ''}md)`);
  });
});
