import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../core/failure.ts';
import { bytesToText } from '../core/unicode.ts';

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
    if ((await runEditor(editor, file, { env, platform })) !== 0) throw new Failure('editor_failed', { editor });
    return bytesToText(await readFile(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns what starts the editor, as a shell reads it; a path with spaces in it that nobody put in quotes is put there. */
function editorOf(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const usual = process.stdin.isTTY ? (platform === 'win32' ? 'notepad' : 'vi') : undefined;
  const editor = env.VISUAL || env.EDITOR || usual;
  return editor?.includes(' ') && existsSync(editor) ? `"${editor}"` : editor;
}

/** The program and its words as they are spawned. A shell reads `EDITOR`, which may hold words of its own (`code --wait`). */
export function editorCall(
  editor: string,
  file: string,
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>,
): { readonly program: string; readonly words: readonly string[]; readonly isVerbatim: boolean } {
  if (platform !== 'win32') return { program: 'sh', words: ['-c', `${editor} "$1"`, 'sh', file], isVerbatim: false };
  // With /s it takes off the outer quotes and leaves those of paths alone.
  return { program: env.ComSpec ?? 'cmd.exe', words: ['/d', '/s', '/c', `"${editor} "${file}""`], isVerbatim: true };
}

function runEditor(editor: string, file: string, machine: Pick<NodeJS.Process, 'platform' | 'env'>): Promise<number> {
  const { program, words, isVerbatim } = editorCall(editor, file, machine);
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: 'inherit', windowsVerbatimArguments: isVerbatim });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
