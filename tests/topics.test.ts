import { beforeAll, describe, expect, test } from 'vitest';
import { ANGLE_CODES } from '../src/core/codes.ts';
import type { Day } from '../src/core/day.ts';
import { ENDED_STATES, LANGUAGES } from '../src/core/deal.ts';
import { IMPORT_FIELDS } from '../src/core/import/field.ts';
import { RELATIVE_FORMS } from '../src/core/relativeday.ts';
import { readDay } from '../src/core/spokenday.ts';
import { joinJapanese, narrow } from '../src/core/text.ts';
import { WRITTEN_FORMS } from '../src/core/writtenday.ts';
import { mapHeaders } from '../src/exchange/headers/headers.ts';
import { dayWords } from '../src/views/day.ts';
import { headers as headersEn } from '../src/views/en/topics/import.ts';
import { fields as fieldsEn } from '../src/views/en/topics/json.ts';
import { headers as headersJa } from '../src/views/ja/topics/import.ts';
import { fields as fieldsJa } from '../src/views/ja/topics/json.ts';
import { widthOf } from '../src/views/layout.ts';
import { TOPICS } from '../src/views/topicwords.ts';
import { type Desk, setUpDesk } from './support/desk.ts';
import { hireTypist, type Typist } from './support/typed.ts';

const TODAY = '2025-07-22' as Day;
const HEADERS = { en: headersEn, ja: headersJa };
const FIELDS = { en: fieldsEn, ja: fieldsJa };

/** The rows of a page: term and meaning. */
function rowsOf(page: string): (readonly [term: string, meaning: string])[] {
  return [...page.matchAll(/^ {2}(\S.*?) {2,}(\S.*)$/gm)].map(
    ([, term = '', meaning = '']) => [term, meaning] as const,
  );
}

