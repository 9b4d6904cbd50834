import { beforeAll, describe, expect, test } from 'vitest';
import { link, withoutLinks } from '../../src/terminal/link.ts';
import { widthOf } from '../../src/views/layout.ts';
import { buildIfOld, newUser } from '../support/program.ts';
import { HAS_PTY, newTerminalUser } from '../support/pty.ts';

beforeAll(buildIfOld, 120_000);

const DB = ['--db', '.local/share/followup/demo-en.db'];
const COLOR = /\u001b\[(\d+)m/g;

describe('colour', () => {
  const VIEWS = [['today', '--all'], ['list'], ['show', '1'], ['why', '1'], ['review'], ['check', 'Just checking in.']];

  test.each(VIEWS)('carries nothing alone: %s', async (...view) => {
    const user = newUser();
    await user.run('demo');
    const plain = await user.run(...DB, ...view);
    const colored = await user.shell(
      `FORCE_COLOR=1 followup ${DB.join(' ')} ${view[0]} '${view[1] ?? ''}'`.replace(" ''", ''),
    );
    expect(plain.out).not.toMatch(COLOR);
    expect(colored.out.replace(COLOR, '')).toBe(plain.out);
  });

  test('is one that can be read on white and on black: weight, and the two darkest', async () => {
    const user = newUser({ FORCE_COLOR: '1' });
    const { out } = await user.run('demo');
    const codes = new Set([...out.matchAll(COLOR)].map(([, code]) => Number(code)));
    expect(codes.size).toBeGreaterThan(2);
    expect([...codes].filter((code) => ![1, 2, 22, 31, 35, 39].includes(code))).toEqual([]);
  });

  test.each<readonly [what: string, env: Record<string, string>, flags: readonly string[], isColored: boolean]>([
    ['a pipe', {}, [], false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, [], true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, [], false],
    ['NO_COLOR before FORCE_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    ['an empty NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '' }, [], true],
    ['--no-color', { FORCE_COLOR: '1' }, ['--no-color'], false],
  ])('%s', async (_what, env, flags, isColored) => {
    const { out } = await newUser(env).run('demo', ...flags);
    expect(new RegExp(COLOR).test(out)).toBe(isColored);
  });

  test.skipIf(!HAS_PTY).each([
    ['xterm', true],
    ['dumb', false],
  ])('a terminal called %s', (TERM, isColored) => {
    const shown = newTerminalUser().type('followup demo', { TERM, PAGER: '' });
    expect(new RegExp(COLOR).test(shown)).toBe(isColored);
  });
});

describe('links', () => {
  test.each([
    ['mailto:a@example.com', 'mailto:a@example.com'],
    ['/tmp/a b%20;c.db', 'file:///tmp/a%20b%2520;c.db'],
  ])('to %s take no room and can be taken away', (target, address) => {
    const linked = link('林様', target);
    expect(linked).toBe(`\u001b]8;;${address}\u001b\\林様\u001b]8;;\u001b\\`);
    expect(widthOf(linked)).toBe(4);
    expect(withoutLinks(`before ${linked} and ${linked}`)).toBe('before 林様 and 林様');
  });

  test.skipIf(!HAS_PTY)('lead to people and files, at a terminal that knows them', async () => {
    const user = newTerminalUser();
    await user.run('add', 'Aoki', '--email', 'a+b@example.com', '--phone', '０３-1234 (5678)');
    await user.run('add', 'Mori', '--email', 'm@example.com', '--do-not-contact');
    const show = (n: number, env = {}): string => user.type(`followup show ${n}`, { PAGER: '', ...env }, 60);
    const linked = show(1, { FORCE_HYPERLINK: '1' });
    expect(linked).toContain('\u001b]8;;mailto:a%2Bb@example.com\u001b\\');
    expect(linked).toContain('\u001b]8;;tel:0312345678\u001b\\');
    expect(withoutLinks(linked)).toBe(show(1));
    expect(show(1)).not.toContain('\u001b]8');
    expect(show(1, { FORCE_HYPERLINK: '1', TERM: 'dumb' })).not.toContain('\u001b]8');
    expect(show(2, { FORCE_HYPERLINK: '1' })).not.toContain('\u001b]8');
    expect(user.type('followup show 1 | cat', { FORCE_HYPERLINK: '1' })).not.toContain('\u001b]8');
    for (const command of ['backup kept.db', 'export -o deals.csv']) {
      expect(user.type(`followup ${command}`, { FORCE_HYPERLINK: '1' })).toContain(`\u001b]8;;file://${user.home}/`);
    }
  });
});
