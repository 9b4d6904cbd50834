import { test } from 'vitest';
import { ON_FILE } from '../support/engine.ts';
import { lookAtAll, story, tellable } from './story.ts';
import { NAUGHTY } from './texts.ts';
import { watchedDesk } from './watched.ts';

test('the big list of naughty strings goes through every field and every view', { timeout: 120_000 }, async () => {
  const desk = await watchedDesk(50);
  // A server takes longer, and does to each of them what it does to the others.
  const texts = tellable(NAUGHTY.filter((_, at) => ON_FILE || at % 8 === 0));
  for (const n of texts.keys()) await story(desk, texts, n);
  await lookAtAll(desk);
  desk.expectNoProblem();
});
