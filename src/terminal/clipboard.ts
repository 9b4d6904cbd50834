import { spawn } from 'node:child_process';
import { Failure } from '../core/failure.ts';

interface Program {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly toBytes: (text: string) => Buffer;
  readonly env?: NodeJS.ProcessEnv;
}

const utf8 = (name: string, ...parameters: string[]): Program => ({ name, parameters, toBytes: Buffer.from });
/** Where no locale says UTF-8, as outside a terminal, `pbcopy` would take the text for MacRoman. */
const MAC: Program = { ...utf8('pbcopy'), env: { LC_ALL: 'en_US.UTF-8' } };
/** Without its byte order mark `clip.exe` takes UTF-16 for the code page of the console; lines end there as on all of Windows. */
const WINDOWS: Program = {
  name: 'clip.exe',
  parameters: [],
  toBytes: (text) => Buffer.from(`\ufeff${text.replace(/\r?\n/g, '\r\n')}`, 'utf16le'),
};

/** The platform's own programs, the likeliest first; the others may be there too (WSL has `clip.exe`). */
function programsFor(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly Program[] {
  if (platform === 'darwin') return [MAC];
  if (platform === 'win32') return [WINDOWS];
  const wayland = utf8('wl-copy');
  const x11 = [utf8('xclip', '-selection', 'clipboard'), utf8('xsel', '--clipboard', '--input')];
  return [...(env.WAYLAND_DISPLAY ? [wayland, ...x11] : [...x11, wayland]), WINDOWS];
}

/** Puts a text on the clipboard with the first program that is there and takes it. */
export async function copyToClipboard(
  text: string,
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process,
): Promise<void> {
  for (const program of programsFor(platform, env)) {
    if (await pipeTo(program, text, env)) return;
  }
  throw new Failure('no_clipboard');
}

/** Returns whether the program was there and took the text. */
function pipeTo(
  { name, parameters, toBytes, env: own }: Program,
  text: string,
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  return new Promise((resolve) => {
    // xclip and wl-copy stay behind to serve the text: their output must not keep us waiting.
    const child = spawn(name, parameters, { stdio: ['pipe', 'ignore', 'ignore'], env: { ...env, ...own } });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
    child.stdin.on('error', () => resolve(false));
    child.stdin.end(toBytes(text));
  });
}
