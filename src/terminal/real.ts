import { isatty } from 'node:tty';
import { Failure } from '../core/failure.ts';
import { createAsk } from './ask.ts';
import { link, withoutLinks } from './link.ts';
import { isLong, showPaged } from './pager.ts';
import { openProgress } from './progress.ts';
import { type Paint, PLAIN, type SilentTerminal } from './terminal.ts';

export interface TerminalOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly isQuiet: boolean;
  readonly mayAsk: boolean;
  readonly mayColor: boolean;
  readonly mayPage: boolean;
}

/** Returns the terminal of this process. */
export async function openTerminal({
  env,
  isQuiet,
  mayAsk,
  mayColor,
  mayPage,
}: TerminalOptions): Promise<SilentTerminal> {
  const { stdout } = process;
  // A failure to send is said by the one who sends.
  let isSending = false;
  // A reader that has seen enough (`| head`) is not an error.
  const heeding = <Stream extends NodeJS.WriteStream>(stream: Stream): Stream =>
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      if (!isSending) throw error;
    });
  heeding(stdout);
  // To open the others takes time, and most commands say nothing on them.
  let talk: NodeJS.WriteStream | undefined;
  const say = (text: string): void => {
    talk ??= heeding(process.stderr);
    talk.write(`${text}\n`);
  };
  const [mayTalk, isThere] = [isatty(2), stdout.isTTY === true && isatty(2) && isatty(0)];
  const answer = (text: string): void => void stdout.write(text === '' ? '' : `${text}\n`);
  const page = (text: string): void => {
    if (!isLong(text, stdout.rows) || !showPaged(withoutLinks(text), process)) answer(text);
  };
  const paint = await createPaint(
    mayColor && hasColor(env, stdout.isTTY === true),
    stdout.isTTY && mayTalk && env.TERM !== 'dumb',
  );
  return {
    width: stdout.isTTY ? Math.max(stdout.columns || 80, 20) : null,
    paint,
    answer,
    send: (bytes) => {
      isSending = true;
      return new Promise((resolve, reject) => {
        stdout.write(bytes, (error) => {
          if (!error) resolve();
          else if ((error as NodeJS.ErrnoException).code !== 'EPIPE') reject(new Failure('output_failed'));
        });
      });
    },
    note: (text) => {
      if (!isQuiet) say(text);
    },
    complain: say,
    ...(mayAsk && isThere ? { askIn: (words) => createAsk(words, paint) } : {}),
    // A pager waits for a key, as a question does.
    ...(mayAsk && mayPage && isThere ? { page } : {}),
    ...(mayTalk && !isQuiet ? { progress: openProgress } : {}),
  };
}

/** https://no-color.org and https://force-color.org: set and not empty counts. */
function hasColor(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

/** What makes colours and links is loaded only where there may be some. */
async function createPaint(isColored: boolean, mayLink: boolean): Promise<Paint> {
  return { ...PLAIN, ...(isColored ? await createColors() : {}), ...(mayLink ? await createLinks() : {}) };
}

/** Returns our colours: of the eight of every terminal only these two can be read on white as well as on black. */
export async function createColors(): Promise<Omit<Paint, 'link'>> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    accent: (text) => chalk.magenta(text),
    warm: (text) => chalk.red(text),
  };
}

async function createLinks(): Promise<Partial<Paint>> {
  const { createSupportsHyperlinks } = await import('supports-hyperlinks');
  return createSupportsHyperlinks(process.stdout) ? { link } : {};
}
