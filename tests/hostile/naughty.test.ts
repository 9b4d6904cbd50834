import { test } from 'vitest';
import { lookAtAll, story, tellable } from './story.ts';
import { NAUGHTY } from './texts.ts';
import { watchedDesk } from './watched.ts';

test('the big list of naughty strings goes through every field and every view', { timeout: 120_000 }, async () => {
  const desk = await watchedDesk(50);
  const texts = tellable(NAUGHTY);
  for (const n of texts.keys()) await story(desk, texts, n);
  await lookAtAll(desk);
  desk.expectNoProblem();
});
