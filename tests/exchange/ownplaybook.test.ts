import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/core/failure.ts';
import { readOwnPlaybooks } from '../../src/exchange/ownplaybook.ts';
import { builtInPlaybook } from '../../src/exchange/playbooks.ts';
import { setUpDesk } from '../support/desk.ts';
import { freshFolder } from '../support/folder.ts';

function read(...texts: readonly string[]) {
  const folder = freshFolder();
  return readOwnPlaybooks(
    texts.map((text, n) => {
      const file = join(folder, `${n}.yaml`);
      writeFileSync(file, text);
      return file;
    }),
  );
}

function problemOf(text: string): Record<string, unknown> {
  try {
    read(text);
  } catch (error) {
    const { code, facts } = error as Failure;
    const { file: _, ...rest } = facts;
    return { code, ...rest };
  }
  return {};
}

const GIVEN = 'Here is the {criteria} table for your trade fair.';

describe('a file of the rep’s own', () => {
  test('takes the place of what it names, and of nothing else', () => {
    const { playbookOf } = read(`language: en\nangles:\n  compare:\n    openings:\n      - text: ${GIVEN}\n`);
    const base = builtInPlaybook('en');
    expect(playbookOf('en').angles.compare).toEqual({ ...base.angles.compare, openings: [{ text: GIVEN }] });
    expect(playbookOf('en').angles.date).toEqual(base.angles.date);
    expect(playbookOf('ja')).toEqual(builtInPlaybook('ja'));
  });

  test('adds where it says more', () => {
    const { playbookOf } = read(
      `language: en\nangles:\n  compare:\n    moreOpenings: [{ text: '${GIVEN}' }]\nmaterials:\n  plan: { moreAliases: [floor plan] }\n`,
    );
    const base = builtInPlaybook('en');
    expect(playbookOf('en').angles.compare.openings).toEqual([...base.angles.compare.openings, { text: GIVEN }]);
    expect(playbookOf('en').materials.plan.aliases).toEqual([...base.materials.plan.aliases, 'floor plan']);
  });

  test('may look like the one in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
    const { playbookOf, leads } = read(example);
    expect(playbookOf('en').materials.plan.name).toBe('floor plan');
    expect(leads).toMatchObject({ lead: '3mo', slots: ['2026-05-20'] });
  });

  test('the later file wins', () => {
    const { playbookOf, leads } = read(
      'language: en\nreasons: { price: too dear }\nleads: { lead: 3mo, prep: 2 weeks }',
      'language: en\nreasons: { price: over budget }\nleads: { lead: 90d, slots: [2026-05-01] }',
    );
    expect(playbookOf('en').reasons.price).toBe('over budget');
    expect(leads).toEqual({ lead: '90d', prep: '2w', slots: ['2026-05-01'] });
  });
});

describe('a mistake is named by line and field', () => {
  test.each([
    ['language: en\nangels: {}\n', 2, 'angels', 'unknown_field'],
    ['language: en\n\nangles:\n  status:\n    name: x\n', 4, 'angles.status', 'unknown_field'],
    ['language: fr\n', 1, 'language', 'bad_choice'],
    ['trade: fairs\n', 1, 'language', 'bad_choice'],
    ['language: en\nangles:\n  date:\n    spoken: "{custmer}, hello"\n', 4, 'angles.date.spoken', 'unknown_slot'],
    ['language: en\nangles:\n  date:\n    spoken: "a { b"\n', 4, 'angles.date.spoken', 'bad_template'],
    ['language: en\nreasons: *nowhere\n', 1, '', 'syntax'],
    ['language: en\nreasons:\n  price: "\\e[2Jcost"\n', 3, 'reasons.price', 'unseen_sign'],
    ['language: en\nslots:\n  goal:\n    label: "\\u202egoal"\n', 4, 'slots.goal.label', 'unseen_sign'],
    ['language: en\nangles:\n  date:\n    kind: give\n', 4, 'angles.date.kind', 'unknown_field'],
    ['language: en\nreasons:\n  price: ""\n', 3, 'reasons.price', 'wrong_type'],
    ['language: en\nleads:\n  lead: soon\n', 3, 'leads.lead', 'bad_duration'],
    ['language: en\nleads:\n  slots:\n    - may\n', 4, 'leads.slots.0', 'bad_day'],
    [
      'language: en\nangles:\n  compare:\n    openings:\n      - text: Here is the table.\n',
      5,
      'angles.compare.openings.0.text',
      'must_missing',
    ],
    ['language: en\nangles:\n  date:\n    spoken: Any news?\n', 4, 'angles.date.spoken', 'status'],
    ['language: ja\nangles:\n  date:\n    spoken: 本日限りです。\n', 4, 'angles.date.spoken', 'manipulative'],
    ['language: en\nreasons:\n  price: "open\n', 4, '', 'syntax'],
  ])('%j', (text, line, field, problem) => {
    expect(problemOf(text)).toMatchObject({ code: 'bad_playbook', line, field, problem });
  });

  test('an empty file lacks its language', () => {
    expect(problemOf('')).toMatchObject({ code: 'bad_playbook', field: 'language' });
  });
});

describe('at the desk', () => {
  const desk = async (text: string, language: 'en' | 'ja' = 'en') => {
    const made = await setUpDesk({ language });
    mkdirSync(join(made.folder, 'playbooks'));
    writeFileSync(join(made.folder, 'playbooks', 'fairs.yaml'), text);
    return made;
  };

  test('drafts speak the trade, and new deals know its leads', async () => {
    const { json, run } = await desk(
      'language: en\ntrade: trade fairs\nleads: { lead: 3mo, approval: 5bd }\nangles:\n  approval:\n    openings: [{ text: The floor plan is attached for your approval. }]\n',
    );
    await run('add', 'Aoki', '--goal-date', '2025-12-19', '--lead', '1mo');
    expect((await json('draft', '1', '--angle', 'approval')).body).toContain('The floor plan is attached');
    const { deal } = await json('show', '1');
    expect(deal).toMatchObject({ lead: '1mo', approval: '5bd', assumed: ['approval'] });
  });

  test.each([
    ['en', 'line 2, angels: there is no field “angels” here'],
    ['ja', '2行目、angels: 「angels」という項目はここにありません'],
  ] as const)('says what is wrong in %s', async (language, said) => {
    const { run } = await desk('language: en\nangels: {}\n', language);
    const { code, err } = await run('today');
    expect(code).toBe(1);
    expect(err).toContain('fairs.yaml');
    expect(err).toContain(said);
  });
});
