import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crash } from './crash.ts';
import { writeAtOnce } from './writers.ts';

// The long run: CRASH_SEED repeats one, CRASH_KILLS sets its length.
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 2 ** 31);
const kills = Number(process.env.CRASH_KILLS ?? 500);
const bin = join(process.cwd(), 'bin', 'followup.js');
const folder = mkdtempSync(join(tmpdir(), 'followup-crash-'));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

try {
  say(`seed ${seed}`);
  const counts = await crash({ folder: join(folder, 'crash'), bin, seed, kills, smallRows: 20, largeRows: 2000 });
  const { answered, killedAbsent, killedPresent } = counts;
  say(
    `${killedAbsent + killedPresent} killed: ${killedAbsent} wholly absent, ${killedPresent} wholly present; ${answered} answered, all present`,
  );
  const { recorded, slowestMs } = await writeAtOnce({
    folder: join(folder, 'writers'),
    bin,
    writers: 8,
    commands: 200,
  });
  say(`8 writers at once: ${recorded} recorded, no errors, the slowest in ${Math.round(slowestMs)} ms`);
  rmSync(folder, { recursive: true });
} catch (error) {
  // What was found stays to be looked at.
  say(`${error instanceof Error ? error.message : error}\nThe books are in ${folder}`);
  process.exitCode = 1;
}
