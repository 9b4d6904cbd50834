import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kanaOf } from '../../src/commands/romaji.ts';
import { toHiragana, toKatakana } from '../../src/core/kana.ts';
import { type Candidate, fitOf, likeliest, readSought } from '../../src/core/pick.ts';

function dealOf(customer: string, more: Partial<Candidate> = {}): Candidate {
  return { id: 7, externalId: null, customer, title: '', contact: null, state: 'open', ...more };
}

describe('what was typed fits a deal', () => {
  test.each<[typed: string, customer: string, fit: string | null, more?: Partial<Candidate>]>([
    // As it is written, width and case folded.
    ['aok', 'Aoki Kogyo', 'start'],
    ['ＡＯＫ', 'aoki kogyo', 'start'],
    ['aok', 'ＡＯＫＩ', 'start'],
    ['kog', 'Aoki Kogyo', 'word'],
    ['ogy', 'Aoki Kogyo', 'inside'],
    ['kx', 'Aoki Kogyo', null],
    ['青木', '青木工業', 'start'],
    ['工業', '青木工業', 'inside'],
    // Either syllabary, also half-width or mixed.
    ['あおき', 'アオキ商店', 'start'],
    ['アオキ', 'あおき商店', 'start'],
    ['あおき', 'ｱｵｷ商店', 'start'],
    ['かふぇひま', 'カフェひまわり', 'start'],
    // Latin letters for kana, while the syllable is still being typed too.
    ['aoki', 'アオキ商店', 'start'],
    ['aok', 'アオキ商店', 'start'],
    ['aok', 'あおい商店', null],
    ['sonikku', 'ソニック', 'start'],
    ['sonikk', 'ソニック', 'start'],
    ['si', 'しまや', 'start'],
    ['sh', 'しまや', 'start'],
    ['tyuuou', 'ちゅうおう薬局', 'start'],
    ['sa-bi', 'クリーンサービス', 'inside'],
    ['n', 'なかの', 'start'],
    ['kan', 'かんだ', 'start'],
    ['kan', 'かなや', 'start'],
    ['aoki', '青木工業', null],
    // Title, contact, number, external id; the words in any order.
    ['event', 'Aoki', 'word', { title: 'hiring event' }],
    ['tan', 'Aoki', 'word', { contact: 'Tanaka' }],
    ['event aoki', 'Aoki', 'start', { title: 'hiring event' }],
    ['event sato', 'Aoki', null, { title: 'hiring event' }],
    ['12', 'Aoki', 'start', { id: 1234 }],
    ['#12', 'Aoki', 'start', { id: 12 }],
    ['34', 'Aoki', null, { id: 1234 }],
    ['crm-', 'Aoki', 'start', { externalId: 'CRM-9' }],
    // What one says with a name.
    ['青木様', '青木工業', 'start'],
    ['青木工業 御中', '青木工業 御中', 'start'],
    ['Mr. Tanaka', 'Aoki', 'word', { contact: 'Tanaka' }],
    ['mr', 'Mr Bean', 'start'],
    ['様', '様式堂', 'start'],
    // Signs that mean something elsewhere.
    ['100%', '100% Pure', 'start'],
    ['(', 'Aoki (Tokyo)', 'word'],
    ['.', 'Aoki', null],
  ])('%s in %s: %s', (typed, customer, fit, more) => {
    expect(fitOf(dealOf(customer, more), readSought(typed, kanaOf))).toBe(fit);
  });

  test('every part of a name finds it, in either syllabary', () => {
    const name = fc.string({
      unit: fc.constantFrom(...'あいかきゃっアイカキャッー青木ab 1'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (customer, from, length) => {
        const part = customer.slice(from % customer.length).slice(0, 1 + (length % customer.length));
        for (const typed of [part, toHiragana(part), toKatakana(part)]) {
          expect(fitOf(dealOf(customer), readSought(typed, kanaOf))).not.toBeNull();
        }
      }),
    );
  });
});

test('whatever stands in a name finds it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (customer) => {
      expect(fitOf(dealOf(customer), readSought(customer, kanaOf))).not.toBeNull();
    }),
  );
});

describe('the likeliest comes first', () => {
  const deals = [
    dealOf('Sato Aoki', { id: 1 }),
    dealOf('Aoki', { id: 2, state: 'won' }),
    dealOf('Aoki', { id: 3 }),
    dealOf('Aoki', { id: 4 }),
    dealOf('Haoki', { id: 5 }),
    dealOf('Mori', { id: 6 }),
  ];
  const order = (typed: string, listed: readonly number[] = []): number[] =>
    likeliest([...deals, ...deals], readSought(typed, kanaOf), (id) => {
      const place = listed.indexOf(id);
      return place < 0 ? undefined : place;
    }).map(({ id }) => id);

  test('how it fits, then open before ended, then the newest', () => {
    expect(order('aoki')).toEqual([4, 3, 2, 1, 5]);
  });

  test('today’s list goes before what it does not name, but not before a better fit', () => {
    expect(order('aoki', [1, 3])).toEqual([3, 4, 2, 1, 5]);
  });

  test('the order is the same however the deals come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(deals, { minLength: deals.length }), (shuffled) => {
        expect(likeliest(shuffled, readSought('aoki', kanaOf), () => undefined).map(({ id }) => id)).toEqual(
          order('aoki'),
        );
      }),
    );
  });
});
