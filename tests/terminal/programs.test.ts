import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyToClipboard } from '../../src/terminal/clipboard.ts';
import { editText } from '../../src/terminal/editor.ts';
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

  test('on Windows is given UTF-16', async () => {
    const { folder, PATH } = programs({ 'clip.exe': SAVE('clip') });
    await copyToClipboard('林', { platform: 'win32', env: { PATH } });
    expect(readFileSync(join(folder, 'clip')).toString('utf16le')).toBe('\ufeff林');
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

  test('VISUAL comes before EDITOR; one that fails is said', async () => {
    await expect(edit('a', { VISUAL: 'false', EDITOR: 'true' })).rejects.toMatchObject({ code: 'editor_failed' });
    await expect(edit('a', { EDITOR: 'no-such-editor-here' })).rejects.toMatchObject({ code: 'editor_failed' });
    expect(await edit('a', { VISUAL: 'true' })).toBe('a');
  });
});
