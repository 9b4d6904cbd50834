import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RULEBOOKS } from '../../src/core/wording/judge.ts';
import { type Finding, isStatusReason, judge, type Verdict } from '../../src/core/wording.ts';

const codes = (text: string): string[] => judge(text).findings.map(({ code }) => code);
const corrected = (text: string): string =>
  judge(text)
    .findings.filter((it): it is Finding & { replacement: string } => it.replacement !== undefined)
    .toReversed()
    .reduce((rest, { from, to, replacement }) => rest.slice(0, from) + replacement + rest.slice(to), text);

describe('verdicts', () => {
  test.each<[Verdict, string]>([
    ['status', 'Just checking in on the quote.'],
    ['status', 'Did you get a chance to look at the deck I sent?'],
    ['status', 'Any news? Let me know if you have questions, happy to help.'],
    ['status', 'let me know if you need anything'],
    ['status', 'called, no answer'],
    ['status', 'その後、ご検討状況はいかがでしょうか。'],
    ['status', '念のためのご連絡です。'],
    ['status', 'ご不明点がございましたら、お気軽にお申し付けください。'],
    ['status', '電話したが不在'],
    ['value', "I've attached the one-page comparison you asked for."],
    ['value', 'called, answered the security question'],
    ['value', 'visited; HR head likes it'],
    ['value', 'sent the case study'],
    ['value', '資料を送付'],
    ['value', 'デモを実施'],
    ['value', 'ご質問の件、確認いたしました。結論から申しますと、追加費用はかかりません。'],
    ['manipulative', 'Last chance! Only two seats left.'],
    ['manipulative', "I guess you're not interested."],
    ['manipulative', 'This is my fourth email to you.'],
    ['manipulative', '本日限りの価格ですので、お急ぎください。'],
    ['manipulative', 'お返事をいただけておらず残念です。'],
    ['manipulative', 'これで3回目のご連絡になります。'],
    ['value', ''],
    ['value', '🙂'],
  ])('%s: %s', (verdict, text) => {
    expect(judge(text).verdict).toBe(verdict);
  });

  test('pressing outweighs giving', () => {
    expect(judge('The report is attached. Last chance to sign before prices go up!').verdict).toBe('manipulative');
  });

  test('what is quoted or signed is not what is said', () => {
    expect(judge('Any update?\n\n> Here is the report with a 20% saving.').verdict).toBe('status');
    expect(judge('Any update?\n\nBest regards,\nAnn\nwww.example.com').verdict).toBe('status');
    expect(judge('On Monday Ann <ann@example.com> wrote:\n> Here is the report.\n\nAny update?').verdict).toBe(
      'status',
    );
    expect(judge('Any update?\n\n-----Original Message-----\nThe report is attached.').verdict).toBe('status');
    expect(judge('Any update?\n\nBest,\nAnn\nP.S. The audit report is attached.').verdict).toBe('value');
  });

  test('reads a mixed mail by sentence, and a written-out line break', () => {
    expect(judge('Hello 佐藤-san, any update on the renewal?').verdict).toBe('status');
    expect(judge('{{project_name}} Enterprise Cloudの進捗は？').verdict).toBe('status');
    expect(judge('Hello Sato-san,\\n\\nその後いかがでしょうか。\\n\\nThanks').verdict).toBe('status');
    expect(judge('その後いかがでしょうか。\\nThe price comparison is attached.').verdict).toBe('value');
    expect(judge('Any update?\\n比較表を添付いたします。').verdict).toBe('value');
  });

  test('reads full-width letters like plain ones', () => {
    expect(judge('Ａｎｙ ｕｐｄａｔｅ？').verdict).toBe('status');
  });
});

