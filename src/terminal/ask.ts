import { Cancelled } from '../core/failure.ts';
import type { Ask } from './terminal.ts';

/** Questions are talk: they go to stderr, which is opened with the first of them. */
const TALK = {
  get output() {
    return process.stderr;
  },
  clearPromptOnDone: false,
} as const;

/** Returns a way to ask with Inquirer, which is loaded at the first question only. */
export function createAsk(): Ask {
  return {
    async text({ message, hint, check }) {
      const { input } = await load();
      const prompt = hint ? `${message}\n  ${hint}\n ` : message;
      const config = { message: prompt, validate: (text: string) => check?.(text.trim()) ?? true };
      return (await cancellable(input(config, TALK))).trim();
    },
    async confirm(message, isYesUsual) {
      const { confirm } = await load();
      return cancellable(confirm({ message, default: isYesUsual }, TALK));
    },
    async choose(message, choices) {
      const { select } = await load();
      return cancellable(select({ message, choices: [...choices], loop: false }, TALK));
    },
    async pick(message, choices) {
      const { checkbox } = await load();
      return cancellable(checkbox({ message, choices: [...choices], loop: false }, TALK));
    },
    async key(message, legend, keys) {
      const { askKey } = await import('./key.ts');
      return cancellable(askKey({ message, legend, keys }, TALK));
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
      const config = { message, source: offered, initialValue: typed, theme: { style: { keysHelpTip: () => hint } } };
      try {
        return await cancellable(search(config, { ...TALK, signal: failed.signal }));
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
