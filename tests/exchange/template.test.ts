import { describe, expect, test } from 'vitest';
import { readTemplate } from '../../src/exchange/template.ts';

test('a template names each slot once, inside conditions too', () => {
  expect(readTemplate('{b} {a} {b} {#c}{d}{/c}{^c}{e}{/c}').slots).toEqual(['b', 'a', 'd', 'e']);
});

describe('readTemplate', () => {
  test('names the conditions apart', () => {
    expect(readTemplate('{#a}{b}{/a}{^c}.{/c}')).toEqual({ slots: ['b'], conditions: ['a', 'c'], problem: null });
  });

  test.each([
    '{',
    '}',
    '{}',
    '{ a }',
    '{A}',
    '{a-b}',
    '{{a}}',
    '{&a}',
    '{>a}',
    '{!a}',
    '{=<% %>=}',
    '{#a}',
    '{/a}',
    '{#a}{/b}',
  ])('finds fault with %j', (template) => {
    expect(readTemplate(template).problem).not.toBeNull();
  });
});
