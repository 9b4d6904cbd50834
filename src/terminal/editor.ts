import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../core/failure.ts';

/** Opens the rep's editor on a text, in a file that only they can read, and returns what they saved. */
export async function editText(
  text: string,
  { env, platform }: Pick<NodeJS.Process, 'platform' | 'env'> = process,
): Promise<string> {
  const editor = editorOf(env, platform);
  if (!editor) throw new Failure('no_editor');
  const folder = await mkdtemp(join(tmpdir(), 'followup-'));
  try {
    const file = join(folder, 'draft.txt');
    await writeFile(file, text, { mode: 0o600 });
    if ((await runEditor(editor, file, platform)) !== 0) throw new Failure('editor_failed', { editor });
    return (await readFile(file, 'utf8')).replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function editorOf(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const usual = process.stdin.isTTY ? (platform === 'win32' ? 'notepad' : 'vi') : undefined;
  return env.VISUAL || env.EDITOR || usual;
}

/** `EDITOR` may hold words of its own (`code --wait`), so a shell reads it; the file is handed over apart from them. */
function runEditor(editor: string, file: string, platform: NodeJS.Platform): Promise<number> {
  return new Promise((resolve) => {
    const child =
      platform === 'win32'
        ? spawn(`${editor} "${file}"`, { stdio: 'inherit', shell: true })
        : spawn('sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: 'inherit' });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
