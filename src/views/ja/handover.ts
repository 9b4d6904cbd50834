import type { FailureWords } from '../failurewords.ts';
import type { HandoverWords } from '../handoverwords.ts';

export const handover = (): HandoverWords => ({
  nothing: (owner) => `引き継ぐ案件はありません。条件に合うものは、すべて${owner}さんの担当です。`,
  preview: (count, owner) => `次の${count}件を${owner}さんに引き継ぎます。`,
  deal: (name, owner) => `${name}（${owner ?? '担当者なし'}）`,
  more: (count) => `… ほか${count}件`,
  newOwner: (owner) => `${owner}さんが担当の案件はまだありません。お名前の表記をご確認ください。`,
  pages: (command) => `引き継ぎ書は先に印刷できます: ${command}`,
  ask: (count, owner) => `${count}件を${owner}さんに引き継ぎますか。`,
  given: (count, owner) => `${count}件を${owner}さんの担当にしました。元に戻すには: followup undo`,
  kept: (count) => `${count}件は、その間に担当者が変わっていたため、そのままにしました。`,
  headings: {
    decision: 'ご判断の時期',
    promised: 'こちらがお約束したこと',
    asked: 'いただいたご質問',
    waiting: 'お待ちいただいているもの',
    supplied: 'お渡し済みのもの',
    agreed: '取り決め',
    said: 'お客様のお言葉',
  },
  nothingRecorded: '記録なし',
  heldBy: (owner) => `担当 ${owner}`,
  decides: (day) => `${day}　先方のおっしゃった日`,
  noDecision: '先方の予定日は未確認です。伺ってください。',
  guess: (day) => `${day}　こちらの見込み（先方の日付ではありません）`,
  goal: (day, goal, source) => `${day}　${goal || '先方の目標'}（${source}）`,
  latestUseful: (day) => `${day}　目標に間に合う最終日（逆算）`,
  next: (next, day, isBooked) => [next, day, isBooked ? '（日程確定）' : ''].filter((it) => it !== '').join('　'),
  quiet: (day) => `${day}までは連絡を控える（先方のご希望）`,
  noContact: '連絡はご遠慮くださいとのご意向です。',
  noted: '当方の記録',
});

export const handoverFailures = (): FailureWords => ({
  bad_condition: ({ value }) => ({
    message: `--where: 「${value}」では絞り込めません。`,
    hint: 'owner=佐藤（担当者のない案件は owner=）、state=open、または顧客名・件名の言葉で指定してください。--where は繰り返せます。',
  }),
  condition_twice: ({ value }) => ({
    message: `--where: ${value}= が二度あります。`,
    hint: '一度だけ指定してください。状態は state=open,dormant のように並べられます。',
  }),
  where_only_owner: ({ flag }) => ({
    message: `${flag} は、まとめて変更することはできません。`,
    hint: '--where と一緒に使えるのは --owner だけです。ほかの項目は1件ずつ変更してください: followup edit <案件>',
  }),
});
