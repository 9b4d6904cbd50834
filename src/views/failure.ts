import type { Facts, Failure } from '../core/failure.ts';
import { DealChanged } from '../core/meanwhile.ts';
import { similarTo } from '../core/similar.ts';
import { changeLines, stepText } from './changed.ts';
import type { FailureText } from './failurewords.ts';
import { clip, wrap } from './layout.ts';
import type { Page } from './page.ts';
import { printable, printableJson } from './printable.ts';
import type { Words } from './words.ts';

/** What was typed is quoted to be recognised, not to be read whole. */
const QUOTED_WIDTH = 120;

/** Returns what a failure says in the user's language. Nothing that is quoted in it can begin a line of its own. */
export function failureText(failure: Failure, words: Words, page?: Page): FailureText {
  const { message, hint } = saying(failure, words, page);
  return { message, hint: [hint, ...commandsOf(failure)].filter((part) => part !== '').join(' ') };
}

function saying(failure: Failure, words: Words, page: Page | undefined): FailureText {
  const say = words.failures[failure.code] ?? words.failures.bug;
  const text = say?.({ ...quotable({ value: failure.code, ...failure.facts }), ...changedFacts(failure, page) }) ?? {
    message: failure.code,
    hint: '',
  };
  const meant = meantBy(failure.facts);
  return meant === undefined ? text : { ...text, hint: words.help.didYouMean(meant, text.hint) };
}

/** What is on a deal's page is named as it is there. */
function changedFacts(failure: Failure, page: Page | undefined): Facts {
  if (!(failure instanceof DealChanged) || !page) return {};
  const { meanwhile } = failure;
  return { who: stepText(meanwhile, page), changes: changeLines(meanwhile, page) };
}

/** What would do it: each a command line that is whole, to be copied. */
function commandsOf({ facts: { commands } }: Failure): readonly string[] {
  return Array.isArray(commands) ? commands.map(printable) : [];
}

/** Returns which of the choices was probably meant. */
function meantBy({ value, key, choices }: Facts): string | undefined {
  const typed = value ?? key;
  return typeof typed === 'string' && Array.isArray(choices) ? similarTo(typed, choices) : undefined;
}

/** A path and an address stay whole, to be copied. */
function quotable(facts: Facts): Facts {
  const quoted = (name: string, text: string): string =>
    ['file', 'address'].includes(name) ? printable(text) : clip(printable(text), QUOTED_WIDTH);
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      if (typeof fact === 'number') return [name, fact];
      return [name, typeof fact === 'string' ? quoted(name, fact) : fact.map((text) => quoted(name, text))];
    }),
  );
}

/** Of a message that names a path its lines stay whole, to be copied, as a command does; all else is wrapped. */
export function failureView(failure: Failure, words: Words, width: number | null, page?: Page): string {
  const { message, hint } = saying(failure, words, page);
  const said = hasPath(failure.facts) ? [message] : wrap(message, width);
  return [...said, ...(hint === '' ? [] : wrap(hint, width)), ...commandsOf(failure).map((it) => `  ${it}`)].join('\n');
}

function hasPath(facts: Facts): boolean {
  return Object.entries(facts).some(
    ([name, fact]) => name === 'file' || (name !== 'commands' && /[/\\]/.test(String(fact))),
  );
}

/** Returns the failure as scripts read it. */
export function failureJson(failure: Failure, words: Words, page?: Page): string {
  return printableJson({ error: { code: failure.code, ...failureText(failure, words, page) } });
}
