import { describe, expect, test } from 'vitest';
import en from '../../data/playbook.en.json' with { type: 'json' };
import ja from '../../data/playbook.ja.json' with { type: 'json' };
import { ANGLE_CODES, ANGLE_KINDS, SLOT_CODES } from '../../src/core/codes.ts';
import { STANDARD_SETS } from '../../src/core/material.ts';
import type { Opening, Playbook } from '../../src/core/playbook.ts';
import { playbookSchema } from '../../src/exchange/playbookSchema.ts';
import { readTemplate } from '../../src/exchange/template.ts';
import { fill } from '../../src/views/template.ts';

const books: Record<'en' | 'ja', Playbook> = { en: playbookSchema.parse(en), ja: playbookSchema.parse(ja) };
const languages = ['en', 'ja'] as const;
const everyOpening = languages.flatMap((language) =>
  ANGLE_CODES.flatMap((code) =>
    books[language].angles[code].openings.map((opening, n) => ({ language, code, n, opening })),
  ),
);

describe.each(languages)('the %s playbook', (language) => {
  const book = books[language];

  test('is the one it says it is', () => {
    expect(book.language).toBe(language);
  });

  test.each(ANGLE_CODES)('%s agrees with its kind and has two general openings that differ', (code) => {
    const { kind, openings } = book.angles[code];
    expect(kind).toBe(ANGLE_KINDS[code]);
    expect(openings.filter((opening) => opening.for === undefined).length).toBeGreaterThanOrEqual(2);
    expect(new Set(openings.map((opening) => opening.text)).size).toBe(openings.length);
  });

  test.each(ANGLE_CODES)('%s says what it must in every opening', (code) => {
    const { must, openings } = book.angles[code];
    for (const { text } of openings) expect(readTemplate(text).slots).toEqual(expect.arrayContaining([...must]));
  });

  test.each(ANGLE_CODES)('the subject of %s can always be filled', (code) => {
    expect(fill(book.angles[code].subject, { title: 'x' }, () => '').missing).toEqual([]);
  });

  test('a word names one material only', () => {
    const named = Object.values(book.materials).flatMap(({ name, aliases }) => [name, ...aliases]);
    const folded = named.map((word) => word.normalize('NFKC').toLowerCase());
    expect(folded.filter((word, n) => folded.indexOf(word) !== n)).toEqual([]);
  });
});

test('both languages have the same shape', () => {
  expect(shapeOf(books.ja)).toEqual(shapeOf(books.en));
});

test('a doubt leads the same way in both languages', () => {
  const ways = ({ doubts }: Playbook) =>
    Object.entries(doubts).map(([code, { angle, material }]) => [code, angle, material]);
  expect(ways(books.ja)).toEqual(ways(books.en));
});

test('the standard sets grow, and name no material twice', () => {
  const { small, mid, system } = STANDARD_SETS;
  expect(mid.slice(0, small.length)).toEqual(small);
  expect(system.slice(0, mid.length)).toEqual(mid);
  expect(new Set(system).size).toBe(system.length);
  for (const code of system) expect(books.en.materials[code].name).not.toBe('');
});

/** The phrases a message must not hold: status checks first, then pressure. Not the wording check; a guard on ourselves. */
const FORBIDDEN = [
  /check(ing|ed)? in\b|touch(ing)? base|circl(e|ing) back|follow(ing)? up|any (updates?|news)|bump(ing)?|get a chance/i,
  /status|how (is|are) (it|things) going|still (interested|of interest)|progress/i,
  /last chance|only \d+ left|before it's too late|not interested|several times|act now|hurry|haven't heard/i,
  /状況は?いかが|その後|進捗|ご検討いただけました|お返事をお待ち|ご確認いただけました|念のため|まだでしょうか/,
  /今だけ|本日限り|残りわずか|他社様はもう|お急ぎください|最後の機会|先着/,
  /御社|了解|取り急ぎ|させていただ|ますでしょうか|ご覧になられ|おっしゃられ|お伺いいたし|部長様|拝見いたし/,
];

test.each(everyOpening)('$language $code $n asks for no status and presses nobody', ({ opening }) => {
  for (const phrase of FORBIDDEN) expect(opening.text).not.toMatch(phrase);
});

test('what is said aloud, and the subject lines, keep to the same rule', () => {
  for (const book of Object.values(books)) {
    for (const { spoken, subject } of Object.values(book.angles)) {
      for (const phrase of FORBIDDEN) expect(`${spoken}\n${subject}`).not.toMatch(phrase);
    }
  }
});

test('working back always asks to be corrected', () => {
  for (const { text } of books.en.angles.workback.openings) expect(text).toContain('correct');
  for (const { text } of books.ja.angles.workback.openings) expect(text).toContain('ご訂正');
});

test('the answer is asked for with a no on offer', () => {
  for (const { text } of books.en.angles.verdict.openings) expect(text).toContain('\n3 no\n');
  for (const { text } of books.ja.angles.verdict.openings) expect(text).toContain('③ 見送る');
});

test('Japanese writing says 貴社', () => {
  expect(JSON.stringify(ja)).not.toContain('御社');
});

describe('the schema', () => {
  test('names the code that has no entry', () => {
    const { promise: _, ...angles } = en.angles;
    expect(problemsOf({ ...en, angles })).toEqual(['angles.promise']);
  });

  test('names the field it does not know', () => {
    expect(problemsOf({ ...en, angels: {} })).toEqual(['']);
    expect(problemsOf({ ...en, reasons: { ...en.reasons, silence: 'no reply' } })).toEqual(['reasons']);
  });

  test.each(['Hello {custmer}', 'Hello { customer }', 'Hello {customer', ' '])('refuses the opening %j', (text) => {
    const angles = { ...en.angles, date: { ...en.angles.date, openings: [{ text }] } };
    expect(problemsOf({ ...en, angles })).toEqual(['angles.date.openings.0.text']);
  });
});

test('no two blanks show the same label', () => {
  for (const { slots } of Object.values(books)) {
    const labels = SLOT_CODES.map((slot) => slots[slot].label);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

function problemsOf(book: unknown): string[] {
  return (playbookSchema.safeParse(book).error?.issues ?? []).map((issue) => issue.path.join('.'));
}

/** Returns the codes of a playbook, and the slots of its openings, without a word of its language. */
function shapeOf(book: Playbook): unknown {
  const { language: _, angles, ...lists } = book;
  return {
    angles: Object.entries(angles).map(([code, { kind, must, openings }]) => ({
      code,
      kind,
      must,
      openings: openings.map(openingShape),
    })),
    lists: Object.entries(lists).map(([list, entries]) => ({ list, codes: Object.keys(entries) })),
  };
}

function openingShape({ for: occasion, text }: Opening): unknown {
  return { for: occasion, slots: [...readTemplate(text).slots].sort() };
}
