import type { TeamPageWords } from '../teampagewords.ts';

export const teamPage = (): TeamPageWords => ({
  title: (day) => `チーム　${day}`,
  period: (name) => `いただいたお返事と連絡は${name}の件数、ほかは本日現在です。`,
  nothing: '案件がまだありません。担当者は followup edit <案件> --owner <名前> で付けられます。',
  nobody: '担当者なし',
  rep: (name, open) => `${name}　商談中${open}件`,
  columns: {
    owed: '宿題',
    outstanding: '返事待ち',
    collected: '返事あり',
    undated: '日付なし',
    statusOnly: '確認のみ',
  },
  everybody: '全員',
  labels: {
    owed: 'こちらの宿題',
    outstanding: 'お待ちしているお返事',
    collected: 'いただいたお返事',
    undated: '判断予定日が未確認',
    statusOnly: '状況確認だけの連絡',
  },
  owed: (owed, overdue) => (overdue > 0 ? `${owed}（期日超過${overdue}）` : String(owed)),
  statusOnly: (count, of, share) => (of === 0 ? '連絡なし' : `${of}回中${count}回（${share}%）`),
  neediest: 'いま手助けが要る案件',
  noNeed:
    '宿題のある案件、先方の期日が近い案件、日付が未確認の案件（金額の大きい順）を調べましたが、ありませんでした。お一人ごとの今日の連絡先: followup today --owner <担当者>',
  handOver: '担当者のない案件は、管理者が割り当ててください:\n  followup edit --where owner= --owner <担当者>',
  join: '　',
});
