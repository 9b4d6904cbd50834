import { fewOf, type TermWords } from '../termwords.ts';

const away = (days: number): string => (days === 0 ? '今日' : days === 1 ? '明日' : `あと${days}日`);
const inBusinessDays = (days: number): string => (days === 0 ? '今日' : `あと${days}営業日`);
const list = (items: readonly string[]): string => fewOf(items, { join: '、', lastJoin: '、', more: () => 'など' });

export const terms = (): TermWords => ({
  reasons: {
    promise_overdue: ({ item, on }) => `${item}を${on}までにとお約束しています。`,
    promise_today: ({ item }) => `${item}は本日お届けのお約束です。`,
    question_open: ({ item, on, value }) =>
      `${on}に「${item}」とお尋ねがあり、${value > 0 ? `${value}営業日` : ''}まだお答えしていません。`,
    material_requested: ({ items, on }) => `${on}に${list(items)}をご所望。まだお渡ししていません。`,
    thanks_owed: ({ on, isToday }) =>
      isToday
        ? '本日お会いしました。決まったことをまだ書面でお送りしていません。'
        : `${on}にお会いしました。決まったことをまだ書面でお送りしていません。`,
    next_due: ({ item, on, value }) =>
      value === 0
        ? `「${item}」でお会いするお約束の日です。`
        : `${on}に「${item}」でお会いするお約束でしたが、その後の記録がありません。`,
    milestone_near: ({ item, on, value, goalOn, milestone, isLate }) =>
      [
        item ? `目標は${goalOn}「${item}」。` : `先方の目標日は${goalOn}。`,
        milestone === 'approval_start'
          ? `逆算すると稟議の開始は${on}、${away(value)}。`
          : isLate
            ? `稟議の開始目安はすでに過ぎ、ご判断が間に合う最終日は${on}、${away(value)}。`
            : `逆算すると、ご判断が間に合う最終日は${on}、${away(value)}。`,
      ].join(''),
    milestone_passed: ({ on, goalOn }) => `目標${goalOn}に間に合う最終日${on}を過ぎましたが、まだお伝えしていません。`,
    decision_after_latest: ({ on, latestOn }) =>
      `先方のご判断は${on}の予定ですが、目標に間に合う最終日は${latestOn}です。`,
    decision_passed: ({ on, value }) => `先方の目安${on}から、お返事のないまま${value}営業日過ぎています。`,
    decision_near: ({ on, isToday, value, items }) =>
      `先方のご判断は${on}${isToday || value > 0 ? `、${inBusinessDays(value)}` : ''}。${items.length > 0 ? `${list(items)}がまだお手元にありません。` : ''}`,
    promise_soon: ({ item, on, value }) => `${item}は${on}、${away(value)}までのお約束です。`,
    next_soon: ({ item, on }) => `${on}に「${item}」でお会いするお約束ですが、日程がまだ決まっていません。`,
    no_decision_date: ({ on, value }) => `ご提案は${on}、${value}営業日前。ご判断の時期をまだ伺っていません。`,
    no_next_step: () => '次にお会いする理由が決まっていません。',
    route_unknown: () => 'どなたがどう決めるのか、まだ分かっていません。',
    essential_missing: ({ items }) => `ご判断に必要な${list(items)}がまだお手元にありません。`,
    no_goal_date: () => 'いつまでに終えたいのか、まだ伺っていません。',
    give_gap: ({ on }) => `${on}以来、お役に立つものをお渡ししていません。`,
    silence: ({ on, value }) => `最後のお言葉は${on}、${value}日前です。`,
    value: ({ value }) => `金額は進行中案件の中央値の${value.toFixed(1)}倍。`,
    revisit_reached: ({ on }) => `改めてご連絡する日、${on}になりました。`,
    declined_no_reason: ({ on }) => `${on}にお断りを受け、理由をまだ伺っていません。`,
    status_run: ({ value }) => (value === 1 ? '前回は状況確認だけ' : `状況確認だけの連絡が${value}回続いている`),
    recent_contact: ({ on }) => `${on}に連絡済みで、お返事待ち`,
    unanswered: ({ value }) => `こちらからの${value}回にお返事がない`,
    second_channel: () => '数日のうちに別の手段でも連絡している',
  },
  names: {
    promise_overdue: 'お約束の遅れ',
    promise_today: 'お約束の当日',
    question_open: '未回答のご質問',
    material_requested: 'ご依頼の資料',
    thanks_owed: '商談後のお礼',
    next_due: '次の面談の約束日',
    milestone_near: '先方の次の期日',
    milestone_passed: '最終有効日の超過',
    decision_after_latest: '判断予定が遅い',
    decision_passed: '判断予定日の超過',
    decision_near: '判断予定日が近い',
    promise_soon: 'お約束が近い',
    next_soon: '次の面談が近い',
    no_decision_date: '判断時期が不明',
    no_next_step: '次の一歩なし',
    route_unknown: '決裁者・決め方',
    essential_missing: '必要資料の不足',
    no_goal_date: '目標日が不明',
    give_gap: '提供の間隔',
    silence: '沈黙',
    value: '金額',
    revisit_reached: '再提案の時期',
    declined_no_reason: '理由未確認のお断り',
    status_run: '状況確認の連続',
    recent_contact: '直近の連絡',
    unanswered: '返信なしの回数',
    second_channel: '手段の重複',
  },
  aMaterial: (name) => name,
  measure(unit, value) {
    switch (unit) {
      case 'days':
        return `${value}日`;
      case 'businessDays':
        return `${value}営業日`;
      case 'ratio':
        return `中央値の${value.toFixed(1)}倍`;
      default:
        return `${value}件`;
    }
  },
});
