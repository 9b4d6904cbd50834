import type { Context } from './context.ts';

/** Files shorter than this are read before anybody could look up. */
const WORTH_WATCHING_BYTES = 1024 * 1024;

/** Says how far a long work has come, to whoever watches. */
export type Watch = (text: string) => Promise<void>;

/** Does the work while its progress stands on the terminal; off it, or with a small file, nothing is said. */
export async function watched<Result>(
  { terminal }: Context,
  size: number,
  work: (watch: Watch) => Promise<Result>,
): Promise<Result> {
  const progress = size < WORTH_WATCHING_BYTES ? null : await terminal.progress?.();
  try {
    return await work(async (text) => progress?.say(text));
  } finally {
    progress?.done();
  }
}
