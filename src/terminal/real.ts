import { createAsk } from './ask.ts';
import { link, withoutLinks } from './link.ts';
import { isTerminal, type Output, STDERR, STDIN, STDOUT, toFile, toTerminal } from './output.ts';
import { isLong, showPaged } from './pager.ts';
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
  const isScreen = isTerminal(STDOUT);
  const out = isScreen ? toTerminal(process.stdout) : toFile(STDOUT);
  // Most commands say nothing beside their answer.
  let talk: Output | undefined;
  const say = (text: string): void => {
    talk ??= isTerminal(STDERR) ? toTerminal(process.stderr) : toFile(STDERR);
    try {
      talk.write(`${text}\n`);
    } catch {
      // There is nowhere left to say so.
    }
  };
  const mayTalk = isScreen && isTerminal(STDERR);
  const isThere = mayTalk && isTerminal(STDIN);
  const answer = (text: string): void => {
    if (text !== '') out.write(`${text}\n`);
  };
  const page = (text: string): void => {
    if (!isLong(text, process.stdout.rows) || !showPaged(withoutLinks(text), process)) answer(text);
  };
  const paint = await createPaint(mayColor && hasColor(env, isScreen), mayTalk && env.TERM !== 'dumb');
  return {
    width: isScreen ? Math.max(process.stdout.columns || 80, 20) : null,
    paint,
    answer,
    send: out.send,
    note: (text) => {
      if (!isQuiet) say(text);
    },
    complain: say,
    ...(mayAsk && isThere ? { askIn: (words) => createAsk(words, paint) } : {}),
    // A pager waits for a key, as a question does.
    ...(mayAsk && mayPage && isThere ? { page } : {}),
    progress: async () => (!isQuiet && isTerminal(STDERR) ? (await import('./progress.ts')).openProgress() : null),
  };
}

/** https://no-color.org and https://force-color.org: set and not empty counts. */
function hasColor(env: NodeJS.ProcessEnv, isScreen: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isScreen && env.TERM !== 'dumb';
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