describe('findings', () => {
  test.each<[string, string]>([
    ['status_question', 'Have you decided?'],
    ['status_question', '進捗はいかがでしょうか。'],
    ['status_phrase', 'Just touching base.'],
    ['status_phrase', 'リマインドです。'],
    ['hidden_status', 'The checklist is attached. By the way, any news?'],
    ['hidden_status', '事例をお送りします。ところで、例の件はいかがでしょうか。'],
    ['false_urgency', 'Only 3 spots left.'],
    ['false_urgency', '残りわずかです。'],
    ['guilt', "I'm disappointed that you did not reply."],
    ['guilt', '何度もご連絡しておりますが、ご覧いただけましたか。'],
    ['effort_tally', "I've tried to reach you several times."],
    ['effort_tally', '四度目のメールになりますが、失礼いたします。'],
    ['fake_reply', 'Subject: Re: our talk\n\nThe list is attached.'],
    ['fake_reply', 'RE：お見積り'],
    ['keigo_company', '御社の資料を拝見しました。'],
    ['keigo_title', '営業部長様'],
    ['keigo_double', 'ご覧になられましたか。'],
    ['keigo_understood', '了解しました。'],
    ['keigo_hasty', '取り急ぎお礼まで。'],
    ['keigo_causative', '説明させていただき、送付させていただきます。'],
  ])('%s in %s', (code, text) => {
    expect(codes(text)).toContain(code);
  });

  test('a status question inside a useful mail is named, and the mail stays useful', () => {
    expect(judge('The checklist is attached. By the way, any news?')).toMatchObject({
      verdict: 'value',
      findings: [{ code: 'hidden_status', text: 'any news' }],
    });
  });

  test('a message that gives nothing is told why', () => {
    const status = samples.map(({ text }) => judge(text)).filter(({ verdict }) => verdict === 'status');
    for (const { findings } of status) {
      expect(findings.some(({ code }) => code === 'status_question' || code === 'status_phrase')).toBe(true);
    }
  });

  test('a real reply is not a fake one', () => {
    expect(codes('Re: our talk\n\nYes, the list is attached.\n\n> Could you send the list?')).not.toContain(
      'fake_reply',
    );
    expect(codes('About the Re: line')).not.toContain('fake_reply');
  });

  test.each([
    ['御社', '貴社'],
    ['山田部長様', '山田部長'],
    ['関係者各位様', '関係者各位'],
    ['お伺いさせていただきたく存じます。', '伺いたく存じます。'],
    ['明日伺わせていただきます。', '明日伺います。'],
    ['ご覧になられましたか。', 'ご覧になりましたか。'],
    ['お越しになられた際に', 'お越しになった際に'],
    ['お見えになられます。', 'お見えになります。'],
    ['お召し上がりになられて', 'お召し上がりになって'],
    ['先生がおっしゃられるとおり', '先生がおっしゃるとおり'],
    ['おっしゃられましたように', 'おっしゃいましたように'],
    ['資料を拝見させていただきました。', '資料を拝見しました。'],
    ['拝見させていただきたく存じます。', '拝見したく存じます。'],
    ['了解いたしました。', '承知いたしました。'],
    ['ご苦労様です。', 'お疲れ様です。'],
    ['取り急ぎ御礼まで', 'まずはお礼申し上げます'],
    ['ご説明させていただき、送付させていただきます。', 'ご説明させていただき、送付いたします。'],
  ])('%s → %s', (slip, correction) => {
    expect(corrected(slip)).toBe(correction);
  });

  test.each([
    'とんでもございません。',
    '貴社の部長',
    'ご覧になりましたか。',
    '一度だけ送付させていただきます。',
    '様々な部長',
  ])('%s is fine', (text) => {
    expect(codes(text).filter((code) => code.startsWith('keigo'))).toEqual([]);
  });
});

describe('blanks of a draft', () => {
  test.each([
    ['status', 'Any update on [FILL: answer, conclusion first]?'],
    ['status', 'ご検討状況はいかがでしょうか。［要記入：要点］'],
    ['value', 'I have prepared [FILL: any update on the decision] for you.'],
    ['value', '［要記入：ご検討状況］を一枚にまとめました。'],
  ])('their labels are not read: %s: %s', (verdict, text) => {
    expect(judge(text).verdict).toBe(verdict);
    for (const { from, to, text: found } of judge(text).findings) expect(text.slice(from, to)).toBe(found);
  });
});

describe('an open ask', () => {
  test.each([
    'So that I can have the right material ready, and only as far as you can say: when will this be decided?',
    'You had aimed to decide by Friday. A no is completely fine; which is it?',
    '必要な資料を間に合うようにお出しできるよう、差し支えない範囲で、いつ頃お決めになるかお聞かせください。',
    '7月15日を目安にご判断と伺っておりました。見送りでもどうぞ遠慮なくお知らせください。',
  ])('gives its reason and leaves the answer free: %s', (text) => {
    expect(judge(text)).toMatchObject({ verdict: 'value', findings: [] });
  });

  test.each([
    'You had aimed to decide by Friday. Have you decided?',
    'A no is fine too. Any news?',
    'いつ頃お決めになりますか。差し支えない範囲でお聞かせください。',
    'ご判断はいかがでしょうか。見送りでも遠慮なくお知らせください。',
  ])('with one of the two alone it stays a status check: %s', (text) => {
    expect(judge(text).verdict).toBe('status');
  });
});

