import { expect, test } from 'vitest';
import { createColors } from '../src/terminal/real.ts';
import { PLAIN } from '../src/terminal/terminal.ts';
import { textToSvg } from './picture/svg.ts';
import { setUpDesk } from './support/desk.ts';

const COLUMNS = 80;
const TITLES = { en: 'followup today', ja: 'followup today の画面' };

// `npm run picture` draws them anew.
test.each(['en', 'ja'] as const)('the picture in the README shows what today shows (%s)', async (language) => {
  const paint = { ...PLAIN, ...(await createColors()) };
  const desk = await setUpDesk({ language, width: COLUMNS, paint });
  const { file } = await desk.json('demo');
  const { out } = await desk.run('today', '-n', '3', '--db', file);
  await expect(textToSvg(out, TITLES[language], COLUMNS)).toMatchFileSnapshot(`transcripts/today.${language}.svg`);
});

test('a picture has every sign in its cells, and every colour', () => {
  const picture = textToSvg('a \u001b[35m<青>\u001b[39m  b', 'title', 10);
  const drawn = [
    ...picture.matchAll(/<text x="([\d.]+)" .*?textLength="([\d.]+)"(?: class="([\w ]+)")?>(.*)<\/text>/g),
  ];
  expect(drawn.map(([, x, length, look, text]) => [Number(x), Number(length), look, text])).toEqual([
    [16, 8.4, undefined, 'a'],
    [32.8, 8.4, 'accent', '&#60;'],
    [41.2, 16.8, 'accent wide', '青'],
    [58, 8.4, 'accent', '&#62;'],
    [83.2, 8.4, undefined, 'b'],
  ]);
});
