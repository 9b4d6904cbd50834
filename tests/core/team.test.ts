import { expect, test } from 'vitest';
import { nameKey, namesLike } from '../../src/core/team.ts';

test.each([
  ['Ken Sato', 'ken sato'],
  ['Ken Sato', 'Ｋｅｎ　Ｓａｔｏ'],
  ['Ken Sato', ' KenSato'],
  ['佐藤 健', '佐藤健'],
  ['ｻﾄｳ', 'サトウ'],
])('%s and %s are read as one name', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test('names that differ in a letter are two', () => {
  expect(nameKey('Keiko Mori')).not.toBe(nameKey('Kieko Mori'));
});

test.each([
  ['Sato', ['Ken Sato']],
  ['ken sato', ['Ken Sato']],
  ['Kieko Mori', ['Keiko Mori']],
  ['佐藤', ['佐藤健', '佐藤 舞']],
  ['佐藤舞さん', ['佐藤 舞']],
  ['Yamada', []],
  ['林', []],
])('%s may mean %j', (name, meant) => {
  expect(namesLike(name, ['Ken Sato', 'Keiko Mori', '佐藤健', '佐藤 舞', '森'])).toEqual(meant);
});
