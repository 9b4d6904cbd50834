import type { Facts, Failure } from '../core/failure.ts';
import { similarTo } from '../core/similar.ts';
import type { FailureText } from './failurewords.ts';
import { clip, wrap } from './layout.ts';
import { printable, printableJson } from './printable.ts';
import type { Words } from './words.ts';

/** What was typed is quoted to be recognised, not to be read whole. */
const QUOTED_WIDTH = 120;

/** Returns what a failure says in the user's language. Nothing that is quoted in it can begin a line of its own. */
export function failureText(failure: Failure, words: Words): FailureText {
  const say = words.failures[failure.code] ?? words.failures.bug;
  const text = say?.(quotable({ value: failure.code, ...failure.facts })) ?? { message: failure.code, hint: '' };
  const meant = meantBy(failure.facts);
  return meant === undefined ? text : { ...text, hint: words.help.didYouMean(meant, text.hint) };
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

/** The message stays on its line, since a path in it must be whole to be copied; the hint is wrapped. */
export function failureView(failure: Failure, words: Words, width: number | null): string {
  const { message, hint } = failureText(failure, words);
  return hint === '' ? message : [message, ...wrap(hint, width)].join('\n');
}

/** Returns the failure as scripts read it. */
export function failureJson(failure: Failure, words: Words): string {
  return printableJson({ error: { code: failure.code, ...failureText(failure, words) } });
}
