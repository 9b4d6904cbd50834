import { describe, expect, test } from 'vitest';
import {
  isContactAllowed,
  isSilenceWished,
  isYes,
  readChannel,
  readImportedCurrency,
  readImportedEmail,
  readImportedPhone,
  readKind,
  readLanguage,
  readUncut,
} from '../../../src/core/import/value.ts';

test.each([
  [readChannel, 'メール', 'email'],
  [readChannel, 'E-mail', 'email'],
  [readChannel, '電話', 'phone'],
  [readChannel, 'Call', 'phone'],
  [readChannel, '訪問', 'visit'],
  [readChannel, 'Web会議', 'online'],
  [readChannel, 'meeting', 'meeting'],
  [readChannel, 'LINE', 'chat'],
  [readLanguage, '日本語', 'ja'],
  [readLanguage, 'English', 'en'],
  [readLanguage, 'en-US', 'en'],
  [readKind, '小', 'small'],
  [readKind, '中', 'mid'],
  [readKind, 'System', 'system'],
  [readImportedCurrency, 'jpy', 'JPY'],
  [readImportedCurrency, '円', 'JPY'],
  [readImportedCurrency, '￥', 'JPY'],
  [readImportedCurrency, '$', 'USD'],
  [readImportedCurrency, 'US Dollar', 'USD'],
  [readImportedCurrency, 'Japanese Yen - JPY', 'JPY'],
  [readImportedCurrency, 'Euro (EUR)', 'EUR'],
  [readImportedPhone, ' 03-1234-5678 ', '03-1234-5678'],
  [readImportedPhone, 'tel:+81312345678', '+81312345678'],
  [readUncut, '00012', '00012'],
  [readUncut, '12E', '12E'],
] as const)('%o reads %j as %s', (read, text, value) => expect(read(text)).toBe(value));

test.each([
  [readChannel, 'Partner', 'bad_choice'],
  [readLanguage, 'Deutsch', 'bad_choice'],
  [readKind, '大', 'bad_choice'],
  [readImportedCurrency, 'kr', 'bad_currency'],
  [readImportedCurrency, 'EURO ZONE', 'bad_currency'],
  [readImportedEmail, 'a at example.com', 'bad_email'],
  [readImportedEmail, 'Aoki <>', 'bad_email'],
  [readImportedPhone, '8.19012E+11', 'shortened'],
  [readUncut, '1.23457E+11', 'shortened'],
  [readUncut, '１．２３Ｅ＋１１', 'shortened'],
] as const)('%o refuses %j as %s', (read, text, code) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['a@example.com', 'a@example.com', false],
  ['mailto:a@example.com', 'a@example.com', false],
  ['Aoki, Taro <a@example.com>', 'a@example.com', false],
  ['青木 太郎 <a@example.com>', 'a@example.com', false],
  ['a@example.com; A@example.com', 'A@example.com', false],
  ['ａ＠example.com', 'a@example.com', false],
  ['a@example.com; b@example.com', 'a@example.com', true],
  ['a@example.com, b@example.com', 'a@example.com', true],
  ['A <a@example.com>, B <b@example.com>', 'a@example.com', true],
])('the address in %j is %s, the first of several: %j', (text, address, isFirst) => {
  expect(readImportedEmail(text)).toEqual({ address, isFirst });
});

describe('yes and no', () => {
  test.each(['yes', 'Y', 'TRUE', '1', 'はい', '○', '✓', '有', '済', 'Checked'])('%j is yes', (text) =>
    expect(isYes(text)).toBe(true),
  );
  test.each(['no', 'N', 'False', '0', 'いいえ', '×', '無', '未', 'Unchecked'])('%j is no', (text) =>
    expect(isYes(text)).toBe(false),
  );
  test.each(['maybe', '2', 'ja'])('%j is neither', (text) => {
    expect(() => isYes(text)).toThrow(expect.objectContaining({ code: 'bad_flag' }));
  });

  test.each(['yes', '○', '不可', '連絡不可', 'NG', 'Opted out', '1'])('%j is a wish for silence', (text) => {
    expect(isSilenceWished(text)).toBe(true);
  });
  test.each(['no', '0', 'FALSE', '連絡可', 'いいえ'])('%j is none', (text) =>
    expect(isSilenceWished(text)).toBe(false),
  );
  test.each(['×', '可', 'OK'])('%j may mean the opposite and is asked about', (text) => {
    expect(() => isSilenceWished(text)).toThrow(expect.objectContaining({ code: 'bad_flag' }));
  });

  test.each([
    ['可', true],
    ['○', true],
    ['連絡可', true],
    ['不可', false],
    ['×', false],
    ['NG', false],
  ])('%j allows contact: %j', (text, expected) => expect(isContactAllowed(text)).toBe(expected));
});
