import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COEFFICIENTS, DEFAULT_RULE, isCoefficient } from '../../src/core/coefficients.ts';
import { BadInput } from '../../src/core/failure.ts';
import { isSettingKey, readSetting, ruleOf, SETTING_KEYS } from '../../src/core/settings.ts';

test.each([
  ['lang', 'JA', 'ja'],
  ['lang', ' en ', 'en'],
  ['db', ' ~/book.db ', '~/book.db'],
  ['owner', ' 森 恵子 ', '森 恵子'],
  ['name', 'Keiko Mori', 'Keiko Mori'],
  ['currency', 'JPY', 'JPY'],
  ['holidays', 'JP', 'jp'],
  ['holidays', 'de-by', 'de-by'],
  ['holidays', 'None', 'none'],
  ['limit', '7', '7'],
  ['closed-days', '12-29..01-03, 08-13..08-16', '12-29..01-03, 08-13..08-16'],
  ['closed-days', '', ''],
  ['status_run', '8', '8'],
  ['status_run', '0', '0'],
  ['status_run', '007', '7'],
  ['value_2x_from', '1.5', '1.5'],
])('%s takes %j as %j', (key, value, kept) => {
  expect(readSetting(key, value)).toBe(kept);
});

test('a signature keeps its lines and spaces', () => {
  expect(readSetting('signature', '-- \nKeiko\n')).toBe('-- \nKeiko\n');
});

test.each([
  ['lang', 'fr', 'bad_setting'],
  ['lang', '', 'bad_setting'],
  ['db', ' ', 'bad_setting'],
  ['currency', 'yen', 'bad_setting'],
  ['holidays', 'japan', 'bad_setting'],
  ['limit', '0', 'bad_setting'],
  ['limit', '-1', 'bad_setting'],
  ['limit', '2.5', 'bad_setting'],
  ['closed-days', 'Obon', 'bad_setting'],
  ['closed-days', '01-01..12-31', 'bad_setting'],
  ['status_run', '-6', 'bad_number'],
  ['status_run', '1.5', 'bad_number'],
  ['status_run', 'six', 'bad_number'],
  ['status_run', '', 'bad_number'],
  ['status_run', '10000', 'bad_number'],
  ['status_run', '1e3', 'bad_number'],
  ['value_2x_from', '.5', 'bad_number'],
  ['colour', 'red', 'unknown_setting'],
  ['__proto__', '1', 'unknown_setting'],
  ['toString', '1', 'unknown_setting'],
])('%s refuses %j: %s', (key, value, code) => {
  expect(() => readSetting(key, value)).toThrow(expect.objectContaining({ code, exitCode: 2 }));
});

describe('the rule in force', () => {
  test('the defaults with the rep’s own numbers', () => {
    expect(ruleOf({})).toEqual(DEFAULT_RULE);
    expect(ruleOf({ status_run: '8', lang: 'ja' })).toEqual({ ...DEFAULT_RULE, status_run: 8 });
  });

  test('every number of the table can be set, by a name of its own', () => {
    for (const [name, { value }] of Object.entries(COEFFICIENTS)) {
      expect(isSettingKey(name) && isCoefficient(name)).toBe(true);
      expect(readSetting(name, String(value))).toBe(String(value));
      expect(SETTING_KEYS as readonly string[]).not.toContain(name);
    }
  });

  test('no number is negative: the sign is the rule’s own', () => {
    expect(Object.values(DEFAULT_RULE).every((value) => value >= 0)).toBe(true);
  });
});

test('any other text is bad input and nothing worse; what is kept reads back as itself', () => {
  const keys = fc.constantFrom<string>(...SETTING_KEYS, ...Object.keys(COEFFICIENTS));
  fc.assert(
    fc.property(keys, fc.string({ unit: 'grapheme' }), (key, value) => {
      try {
        const kept = readSetting(key, value);
        expect(readSetting(key, kept)).toBe(kept);
      } catch (error) {
        expect(error).toBeInstanceOf(BadInput);
      }
    }),
  );
});
