import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshFolder } from '../support/folder.ts';
import { buildIfOld } from '../support/program.ts';
import { crash } from './crash.ts';
import { writeAtOnce } from './writers.ts';

beforeAll(buildIfOld, 120_000);

const bin = join(import.meta.dirname, '..', '..', 'bin', 'followup.js');

/** `CRASH_SEED` repeats a run; a failure names it. */
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 2 ** 31);

describe('a short run; npm run test:crash is the long one', () => {
  test(`killed at random moments, a command is wholly there or not at all (CRASH_SEED=${seed})`, {
    timeout: 120_000,
  }, async () => {
    const counts = await crash({ folder: freshFolder(), bin, seed, kills: 20, smallRows: 10, largeRows: 200 });
    expect(counts.killedAbsent + counts.killedPresent).toBe(20);
  });

  test('eight programs that write at once all succeed', { timeout: 120_000 }, async () => {
    const { recorded } = await writeAtOnce({ folder: freshFolder(), bin, writers: 8, commands: 5 });
    expect(recorded).toBe(40);
  });
});
