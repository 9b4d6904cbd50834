import { expect } from 'vitest';
import { widthOf } from '../../src/views/layout.ts';
import { type Desk, type DeskOptions, type Ran, setUpDesk } from '../support/desk.ts';
import { obeyedLines } from './texts.ts';

export interface Watched extends Desk {
  /** Fails where anything was said that a terminal obeys, that is wider than the screen, or that is no answer of ours. */
  expectNoProblem(): void;
}

/** What is there to be copied whole: a letter, and a value as it was set. */
const NOT_LAID_OUT = ['--json', 'draft', 'config'];

/** Returns a desk that keeps an eye on everything that is said at it. */
export async function watchedDesk(columns: number, options: DeskOptions = {}): Promise<Watched> {
  const desk = await setUpDesk({ ...options, width: columns });
  const problems: string[] = [];
  // A path stays whole, so that it can be copied.
  const isTooWide = (line: string): boolean => widthOf(line) > columns && !line.includes(desk.folder);
  const look = <Result extends Ran>(ran: Result, argv: readonly string[], transcript = ''): Result => {
    const complain = (what: string, found: readonly unknown[]): void => {
      if (found.length > 0) problems.push(`${what}: ${JSON.stringify(argv)}: ${JSON.stringify(found.slice(0, 3))}`);
    };
    complain('ended', [0, 1, 2, 3].includes(ran.code) ? [] : [ran]);
    complain('obeyed', obeyedLines(`${ran.out}\n${ran.err}\n${transcript}`));
    const isLaidOut = !argv.some((word) => NOT_LAID_OUT.includes(word));
    complain('too wide', isLaidOut ? ran.out.split('\n').filter(isTooWide) : []);
    return ran;
  };
  return {
    ...desk,
    run: async (...argv) => look(await desk.run(...argv), argv),
    async answering(replies, ...argv) {
      const ran = await desk.answering(replies, ...argv);
      // What the rep types is on their screen already.
      const asked = replies.reduce<string>(
        (text, reply) => text.replaceAll(`\n> ${String(reply).trim()}`, ''),
        ran.transcript,
      );
      return look(ran, argv, asked);
    },
    expectNoProblem: () => expect(problems).toEqual([]),
  };
}
