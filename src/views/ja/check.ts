import type { CheckWords } from '../checkwords.ts';
import type { FailureWords } from '../failurewords.ts';

export const check = (): CheckWords => ({
  verdicts: {
    value: 'お客様にお渡しするものがあります。',
    status: '状況確認だけの文面です。お尋ねするばかりで、お渡しするものがありません。',
    manipulative: '急かす、または責める文面です。',
  },
  plain: '状況確認でも、急かす文面でもありませんが、お渡しするものも見当たりません。',
  clean: '直すところはありません。',
  line: (number) => `${number}行目`,
  instead: '言い換え: ',
  why: {
    status_question: '状況を尋ねています。お答えになっても、お客様が得るものはありません。',
    status_phrase: '催促であることを告げるだけの言い方です。こちらの都合でしかありません。',
    hidden_status: '役に立つ内容の後に状況を尋ねると、その内容まで口実に見えます。',
    false_urgency: '期日を決めるのはお客様の目標だけです。こちらの価格・在庫・月末ではありません。',
    guilt: '責める言い方は、お返事をいっそう難しくします。',
    effort_tally: '連絡した回数はこちらの事情です。数え上げれば責める言葉になります。',
    fake_reply: '引用のない「Re:」は、返信に見せかけた件名です。',
    keigo_company: '書き言葉では「貴社」です（「御社」は話し言葉）。',
    keigo_title: '役職名に「様」を重ねています。',
    keigo_double: '敬語が二重になっています。',
    keigo_understood: 'お客様には「承知いたしました」と書きます。',
    keigo_hasty: '「取り急ぎ」のお礼は、軽く受け取られます。',
    keigo_causative: '「させていただく」は一通に一度までにします。',
  },
  better: {
    status_question:
      '［要記入：会議名］でのご説明に使っていただけるよう、［要記入：伺った論点］を一枚にまとめました。ご返信には及びません。',
    status_phrase:
      'ご要望いただいておりました［要記入：資料名］をお届けいたします。まずは［要記入：該当箇所］をご覧ください。',
    hidden_status:
      '尋ねずに終えます。必要なときは、「必要な資料を間に合うようにお出しできるよう、差し支えない範囲で、いつ頃お決めになるかお聞かせください。」',
    false_urgency:
      '［要記入：目標日］までに［要記入：お客様の目標］と伺っておりましたので、逆算した日程をお送りいたします。［要記入：間に合う最後の日］までにお決めいただければ間に合います。',
    guilt: '見送りでも、どうぞ遠慮なくお知らせください。ご参考までに、［要記入：お渡しするもの］をお送りいたします。',
    effort_tally: '前回お話しした後の変化を、一点だけお伝えいたします。［要記入：新しい事実］',
    fake_reply: '［要記入：何の件か］：［要記入：お届けするもの］',
    keigo_company: '貴社',
    keigo_title: '［要記入：お名前］部長',
    keigo_double: '伺います',
    keigo_understood: '承知いたしました',
    keigo_hasty: 'まずはお礼申し上げます',
    keigo_causative: 'いたします',
  },
  askText: 'どの文面ですか',
});

export const checkFailures = (): FailureWords => ({
  status_message: () => ({
    message: '状況を尋ねるだけの文面のため、お勧めできません。',
    hint: '回答・資料・作業のお引き受け・お知らせなど、まずお渡しするものを用意しましょう。案件の文案: followup draft <案件>',
  }),
  text_not_utf8: () => ({
    message: '入力が UTF-8 の文章ではありません。',
    hint: 'UTF-8 で保存して、もう一度渡してください。',
  }),
  manipulative_message: () => ({
    message: '急かす、または責める文面のため、お勧めできません。',
    hint: 'その言葉を外してください。期日はお客様ご自身の目標からだけ導きます。案件の文案: followup draft <案件>',
  }),
});
