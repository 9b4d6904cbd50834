import { composed } from '../core/composed.ts';
import { Cancelled } from '../core/failure.ts';
import { promptTheme } from './prompttheme.ts';
import type { Ask, Paint, PromptWords } from './terminal.ts';

/** Where questions are put, and answers come from. */
interface Streams {
  readonly input?: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Questions are talk: they go to stderr, which is opened with the first of them. */
const TALK: Streams = {
  get output() {
    return process.stderr;
  },
};

/** Returns a way to ask with Inquirer, which is loaded at the first question only. */
export function createAsk(words: PromptWords, paint: Paint, streams = TALK): Ask {
  const theme = promptTheme(words, paint);
  return {
    async text({ message, hint, check }) {
      const { input } = await load();
      const prompt = hint ? `${message}\n  ${hint}\n ` : message;
      const config = { message: prompt, validate: (text: string) => check?.(text.trim()) ?? true, theme: theme.text };
      return composed((await cancellable(input(config, streams))).trim());
    },
    async confirm(message, isYesUsual) {
      const { confirm } = await load();
      return cancellable(confirm({ message, default: isYesUsual, theme: theme.confirm(isYesUsual) }, streams));
    },
    async choose(message, choices) {
      const { select } = await load();
      return cancellable(select({ message, choices: [...choices], loop: false, theme: theme.choose }, streams));
    },
    async pick(message, choices) {
      const { checkbox } = await load();
      return cancellable(checkbox({ message, choices: [...choices], loop: false, theme: theme.pick }, streams));
    },
    async key(message, legend, keys) {
      const { askKey } = await import('./key.ts');
      return cancellable(askKey({ message, legend, keys, prefix: theme.text.prefix }, streams));
    },
    async search({ message, hint, nothing, typed, source }) {
      const { search, Separator } = await load();
      // The prompt would show what goes wrong in the source, and go on asking.
      const failed = new AbortController();
      const offered = async (letters = '') => {
        try {
          const choices = await source(letters);
          return choices.length > 0 ? choices : [new Separator(nothing)];
        } catch (error) {
          failed.abort(error);
          return [];
        }
      };
      const config = { message, source: offered, initialValue: typed, theme: theme.search(hint) };
      try {
        return await cancellable(search(config, { ...streams, signal: failed.signal }));
      } catch (error) {
        throw failed.signal.aborted ? failed.signal.reason : error;
      }
    },
  };
}

function load(): Promise<typeof import('@inquirer/prompts')> {
  return import('@inquirer/prompts');
}

async function cancellable<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Cancelled();
    throw error;
  }
}
