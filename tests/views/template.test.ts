import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fill } from '../../src/views/template.ts';

const blank = (slot: string) => `[FILL: ${slot}]`;

describe('fill', () => {
  test('puts each value in its place, as often as the template names it', () => {
    expect(fill('{goal} by {goalOn}, {goal}', { goal: 'launch', goalOn: '1 April' }, blank)).toEqual({
      text: 'launch by 1 April, launch',
      missing: [],
    });
  });

  test('marks what is missing, and lists it once, in order', () => {
    expect(fill('{b} {a} {b}', {}, blank)).toEqual({
      text: '[FILL: b] [FILL: a] [FILL: b]',
      missing: ['b', 'a'],
    });
  });

  test.each(['', '  ', '\n', '　'])('takes %j for no value', (value) => {
    expect(fill('{a}', { a: value }, blank).missing).toEqual(['a']);
  });

  test('never reads a value again', () => {
    expect(fill('“{question}” {answer}', { question: 'is {answer} $& true?', answer: 'yes' }, blank).text).toBe(
      '“is {answer} $& true?” yes',
    );
  });

  test('leaves words out where their slot has no value', () => {
    const template = 'Yes{#goal}, for {goal}{#goalOn} by {goalOn}{/goalOn}{/goal}{^goal}, for now{/goal}.';
    expect(fill(template, { goal: 'launch', goalOn: '1 April' }, blank).text).toBe('Yes, for launch by 1 April.');
    expect(fill(template, { goal: 'launch' }, blank)).toEqual({ text: 'Yes, for launch.', missing: [] });
    expect(fill(template, { goalOn: '1 April', goal: ' ' }, blank)).toEqual({ text: 'Yes, for now.', missing: [] });
  });

  test('writes signs as they are', () => {
    expect(fill('{a}', { a: "R&D <“x”> 'y' / = `" }, blank).text).toBe("R&D <“x”> 'y' / = `");
  });

  test('a blank is never read again either', () => {
    expect(fill('{a}', { b: 'x' }, () => '{b}').text).toBe('{b}');
  });

  test('finds nothing in the names every object has', () => {
    expect(fill('{constructor} {toString}', {}, blank).missing).toEqual(['constructor', 'toString']);
  });
});

const slot = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,6}$/);
const prose = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[{}]/g, ''));
const value = fc.string({ unit: 'grapheme' }).map((text) => `{a}${text}`);

test('whatever the values hold, the text is the template with each slot swapped once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(prose, slot)),
      prose,
      fc.dictionary(slot, value, { noNullPrototype: true }),
      (parts, tail, values) => {
        const template = parts.map(([text, name]) => `${text}{${name}}`).join('') + tail;
        const known = new Map(Object.entries(values));
        const filled = fill(template, values, blank);
        expect(filled.text).toBe(parts.map(([text, name]) => text + (known.get(name) ?? blank(name))).join('') + tail);
        expect(filled.missing).toEqual([...new Set(parts.map(([, name]) => name).filter((name) => !known.has(name)))]);
      },
    ),
  );
});
