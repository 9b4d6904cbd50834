import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isLong, showPaged } from '../../src/terminal/pager.ts';
import { freshFolder } from '../support/folder.ts';
import { buildIfOld } from '../support/program.ts';
import { HAS_PTY, newTerminalUser } from '../support/pty.ts';

beforeAll(buildIfOld, 120_000);

describe('which answers are long', () => {
  test.each([
    ['nine lines on ten', 9, 10, false],
    ['ten lines on ten', 10, 10, true],
    ['a screen of unknown height', 30, undefined, true],
  ])('%s', (_what, lines, rows, expected) => {
    expect(isLong(Array(lines).fill('x').join('\n'), rows)).toBe(expected);
  });
});

describe.skipIf(process.platform === 'win32')('the pager', () => {
  const PATH = process.env.PATH ?? '';
  const seenBy = (variables: Readonly<Record<string, string>>, text = '案件\nAoki') => {
    const file = join(freshFolder(), 'seen');
    const isShown = showPaged(text, { platform: 'linux', env: { PATH, FILE: file, ...variables } });
    return { isShown, seen: existsSync(file) ? readFileSync(file, 'utf8') : null };
  };

  test('gets the answer, with options of its own', () => {
    expect(seenBy({ PAGER: 'cat - > "$FILE"' })).toEqual({ isShown: true, seen: '案件\nAoki\n' });
    expect(seenBy({ FOLLOWUP_PAGER: 'cat - > "$FILE"', PAGER: 'false' }).seen).toBe('案件\nAoki\n');
  });

  test('is told of colours, unless the rep has told it something', () => {
    const tell = 'cat > /dev/null; printf %s "$LESS" > "$FILE"';
    expect(seenBy({ PAGER: tell }).seen).toBe('FRX');
    expect(seenBy({ PAGER: tell, LESS: '-i' }).seen).toBe('-i');
  });

  test.each([
    ['is missing', { PAGER: 'no-such-pager 2> /dev/null' }, false],
    ['is none', { PAGER: '' }, false],
    ['is none of ours', { FOLLOWUP_PAGER: '', PAGER: 'cat > "$FILE"' }, false],
    ['is cat', { PAGER: 'cat' }, false],
    ['is less, and not there', { PATH: '/nowhere' }, false],
    ['is left before it has read everything', { PAGER: 'true' }, true],
    ['fails', { PAGER: 'exit 3' }, true],
  ])('that %s is no error', (_what, variables, isShown) => {
    expect(seenBy(variables, 'line\n'.repeat(100_000))).toEqual({ isShown, seen: null });
  });

  test('on Windows is one that the rep has chosen', () => {
    expect(showPaged('x', { platform: 'win32', env: { PATH } })).toBe(false);
  });
});

describe.skipIf(!HAS_PTY)('at a terminal', () => {
  const PAGER = 'cat > seen';
  async function reader() {
    const user = newTerminalUser();
    await user.run('demo');
    const db = '--db .local/share/followup/demo-en.db';
    const seen = (): string | null => {
      const file = join(user.home, 'seen');
      return existsSync(file) ? readFileSync(file, 'utf8') : null;
    };
    return { ...user, db, seen };
  }

  test.each([
    ['list', '15 deals'],
    ['today --all', 'followup draft'],
    ['why 1', 'sum'],
    ['show 1', 'History'],
    ['note --help', 'Examples:'],
    ['help note', 'Examples:'],
  ])('%s is paged to its end', async (command, end) => {
    const { type, db, seen } = await reader();
    expect(type(`followup ${db} ${command}`, { PAGER, NO_COLOR: '1' })).toBe('0');
    expect(seen()).toContain(end);
  });

  test.each([
    ['that fits the screen', 'list', {}, 100],
    ['in a pipe', 'list | cat', {}, 10],
    ['in JSON', 'list --json', {}, 10],
    ['with --no-pager', 'list --no-pager', {}, 10],
    ['where nobody is to be asked', 'list --no-input', {}, 10],
    ['where there is no pager', 'list', { PAGER: 'no-such-pager' }, 10],
  ])('an answer %s is printed', async (_what, command, env, rows) => {
    const { type, db, seen } = await reader();
    const shown = type(`followup ${db} ${command}`, { PAGER, ...env }, rows);
    expect([shown.split('\n').at(-1), seen()]).toEqual(['0', null]);
    expect(shown).toContain('Hartley');
  });

  test('config turns it off', async () => {
    const { type, db, seen, run } = await reader();
    await run('config', 'set', 'pager', 'off');
    expect(type(`followup ${db} list`, { PAGER })).toContain('Hartley');
    expect(seen()).toBe(null);
    expect((await run('config', 'set', 'pager', 'sometimes')).code).toBe(2);
  });

  test('Ctrl-C belongs to the pager, and the exit code to the answer', async () => {
    const { type, db, seen } = await reader();
    expect(type(`followup ${db} list`, { PAGER: 'kill -INT $PPID; cat > seen' })).toBe('0');
    expect(seen()).toContain('Hartley');
  });
});
