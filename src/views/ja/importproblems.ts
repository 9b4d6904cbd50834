/** Why a cell of an imported file cannot be read, and what to write instead. */
export const importProblems: Readonly<Record<string, string>> = {
  bad_day: '推測なしには日付として読めません（例: 2026-09-30）',
  date_order_unclear: '日と月のどちらが先か決められません（--date-format に dmy、mdy、ymd のどれかを指定してください）',
  month_only: '月までしか書かれていません（日まで書いてください。例: 2026-09-30）',
  bad_zone: '時刻の時間帯が分かりません（+09:00 の形にするか、日付だけにしてください）',
  weekday_mismatch: '曜日と日付が合いません（どちらかを直してください）',
  bad_money: '金額として読めません（1200000 のように数字一つで書いてください）',
  amount_style_unclear: 'カンマと点のどちらが小数点か決められません（--decimal に point か comma を指定してください）',
  unit_conflict: 'セルと見出しの両方に単位や通貨があります（どちらかを消してください）',
  shortened: '表計算ソフトで桁が失われています（列を文字列の書式にして、書き出し直してください）',
  excel_error: '表計算ソフトのエラー値です（数式や列の幅を直して、書き出し直してください）',
  bad_duration: '期間として読めません（例: 10日、2週間、1ヶ月、10営業日）',
  bad_currency: '知らない通貨です（EUR のような大文字3字で書いてください）',
  bad_state:
    '意味の分からないステージです（--stage "言葉=open" のように指定してください。ほかに won、declined、withdrawn、dormant、void）',
  state_conflict: 'ステージと状態の列で結果が食い違っています（どちらかを直してください）',
  archived_row: 'アーカイブ済みですが、結果が分かりません（ステージに「失注」などの結果を書くか、行を除いてください）',
  left_out: '取り込まないと指定されたステージです',
  bad_choice: 'この項目で使える値ではありません',
  bad_flag: 'はい・いいえとして読めません（「はい」か「いいえ」で書いてください）',
  bad_email: 'メールアドレス一つとして読めません（例: name@example.com）',
  empty_value: '空欄です（値を入れてください）',
  customer_missing: '顧客名がありません（顧客名を入れてください）',
  duplicate: '前の行と同じ案件です（どちらか一つにしてください）',
  row_length: '見出しより列の多い行です（カンマを含む値は引用符で囲んでください）',
  row_short:
    '列の多い表で、一つのセルしか埋まっていません（注記やグループ名であれば行を消し、案件であればほかの項目も入れてください）',
  maybe_total: '小計の行か、顧客名か判断できません（小計であれば行を消し、顧客であればステージか日付を入れてください）',
  row_broken: '行が途中の改行で二つに分かれています（セルを引用符で囲んでください）',
  stray_quote: '引用符の位置がおかしく、どこまでがそのセルか分かりません（セルの中の引用符は二つ重ねてください）',
  undecodable:
    'この文字コードでは文字にならないバイトがあります（--encoding で正しいものを指定するか、直してください）',
  many_deals: '同じ顧客名・件名の案件が複数あります（external-id を付けてください）',
  deal_exists: 'すでにある案件です（--on-duplicate update で更新できます）',
  bad_followup_id: '書き出したときの値ではありません（元のままにするか、空欄にしてください）',
  many_of_id:
    'この番号の案件が複数あり、顧客名と件名からも一つに決まりません（登録どおりの顧客名と件名を書いてください）',
  id_of_other:
    'この番号は、顧客名も件名も違う案件のものです（別の番号にするか、followup edit で案件名を直してください）',
};