describe.each(LANGUAGES)('the pages of help (%s)', (language) => {
  let desk: Desk;
  let typist: Typist;
  const page = async (topic: string): Promise<string> => (await desk.run('help', topic)).out;
  beforeAll(async () => {
    desk = await setUpDesk({ language });
    typist = await hireTypist(language);
  });

  test.each(TOPICS)('%s is there, in its own language, and in the list', async (topic) => {
    const { code, out, err } = await desk.run('help', topic);
    expect([code, err]).toEqual([0, '']);
    expect(/[ぁ-ん]{3}/.test(out)).toBe(language === 'ja');
    expect(out).not.toMatch(/undefined|NaN|\[object/);
    expect((await desk.run('--help')).out).toMatch(new RegExp(`^  ${topic} {2,}\\S`, 'm'));
  });

  test.each(TOPICS)('%s fits 80, 60 and 50 columns, and a pipe wraps nothing', async (topic) => {
    const piped = await page(topic);
    for (const width of [80, 60, 50]) {
      const narrow = await setUpDesk({ language, width });
      const { out } = await narrow.run('help', topic);
      // What is typed is there to be copied and stands on its line.
      const lines = out.split('\n').filter((line) => !/^( |Usage:|使い方:) *(followup|\{)/.test(line));
      expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
      expect(out.replace(/\s/g, '')).toBe(piped.replace(/\s/g, ''));
    }
  });

  test.each(TOPICS)('every command line on %s runs', async (topic) => {
    const lines = (await page(topic))
      .split('\n')
      .filter((line) => /^ {2}followup /.test(line) && !/ {2}\S.* {2}\S/.test(line));
    for (const line of lines
      .map((it) => it.trim())
      .filter((it) => topic !== 'exit-codes' || it.includes(' < ') || it.includes(' > '))) {
      const { code, err } = await typist.type(line);
      expect([line, code, err]).toEqual([line, 0, expect.any(String)]);
    }
  });

  test('method names every angle, and every way a deal ends', async () => {
    const terms = rowsOf(await page('method')).map(([term]) => term.replace(/（.*/, ''));
    expect(terms).toEqual(expect.arrayContaining([...ANGLE_CODES, ...ENDED_STATES]));
  });

  test('method says the numbers in force', async () => {
    await desk.run('config', 'set', 'minimum_gap', '4321');
    expect(await page('method')).toMatch(/4321/);
    await desk.run('config', 'unset', 'minimum_gap');
    expect(await page('method')).not.toMatch(/4321/);
  });

  test('dates shows every form there is, and what it means today', async () => {
    const [, ...meanings] = rowsOf(await page('dates'));
    const { full } = dayWords(language, TODAY);
    const texts = new Set(meanings.map(([form]) => joinJapanese(narrow(form).toLowerCase())));
    const unseen = [...WRITTEN_FORMS, ...RELATIVE_FORMS].filter(
      ([form]) => ![...texts].some((text) => form.test(text)),
    );
    expect(unseen.map(String)).toEqual([]);
    const ahead = full(readDay('9/30', TODAY));
    const behind = full(readDay('9/30', TODAY, 'behind'));
    expect(meanings.filter(([form]) => form === '9/30').map(([, day]) => day)).toEqual([ahead, behind]);
    const other = await desk.run('help', 'dates', '--today', '2030-01-02');
    expect(other.out).toContain(full('2030-01-03' as Day));
  });

  test.each(['--on', '--last-contact', '--proposed'])('dates is right that %s looks back', async (flag) => {
    const add = await setUpDesk({ language });
    await add.run('add', 'Aoki');
    const [command, ...rest] = flag === '--on' ? ['note', '1', 'wrote', '--angle', 'info'] : ['edit', '1'];
    const shown = await add.json(command ?? '', ...rest, flag, '9/30');
    expect(JSON.stringify(shown)).toContain('2024-09-30');
  });

  test('dates counts with the holidays and closed days that are set', async () => {
    const own = await setUpDesk({ language });
    await own.run('config', 'set', 'holidays', 'jp');
    await own.run('config', 'set', 'closed-days', '07-23');
    const { out } = await own.run('help', 'dates');
    const days = dayWords(language, TODAY);
    expect(out).toContain(days.full('2025-08-11' as Day));
    expect(rowsOf(out)).toContainEqual(['10bd', days.full('2025-08-06' as Day)]);
    expect(out).toContain('07-23');
  });

  test('import is right about every header, and names every field', async () => {
    for (const [field, samples] of Object.entries(HEADERS[language])) {
      const headers = samples.split(/, |、/);
      expect(headers.map((header) => [header, mapHeaders([header], new Map())[0]?.field])).toEqual(
        headers.map((header) => [header, field]),
      );
    }
    const text = await page('import');
    expect(IMPORT_FIELDS.filter((field) => !new RegExp(`(?<![-\\w])${field}(?![-\\w])`).test(text))).toEqual([]);
    const others = IMPORT_FIELDS.filter((field) => HEADERS[language][field] === undefined);
    expect(others.filter((field) => mapHeaders([field], new Map())[0]?.field !== field)).toEqual([]);
  });

  test('exit-codes is right about its examples', async () => {
    const text = await page('exit-codes');
    const promised = [...text.matchAll(/^ {2}(followup .*?)(?: {2,}|\n {6})(\d+): /gm)];
    expect(promised.length).toBe(5);
    for (const [, line = '', code] of promised)
      expect([line, (await typist.type(line)).code]).toEqual([line, Number(code)]);
    const codes = rowsOf(text).map(([term]) => term);
    expect(codes).toEqual(expect.arrayContaining(['0', '1', '2', '3', '70', '130']));
  });
});

describe('the page of JSON has what is there, and all of it', () => {
  type Objects = readonly Record<string, unknown>[];
  const real = {} as Record<keyof typeof fieldsEn, Objects>;

  beforeAll(async () => {
    const desk = await setUpDesk();
    const day = await desk.json('demo');
    const db = ['--db', day.file];
    const today = await desk.json('today', ...db);
    const entries = Object.values(today.lists as Record<string, Objects>).flat();
    const typist = await hireTypist('en');
    const typed = async (line: string) => JSON.parse((await typist.type(`${line} --json`)).out);
    const imported = await typed('followup import deals.csv --map Region=amount --skip-bad');
    const check = JSON.parse((await desk.run('check', 'Just checking in.', '--json')).out);
    const team = await desk.json('team', ...db);
    Object.assign(real, {
      today: [today],
      lists: [today.lists],
      entry: entries,
      deal: (await desk.json('list', ...db)).deals,
      term: entries.flatMap((it) => it.terms as Objects),
      show: [await desk.json('show', '1', ...db)],
      handover: (await desk.json('show', '1', '--handover', ...db)).pages,
      handing: [await desk.json('edit', '--where', 'state=open', '--owner', 'Sato', '--dry-run', ...db)],
      team: [team],
      rep: team.reps,
      draft: [await desk.json('draft', '1', ...db)],
      check: [check],
      finding: check.findings,
      import: [imported],
      reject: imported.rejects,
      move: [await typed('followup move /media/usb/followup.db')],
      error: [JSON.parse((await desk.run('show', 'nobody', '--json')).err).error],
    });
  });

  test.each(
    LANGUAGES.flatMap((it) => Object.keys(fieldsEn).map((shape) => [it, shape as keyof typeof fieldsEn] as const)),
  )('(%s) %s', (language, shape) => {
    const found = new Set(real[shape].flatMap((object) => Object.keys(object)));
    expect(real[shape].length).toBeGreaterThan(0);
    expect(Object.keys(FIELDS[language][shape]).sort()).toEqual([...found].sort());
  });

  test.each(LANGUAGES)('and its examples of jq find something (%s)', async (language) => {
    const desk = await setUpDesk({ language });
    const { file } = await desk.json('demo');
    const { out } = await desk.run('help', 'json');
    const examples = [...out.matchAll(/^ {2}followup (.*) --json \| jq (?:-r )?'(.*)'$/gm)];
    expect(examples.length).toBeGreaterThan(5);
    for (const [, typed = '', filter = ''] of examples) {
      const answer = await desk.json(...typed.split(' '), '--db', file);
      const found = jq(answer, filter);
      expect([filter, found.length > 0, found.includes(undefined)]).toEqual([filter, true, false]);
    }
  });
});

/** The little of jq that the examples need: `.a.b[].c`, `.a[0]`, `| length`. */
function jq(answer: unknown, filter: string): unknown[] {
  const [path = '', after] = filter.split(' | ');
  const steps = [...path.matchAll(/\.(\w+)|\[(\d*)\]/g)];
  const found = steps.reduce<unknown[]>(
    (values, [, name, index]) =>
      values.flatMap((value) => {
        if (name !== undefined) return [(value as Record<string, unknown>)[name]];
        return index === '' ? (value as unknown[]) : [(value as unknown[])[Number(index)]];
      }),
    [answer],
  );
  return after === 'length' ? found.map((value) => (value as unknown[]).length) : found;
}
