import type { Ask } from './terminal/terminal.ts';
import { wrap } from './views/layout.ts';

/** A question stands behind its sign, and goes on below its first word. */
const INDENT = '  ';
/** Behind a yes-or-no question stand its keys and the answer. */
const ANSWER_WIDTH = 14;

/** Returns a way to ask that breaks what it says between words: the prompts' own library breaks it anywhere. */
export function wrappedAsk(ask: Ask, width: number | null): Ask {
  if (width === null) return ask;
  const broken = (text: string, room = 0): string =>
    wrap(text, Math.max(8, width - INDENT.length - room)).join(`\n${INDENT}`);
  return {
    text: ({ message, hint, check }) =>
      ask.text({
        message: broken(message),
        hint: hint && broken(hint),
        ...(check && { check: (typed: string) => brokenOrNull(check(typed), broken) }),
      }),
    confirm: (message, isYesUsual) => ask.confirm(broken(message, ANSWER_WIDTH), isYesUsual),
    choose: (message, choices) => ask.choose(broken(message), choices),
    pick: (message, choices) => ask.pick(broken(message), choices),
    key: (message, legend, keys) => ask.key(broken(message), legend, keys),
    search: (question) =>
      ask.search({
        ...question,
        message: broken(question.message),
        hint: wrap(question.hint, width).join('\n'),
        nothing: broken(question.nothing),
      }),
  };
}

function brokenOrNull(complaint: string | null, broken: (text: string) => string): string | null {
  return complaint === null ? null : broken(complaint);
}
