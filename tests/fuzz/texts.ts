import fc from 'fast-check';

/** Pieces that the readers look for, so that what is put together of them comes near to what can be read. */
const PIECES =
  '0 1 2 7 12 29 30 31 99 2024 2025 2026-02-30 2026-09-30 9999-12-31 0000-00-00 9/30 2/29 １２ ３ 一 二十 千 万 億 兆 . , ， 、 - − – / ： : .. ~ 〜 + ( ) ( 火 ) （水） 年 月 日 末 元年 令和 平成 昭和 明治 R H8 来週 今週 再来週 先月 来月末 金曜 日曜日 明日 昨日 today tomorrow yesterday next last this fri wednesday eom eow end of month in ago d w mo bd days weeks business 営業日 週間 ヶ月 か月 ¥ $ € JPY USD 円 万円 千円 k m M bn % 約 -1 1e9 NaN Infinity null true { } {# {/ {^ {goal} {#goal} {/goal} {{ }} <% %> [ ] " \' \\ \n \t \u0000 \u001b \u3000 any update just checking in お世話になっております ご検討状況 いかがでしょうか ご返信 ください 。 ? ！ &a *a !!js/function !!binary | > - : # __proto__ constructor'.split(
    ' ',
  );

/** Texts of every kind: any characters at all, near misses, and both run together. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(' ')),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 6 })
    .map((it) => it.join('')),
);

const LONG = 100_000;
const REPEATED =
  '0 1, 9/30 年 一 千万 令和 営業日 {#goal} {{ [ " \\ . 。 、 ( （ > -- =? @ a あ ＡＢ update any please waiting ください ご確認いただけますでしょうか お忙しいところ恐れ入りますが、 “ 「 \u0301 \u001b[31m'.split(
    ' ',
  );

/** Texts of 100 KB that lead a reader to look at the same place again and again: one piece, over and over. */
export const LONG_TEXTS: readonly string[] = [...REPEATED, ' ', ' \n', 'a ', '. ', 'no, '].map(
  (piece) => `a${piece.repeat(Math.ceil(LONG / piece.length))}x`,
);
