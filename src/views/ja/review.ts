import type { Waits } from '../../core/waits.ts';
import type { ReviewWords, WaitNames } from '../reviewwords.ts';

export const review = (): ReviewWords => ({
  month: (name, year) => `${year}年${name}`,
  monthSoFar: (month, day) => `${month}（${day}まで）`,
  days: (from, to) => `${from}〜${to}`,
  deal: (customer, id) => `${customer}（#${id}）`,
  headings: {
    answers: 'お返事の回収',
    reasons: 'お断りの理由',
    contacts: (whose) => `${whose === null ? 'こちら' : named(whose)}からの連絡`,
    waits: (whose) => (whose === null ? 'お待たせした日数' : `${named(whose)}がお待たせした日数`),
    decisions: '先方の判断予定日',
    replies: '連絡から5営業日以内に先方のお言葉があった割合',
    giveDue: '今いちばん間が空いている「お渡し」',
    suggestion: '試してみること',
  },
  answers: (collected, outstanding, over30) =>
    `いただいたお返事${collected}件。本日現在お待ちしているもの${outstanding}件${over30 > 0 ? `（うち30日を超えるもの${over30}件）` : ''}。`,
  ended: {
    won: '受注',
    lost: '失注（理由を伺った）',
    declined: 'お断り（理由は未確認）',
    withdrawn: '自社撤退',
    dormant: '休眠（お返事待ち）',
    void: '案件消滅',
  },
  outstanding: 'お待ちしているお返事（判断予定日、または区切りの連絡から）',
  age: (from, to) => (to === null ? `${from - 1}日超` : from === 1 ? `${to}日以内` : `${from}〜${to}日`),
  oldest: (customer, day) => `いちばん長いのは${customer}、${day}から。`,
  ownView: (whose) => (whose === null ? 'こちら側の原因と思うこと' : `${named(whose)}がこちら側の原因と思うこと`),
  reasonUnknown: 'まだ伺っていない',
  contactKinds: {
    gives: 'お役に立つものを渡した',
    asks: 'お尋ね・お願い',
    notices: '期日や事実のお知らせ',
    statusOnly: '状況確認だけ',
    other: '面談・その他の連絡',
  },
  statusShare: (share, previous) =>
    `状況確認だけの割合は${share}%${previous ? `（${previous.name}は${previous.share}%）` : ''}。`,
  unreached: (count) => `ほかに、つながらなかった連絡が${count}回。`,
  waits: (kind, waits, names) => settled(kind, waits, names) + waiting(waits, names),
  anAnswerTo: (question) => `${question}へのお答え`,
  decisions: {
    kept: '予定日までにお返事',
    late: '予定日より後にお返事',
    slipped: '予定日が後ろに動いた',
    missing: '予定日を未確認（本日現在）',
  },
  missing: (customers, more) => `予定日を伺っていないのは${customers.join('、')}${more > 0 ? `、ほか${more}件` : ''}。`,
  statusOnly: '状況確認だけ',
  reply: (replied, sent, low, high) => `${sent}回中${replied}回（95%区間 ${low}〜${high}%）`,
  tooFew: (angles) =>
    `件数が少なく、まだ何も言えないもの: ${angles.map(([name, replied, sent]) => `${name} ${sent}回中${replied}回`).join('・')}。`,
  noProof: '連絡の後にお言葉があっても、その連絡のおかげとは限りません。',
  giveDue: (angle, deals, customer, day, businessDays) =>
    `「${angle}」。今日は${deals}件でお勧めしています。${customer}には${day}から${businessDays}営業日、何もお渡ししていません。`,
  previousPeriod: '前の期間',
  none: '記録がありません。',
  suggestion(suggestion, { customer, item, angle }) {
    switch (suggestion.code) {
      case 'answer_waiting':
        return suggestion.count === 1
          ? `${customer}に${item}を${suggestion.longest.businessDays}営業日お待ちいただいています。できている分だけ先にお送りし、残りの日取りを添えてみましょう。`
          : `お客様にお待ちいただいているものが${suggestion.count}件あります。いちばん長いのは${customer}への${item}で、${suggestion.longest.businessDays}営業日。できている分だけ先にお送りし、残りの日取りを添えてみましょう。`;
      case 'status_checks':
        return `${suggestion.of}回の連絡のうち${suggestion.count}回が状況確認だけでした。次の一通には、お答え・会議用の一枚・代わりに済ませた作業など、お役に立つものを一つ添えてみましょう。`;
      case 'decision_dates': {
        const { missing, withDate, withoutDate } = suggestion;
        const compared =
          withDate.of > 0 && withoutDate.of > 0
            ? `予定日のある案件は${withDate.of}件中${withDate.answered}件、ない案件は${withoutDate.of}件中${withoutDate.answered}件でお返事をいただいています。`
            : '';
        return `判断予定日の分からない案件が${missing}件あります。${compared}いつまでに終えたいか、それまでに何が要るかを伺ってみましょう: followup ask`;
      }
      case 'old_answers':
        return `30日を超えてお返事のない案件が${suggestion.count}件あります。お見送りでも構わないと添えて、まず一件、お返事を伺ってみましょう。`;
      case 'ask_reasons':
        return `理由を伺っていないお断りが${suggestion.count}件あります。10営業日のうちに一度だけ、蒸し返さず、今後の参考にと伺ってみましょう。`;
      case 'sooner':
        return `ご要望の資料は平均${suggestion.mean}営業日お待たせしています。最初の一枚だけ当日にお送りし、残りは整い次第にしてみましょう。`;
      case 'more_gives':
        return `お尋ねが${suggestion.asks}回、お渡しが${suggestion.gives}回でした。お尋ねとお尋ねの間に、一度お役に立つものを挟んでみましょう。`;
      case 'give_due':
        return `いちばん間が空いた案件では、${suggestion.longest}営業日何もお渡ししていません。「${angle}」を今日${suggestion.deals}件でお勧めしています。${customer ? `${customer}から` : 'まず一件'}始めてみましょう。`;
      case 'little_recorded':
        return 'この期間の記録はわずかで、まだ読み取れることがありません。連絡のたびに一言残すところから始めましょう。';
      case 'go_on':
        return '数字に目立つところはありません。今のやり方で続けましょう。';
    }
  },
  hint: '（件数が少ないので、目安です。）',
});

function named(whose: string): string {
  return /(さん|様)$/.test(whose) ? whose : `${whose}さん`;
}

function settled(kind: 'questions' | 'materials', { settled: count, mean, longest }: Waits, names: WaitNames): string {
  if (mean === null || !longest)
    return kind === 'questions' ? 'お答えしたご質問はなし。' : 'お渡ししたご要望の資料はなし。';
  const done = kind === 'questions' ? `ご質問${count}件にお答え` : `ご要望の資料${count}点をお渡し`;
  const most = longest.businessDays > 0 && count > 1 ? `、最長${longest.businessDays}営業日（${names.longest}）` : '';
  return `${done}、平均${mean}営業日${most}。`;
}

function waiting({ waiting: count, waitingLongest: longest }: Waits, names: WaitNames): string {
  if (!longest) return '';
  return `まだお待たせしているもの${count}件、最長${longest.businessDays}営業日（${names.waitingLongest}）。`;
}
