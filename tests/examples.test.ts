import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../src/core/deal.ts';
import { examples as en } from '../src/views/en/examples.ts';
import { examples as ja } from '../src/views/ja/examples.ts';
import { setUpDesk } from './support/desk.ts';
import { hireTypist, type Typist } from './support/typed.ts';

const EXAMPLES = { en, ja };

/** These ask the rep something; whoever gives up at the first question has got past everything else. */
const ASKING = /^followup (?:add$|ask|today --go|restore \S+$)/;
/** These are for a book on a server, and say so where it is a file. */
const ON_SERVER = /^followup team (?:init|add|list|remove)/;

describe.each(LANGUAGES)('the examples of the help (%s)', (language) => {
  let typist: Typist;
  beforeAll(async () => {
    typist = await hireTypist(language);
  });

  test.each(Object.values(EXAMPLES[language]).flat())('%s', async (line) => {
    const isGivingUp = ASKING.test(line);
    const { code, err } = await typist.type(line, { isGivingUp });
    expect([code, err]).toEqual([isGivingUp ? 130 : ON_SERVER.test(line) ? 1 : 0, expect.any(String)]);
  });

  test.each(Object.entries(EXAMPLES[language]))('of %s are at least two, and its own', (path, lines) => {
    expect(lines.length).toBeGreaterThan(1);
    const name = `followup ${path.replace('.', ' ')}`;
    expect(lines.filter((line) => line !== name && !line.startsWith(`${name} `))).toEqual(
      path === 'today' ? ['followup'] : [],
    );
  });

  test('leave no command out', async () => {
    const desk = await setUpDesk({ language, width: 100 });
    const { out } = await desk.run('--help');
    const [commands = ''] = out.split(/^.*followup help/m);
    const names = [...commands.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name = '']) => name);
    const settings = ['list', 'get', 'set', 'unset'].map((name) => `config.${name}`);
    expect(Object.keys(EXAMPLES[language]).sort()).toEqual(
      [...names, ...settings, 'team.init', 'team.add', 'team.list', 'team.remove'].sort(),
    );
    for (const path of Object.keys(EXAMPLES[language])) {
      const page = await desk.run(...path.split('.'), '--help');
      for (const line of EXAMPLES[language][path] ?? []) expect(page.out).toContain(`\n  ${line}`);
    }
  });
});
