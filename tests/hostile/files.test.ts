import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/core/deal.ts';
import { textToCell } from '../../src/core/import/spreadsheet.ts';
import { csvLines } from '../../src/exchange/csvout.ts';
import { tellable } from './story.ts';
import { HOSTILE, NAUGHTY } from './texts.ts';
import { type Watched, watchedDesk } from './watched.ts';

const TEXTS = tellable([...HOSTILE.map(([, text]) => text), ...NAUGHTY.filter((_, at) => at % 4 === 0)]);

async function tableOf(desk: Watched, rows: readonly (readonly string[])[]): Promise<string> {
  const file = join(desk.folder, 'deals.csv');
  writeFileSync(file, await csvLines(rows.map((cells) => cells.map(textToCell))));
  return file;
}

describe('a file that somebody else wrote', () => {
  test.each(LANGUAGES)('comes in as it is, and is shown harmless whatever stands in it (%s)', async (language) => {
    const desk = await watchedDesk(50, { language });
    const rows = TEXTS.map((text, n) => [`${n}`, text, text, text, text]);
    const file = await tableOf(desk, [['Id', 'Customer', 'Title', 'Next step', 'Mood'], ...rows]);
    const rejects = join(desk.folder, 'refused.csv');
    expect((await desk.run('import', file, '--dry-run', '--skip-bad')).code).toBe(0);
    const { code, out } = await desk.run(
      'import',
      file,
      '--keep-unmapped',
      '--skip-bad',
      '--rejects',
      rejects,
      '--json',
    );
    expect([code, JSON.parse(out).created]).toEqual([0, TEXTS.length]);
    for (const view of [['undo', '--list'], ['doctor'], ['list'], ['today', '--all'], ['undo', '--dry-run']]) {
      await desk.run(...view);
      await desk.run(...view, '--json');
    }
    for (const format of ['csv', 'json', 'ics']) await desk.run('export', '-o', join(desk.folder, `out.${format}`));
    expect((await desk.run('import', join(desk.folder, 'out.csv'), '--json')).out).toContain(
      `"unchanged": ${TEXTS.length}`,
    );
    desk.expectNoProblem();
  });

  test('may have any text for a header, a stage, a date or an amount', async () => {
    const desk = await watchedDesk(50);
    for (const text of TEXTS) {
      const file = await tableOf(desk, [
        ['Customer', 'Stage', 'Amount', 'Close date', text],
        ['Aoki', text, text, text, text],
      ]);
      await desk.run('import', file);
      await desk.run('import', file, '--json');
      await desk.run('import', file, '--kind', 'contacts');
    }
    desk.expectNoProblem();
  });
});

test('any text may be given where a file, a way to read it, a step or a person is expected', async () => {
  const desk = await watchedDesk(50);
  await desk.run('add', 'Aoki', '--contact', 'Keiko Mori');
  const file = await tableOf(desk, [['Customer'], ['Sato']]);
  for (const text of TEXTS.filter((_, at) => at % 2 === 0)) {
    const told = [
      'map',
      'mapping',
      'stage',
      'date-format',
      'decimal',
      'encoding',
      'delimiter',
      'skip',
      'on-duplicate',
      'kind',
      'format',
      'type',
    ];
    for (const flag of told) await desk.run('import', file, `--${flag}=${text}`, '--dry-run');
    await desk.run('export', '--format', 'json', `--encoding=${text}`);
    await desk.run('export', `--format=${text}`);
    if (text === '-') continue;
    for (const command of ['undo', 'forget', 'restore']) await desk.run(command, '--dry-run', '--', text);
  }
  desk.expectNoProblem();
});
