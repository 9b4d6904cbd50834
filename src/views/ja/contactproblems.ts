/** Why a row of an activity export cannot go into a history, and what to do about it. */
export const contactProblems = (): Readonly<Record<string, string>> => ({
  bad_type:
    '分からない活動種別です（--type "言葉=phone" のように指定してください。ほかに email、visit、meeting、online、chat、letter。"言葉=" なら取り込みません）',
  type_missing:
    '種別がなく、件名からも接触方法が分かりません（種別を入れるか、まとめて --type "=phone" のように指定してください）',
  bad_direction: '発信・受信のどちらか分かりません（「発信」か「受信」で書いてください）',
  bad_done: '完了かどうか分からない値です（「完了」か「未完了」で書くか、--map "見出し=" で列を外してください）',
  day_missing: '日付がありません（接触した日を入れてください）',
  deal_missing: 'どの案件か書かれていません（external-id か案件名を入れてください）',
  deal_unknown: '台帳にない案件です（先に案件を取り込むか追加し、または案件名を直してください）',
  many_deals: '当てはまる案件が複数あります（external-id で指定してください）',
});
