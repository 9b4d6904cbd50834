import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyToClipboard } from '../../src/terminal/clipboard.ts';
import { editorCall, editText } from '../../src/terminal/editor.ts';
import { freshFolder } from '../support/folder.ts';

/** A folder of programs that write down what they are given. */
function programs(names: Readonly<Record<string, string>>): { folder: string; PATH: string } {
  const folder = freshFolder();
  for (const [name, script] of Object.entries(names)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return { folder, PATH: folder };
}

const SAVE = (file: string): string => `/bin/cat > "$(/usr/bin/dirname "$0")/${file}"`;

describe.skipIf(process.platform === 'win32')('the clipboard', () => {
  test('is the platform’s own, and takes the text as it is', async () => {
    const { folder, PATH } = programs({ pbcopy: SAVE('mac'), xclip: SAVE('x11'), 'wl-copy': SAVE('wayland') });
    await copyToClipboard('林様\nR&D', { platform: 'darwin', env: { PATH } });
    await copyToClipboard('林様\nR&D', { platform: 'linux', env: { PATH } });
    await copyToClipboard('林様\nR&D', { platform: 'linux', env: { PATH, WAYLAND_DISPLAY: 'wayland-0' } });
    for (const file of ['mac', 'x11', 'wayland']) expect(readFileSync(join(folder, file), 'utf8')).toBe('林様\nR&D');
  });

  test('goes on to the next program where one is missing or fails', async () => {
    const { folder, PATH } = programs({ xclip: 'exit 1', xsel: SAVE('xsel') });
    await copyToClipboard('a', { platform: 'linux', env: { PATH } });
    expect(readFileSync(join(folder, 'xsel'), 'utf8')).toBe('a');
  });

  test.each(['win32', 'linux'] as const)(
    'on Windows, from there or from its Linux, is given UTF-16 and its line ends: %s',
    async (platform) => {
      const { folder, PATH } = programs({ 'clip.exe': SAVE('clip') });
      await copyToClipboard('林\n様\r\n', { platform, env: { PATH } });
      expect(readFileSync(join(folder, 'clip')).toString('utf16le')).toBe('\ufeff林\r\n様\r\n');
    },
  );

  test('of a Mac is told that the text is UTF-8, whatever the locale', async () => {
    const { folder, PATH } = programs({ pbcopy: `echo "$LC_ALL" > "$(/usr/bin/dirname "$0")/locale"` });
    await copyToClipboard('林', { platform: 'darwin', env: { PATH, LC_ALL: 'C' } });
    expect(readFileSync(join(folder, 'locale'), 'utf8')).toBe('en_US.UTF-8\n');
  });

  test('that is not there is said', async () => {
    await expect(copyToClipboard('a', { platform: 'linux', env: { PATH: freshFolder() } })).rejects.toMatchObject({
      code: 'no_clipboard',
    });
  });
});

describe.skipIf(process.platform === 'win32')('the editor', () => {
  const edit = (text: string, env: NodeJS.ProcessEnv) => editText(text, { platform: 'linux', env });

  test('opens a private file, and its words are kept apart from the file’s', async () => {
    const { folder } = programs({
      ed: `[ "$1" = --wait ] || exit 9\nprintf '%s' "$2" > "${'$'}(dirname "$0")/name"\nls -l "$2" > "$(dirname "$0")/mode"\nprintf 'more\\r\\n' >> "$2"`,
    });
    expect(await edit('text\n', { EDITOR: `${join(folder, 'ed')} --wait` })).toBe('text\nmore\n');
    expect(readFileSync(join(folder, 'mode'), 'utf8')).toMatch(/^-rw-------/);
    expect(existsSync(readFileSync(join(folder, 'name'), 'utf8'))).toBe(false);
  });

  test.each([
    ['in quotes', (file: string) => `"${file}" --wait`],
    ['without', (file: string) => file],
  ])('may lie in a folder with spaces in its name, %s', async (_how, editor) => {
    const folder = join(freshFolder(), 'My Programs');
    mkdirSync(folder);
    const file = join(folder, 'ed');
    writeFileSync(file, '#!/bin/sh\nfor last; do :; done\nprintf more >> "$last"\n', { mode: 0o755 });
    expect(await edit('text ', { EDITOR: editor(file) })).toBe('text more');
  });

  test.each([
    ['notepad', '"notepad "C:\\a b\\draft.txt""'],
    ['"C:\\Program Files\\Code\\code.cmd" --wait', '""C:\\Program Files\\Code\\code.cmd" --wait "C:\\a b\\draft.txt""'],
  ])('on Windows goes to its shell, quotes and all: %s', (editor, line) => {
    const call = editorCall(editor, 'C:\\a b\\draft.txt', { platform: 'win32', env: {} });
    expect(call).toEqual({ program: 'cmd.exe', words: ['/d', '/s', '/c', line], isVerbatim: true });
  });

  test('may save UTF-16', async () => {
    const { folder } = programs({ ed: `printf '\\377\\376a\\000' > "$1"` });
    expect(await edit('text', { EDITOR: join(folder, 'ed') })).toBe('a');
  });

  test('VISUAL comes before EDITOR; one that fails is said', async () => {
    await expect(edit('a', { VISUAL: 'false', EDITOR: 'true' })).rejects.toMatchObject({ code: 'editor_failed' });
    await expect(edit('a', { EDITOR: 'no-such-editor-here' })).rejects.toMatchObject({ code: 'editor_failed' });
    expect(await edit('a', { VISUAL: 'true' })).toBe('a');
  });
});
