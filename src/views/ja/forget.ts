import type { FailureWords } from '../failurewords.ts';
import type { ForgetWords } from '../forgetwords.ts';

export const forget = (): ForgetWords => ({
  whichPerson: (query) => `「${query}」はどなたですか。`,
  heading: (person) => `完全に消去する方: ${person}`,
  kinds: {
    details: (count) => `案件${count}件の連絡先`,
    contacts: (count) => `連絡${count}件の本文`,
    promises: (count) => `約束${count}件`,
    questions: (count) => `質問${count}件`,
    answers: (count) => `回答${count}件`,
    outcomes: (count) => `結果${count}件のお言葉`,
    holds: (count) => `保留${count}件のお言葉`,
    texts: (count) => `案件${count}件の項目にあるお名前など`,
  },
  erases: (list) => `消えるもの: ${list}`,
  inDeals: (list) => `対象の案件: ${list}（undo のための記録も含みます）`,
  customerOf: (list) => `${list} は顧客名がご本人のため、顧客名も消去します。`,
  customersLeft: (list) => `お名前を含みますが、顧客名として残るもの: ${list}`,
  stays: '残るもの: 案件があったこと、顧客名、金額、日付、終わり方と理由の区分',
  backups: (count) => `保存されている控え${count}件も調べ、この方を除いて作り直します。読めない控えは削除します。`,
  elsewhere:
    '書き出したファイルや別の場所に置いた控えには及びません。ご自身で削除してください。undo でも元に戻せません。',
  onServer:
    'サーバー側のバックアップ、ログ、複製にも及びません。いつまで保存されるかをサーバーの管理者にお確かめください。',
  silence: '連絡を望まないというご意向は、お名前のない照合用の符号として残ります。',
  ask: (person) => `${person} を完全に消去しますか。`,
  forgotten: (deals, backups) => `案件${deals}件と控え${backups}件から消去しました。`,
  removed: (file) => `読めなかったため削除しました: ${file}`,
  dryRun: '試しただけで、何も変えていません。',
  keptSilent: (count) => `案件${count}件は、以前に連絡を望まないとのご意向があった方のため、連絡しない設定にしました。`,
});

export const forgetFailures = (): FailureWords => ({
  no_person: ({ query }) => ({
    message: `「${query}」という方は見つかりません。`,
    hint: '案件に書かれているとおりのお名前・メールアドレス・電話番号を指定してください: followup show <案件>',
  }),
  many_people: ({ query, candidates }) => ({
    message: `「${query}」に当てはまる方:\n${Array.isArray(candidates) ? candidates.map((it) => `  ${it}`).join('\n') : ''}`,
    hint: 'お名前の全体・メールアドレス・電話番号のいずれか、または --customer <顧客名> で指定してください。',
  }),
  erased_for_good: ({ step, forget: by }) => ({
    message:
      step === by
        ? `操作${step}は個人情報の消去のため、元に戻せません。`
        : `操作${step}は元に戻せません。その対象から、操作${by}で個人情報を消去しています。`,
    hint: '何も変わっていません。ほかの案件の操作は番号で元に戻せます: followup undo --list',
  }),
});
