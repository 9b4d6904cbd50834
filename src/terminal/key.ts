import { createPrompt, isEnterKey, useKeypress, useState } from '@inquirer/core';
import { narrow } from '../core/text.ts';
import type { Key } from './terminal.ts';

interface Question {
  readonly message: string;
  readonly legend: string;
  readonly keys: readonly Key<unknown>[];
  /** Before the message, while it is open and once it is answered. */
  readonly prefix: { readonly idle: string; readonly done: string };
}

/** Returns the value of the key that was pressed. */
export function askKey<Value>(
  question: Question & { readonly keys: readonly Key<Value>[] },
  context: Parameters<typeof prompt>[1],
): Promise<Value> {
  return prompt(question, context) as Promise<Value>;
}

const prompt = createPrompt<unknown, Question>(({ message, legend, keys, prefix }, done) => {
  const [pressed, setPressed] = useState<Key<unknown> | null>(null);
  useKeypress((event, line) => {
    // A Japanese keyboard may send the letter in full width.
    const letter = isEnterKey(event) ? 'Enter' : narrow(line.line).slice(-1).toLowerCase();
    line.clearLine(0);
    const found = keys.find(({ key }) => key === letter);
    if (!found) return;
    setPressed(found);
    done(found.value);
  });
  return pressed ? `${prefix.done} ${message}  ${pressed.name}` : `${prefix.idle} ${message}\n${legend}`;
});