describe('the planned reason to meet', () => {
  test.each([
    'any update?',
    'follow up',
    'Follow-up call',
    'check in',
    'touch base',
    'get their decision',
    'see how it is going',
    'call',
    'status of the proposal',
    'feedback on the quote',
    '状況確認',
    'その後の確認',
    '検討状況の確認',
    '進捗を聞く',
    'ご検討状況のお伺い',
    '返事を聞く',
    '稟議の結果確認',
    '見積の返事確認',
    '提案書の検討状況を伺う',
    'フォロー',
    'フォローの電話',
    '様子伺い',
    'リマインド',
    '再連絡',
  ])('%s is only a status check', (reason) => {
    expect(isStatusReason(reason)).toBe(true);
  });

  test.each([
    '',
    'show the new export with their own data',
    'answer the security questions',
    'bring the revised quote',
    'demo for the finance team',
    'follow up with the case study on night shifts',
    'workshop on data migration',
    'introduce our support lead',
    '同業の事例を紹介',
    '改訂した見積書を持参',
    'セキュリティの質問への回答',
    '経理部へのデモ',
    '助成金の要件を説明',
    '比較表のご説明',
    '工場見学のご案内',
    '新機能の紹介と現場の声のヒアリング',
  ])('%s is a reason', (reason) => {
    expect(isStatusReason(reason)).toBe(false);
  });
});

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    'Any update? ',
    'その後いかがでしょうか。',
    '\\n',
    '\n',
    'Re: ',
    '御社の部長様',
    '> ',
    'Only 3 left. ',
    '[Name], ',
    'させていただき',
    '㍿１２ｶﾞ',
    '👩‍💻',
    'İ',
  );
  const messages = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }).map((them) => them.join('')),
  );

  test('every finding stands where it says, in order', () => {
    fc.assert(
      fc.property(messages, (text) => {
        let last = 0;
        for (const { from, to, text: found } of judge(text).findings) {
          expect(text.slice(from, to)).toBe(found);
          expect(found).not.toBe('');
          expect(from).toBeGreaterThanOrEqual(last);
          last = from;
        }
      }),
    );
  });

  test('the same text is judged the same again', () => {
    fc.assert(
      fc.property(messages, (text) => {
        expect(judge(text)).toEqual(judge(text));
        expect(isStatusReason(text)).toBe(isStatusReason(text));
      }),
    );
  });

  const only = (verdict: Verdict): string[] =>
    samples.filter(({ label, text }) => label === verdict && judge(text).verdict === verdict).map(({ text }) => text);

  test('a mail that only asked becomes useful when it gives something first', () => {
    const gifts = fc.constantFrom(
      "Here is the comparison table you asked for; page 2 shows where we're weaker.",
      'ご依頼の比較表を作成いたしましたので、添付いたします。',
    );
    fc.assert(
      fc.property(fc.constantFrom(...only('status')), gifts, (text, gift) => {
        expect(judge(`${gift}\n\n${text}`).verdict).toBe('value');
      }),
    );
  });

  test('pressing stays pressing, whatever follows it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...only('manipulative')), fc.constantFrom(...only('value')), (text, after) => {
        expect(judge(`${text.replace(/^>/, '')}\n\n${after}`).verdict).toBe('manipulative');
      }),
    );
  });

  test.each([
    ['one word', 'a'],
    ['spaces', ' '],
    ['unclosed brackets', '[{<'],
    ['we', 'we '],
    ['have you', 'have you still '],
    ['kana', 'の'],
    ['politeness', 'ご検討させていただき'],
    ['numbers', '1,'],
    ['questions', 'how is it '],
    ['dots', '.'],
    ['breaks', '\n'],
    ['items', '- a\n'],
    ['wrapped lines', 'a\n'],
    ['commas', 'a, '],
    ['just', 'just '],
    ['the other day', '先日'],
  ])('100 KB of %s are judged', (_, unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    expect(judge(text).findings).toBeInstanceOf(Array);
    expect(typeof isStatusReason(text)).toBe('boolean');
  });
});

interface Sample {
  readonly lang: string;
  readonly label: string;
  readonly text: string;
}

const samples: readonly Sample[] = readFileSync(new URL('../../data/wording-samples.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [lang = '', label = '', text = ''] = line.split('\t');
    return { lang, label, text };
  });

describe.each(['en', 'ja'])('samples: %s', (lang) => {
  const judged = samples.filter((it) => it.lang === lang).map((it) => ({ ...it, verdict: judge(it.text).verdict }));

  test.each(['status', 'manipulative'])('%s is found, and little else is taken for it', (label) => {
    const right = judged.filter((it) => it.label === label && it.verdict === label).length;
    const labelled = judged.filter((it) => it.label === label).length;
    const taken = judged.filter((it) => it.verdict === label).length;
    expect(judged.length).toBeGreaterThanOrEqual(150);
    expect(right / labelled).toBeGreaterThanOrEqual(0.95);
    expect(right / taken).toBeGreaterThanOrEqual(0.95);
  });
});

describe('capitals', () => {
  test.each(Object.entries(RULEBOOKS))(
    'no rule of %s waits for one: the text is read in lower case',
    (_tongue, book) => {
      const rules = Object.values(book).flat();
      const capitals = rules.filter(({ pattern }) => /\p{Lu}/u.test(pattern.source.replace(/\\[A-Z]/g, '')));
      expect(capitals.map(({ name }) => name)).toEqual([]);
      expect(rules.length).toBeGreaterThan(50);
    },
  );

  test.each(['JUST CHECKING IN ON THE QUOTE.', 'İ just wondered: ANY UPDATE?', 'Ｊｕｓｔ Ｃｈｅｃｋｉｎｇ Ｉｎ'])(
    '%s',
    (text) => {
      const { verdict, findings } = judge(text);
      expect(verdict).toBe('status');
      for (const { from, to, text: found } of findings) expect(text.slice(from, to)).toBe(found);
    },
  );
});
