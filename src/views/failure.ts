import type { Failure } from '../core/failure.ts';
import type { FailureText } from './failurewords.ts';
import { wrap } from './layout.ts';
import { printableLines } from './printable.ts';
import type { Words } from './words.ts';

/** Returns what a failure says in the user's language. */
export function failureText(failure: Failure, words: Words): FailureText {
  const say = words.failures[failure.code] ?? words.failures.bug;
  const { message, hint } = say?.({ value: failure.code, ...failure.facts }) ?? { message: failure.code, hint: '' };
  return { message: printableLines(message), hint: printableLines(hint) };
}

/** The message stays on its line, since a path in it must be whole to be copied; the hint is wrapped. */
export function failureView(failure: Failure, words: Words, width: number | null): string {
  const { message, hint } = failureText(failure, words);
  return hint === '' ? message : [message, ...wrap(hint, width)].join('\n');
}

/** Returns the failure as scripts read it. */
export function failureJson(failure: Failure, words: Words): string {
  return JSON.stringify({ error: { code: failure.code, ...failureText(failure, words) } });
}
