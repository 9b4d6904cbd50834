import type { FailureWords } from '../failurewords.ts';
import type { MoveWords } from '../movewords.ts';

export const move = (): MoveWords => ({
  progress: {
    reading: (rows) => `${rows}行を読みました…`,
    writing: (rows) => `${rows}行を写しました…`,
    checking: (rows) => `${rows}行を読み直しました…`,
  },
  moved: (to) => `写し終え、読み直して一致を確かめました: ${to}`,
  wouldMove: (to) => `次の内容を写します: ${to}`,
  wasThere: (to) => `同じ内容がすべて揃っています: ${to}`,
  ofOwner: (owner) => `${owner}さんの案件と、その経緯だけが対象です。`,
  heads: { from: '今の台帳', to: '移した先' },
  kinds: {
    deal: '案件',
    contact: '連絡',
    promise: '約束',
    question: '質問',
    material: '資料',
    slip: '期日の変更',
    outcome: '結果',
    step: '操作の記録',
    change: '操作の内訳',
    silence: '連絡を望まない方',
  },
  digest: '全行の照合値',
  leftOut: (steps) =>
    `操作の記録のうち${steps}件は写しません。元に戻し済みのもの、ほかの方の案件にも及ぶもの、その前提になるものです。移した先では、これらより後の操作だけを元に戻せます。`,
  dryRun: '試しただけで、何も書き込んでいません。',
  use: '今後そちらを使うには（FOLLOWUP_DB を設定している場合は、そちらが優先されます）:',
  password: 'パスワードは設定に残りません。~/.pgpass か PGPASSWORD に置いてください。',
  stays: 'これまでの台帳はそのまま残っています。一方への記録が、もう一方に反映されることはありません:',
});

export const moveFailures = (): FailureWords => ({
  move_to_itself: ({ file }) => ({
    message: `移す先が、今の台帳と同じです: ${file}`,
    hint: '何も変わっていません。別のファイルか、別のスキーマを指定してください: postgres://ユーザー@ホスト/データベース?schema=名前',
  }),
  move_no_folder: ({ file }) => ({
    message: `このフォルダーはありません: ${file}`,
    hint: '何も変わっていません。パスと、ディスクや USB メモリーがつながっているかを確かめてください。新しいフォルダーは先に作っておいてください。',
  }),
  nothing_to_move: ({ file }) => ({
    message: `移すものがありません: ${file}`,
    hint: '移したい台帳を指定してください: followup move <移す先> --db <台帳>',
  }),
  no_deals_of: ({ owner }) => ({
    message: `担当者が「${owner}」の案件は、この台帳にありません。`,
    hint: '何も書き込んでいません。案件に書かれているとおりの名前を指定してください。確かめるには followup show <案件>、登録するには followup edit <案件> --owner <名前> です。',
  }),
  move_target_taken: ({ file }) => ({
    message: `移す先には、すでに別の記録があります: ${file}`,
    hint: 'どちらも何も変わっていません。新しいファイルか、?schema=名前 で別のスキーマを指定してください。両方の案件を合わせるには: followup export --format json -o book.json、続けて followup import book.json --db <移す先>',
  }),
  move_to_part: ({ file }) => ({
    message: `チームの台帳に台帳を丸ごと移せるのは、その表の所有者だけです: ${file}`,
    hint: '元も先も変わっていません。案件は次の手順で取り込めます: followup export --format json -o book.json、続いて followup import book.json --db <移す先>',
  }),
  move_unsound: ({ file }) => ({
    message: `書き込んだ内容を読み直すと、一致しませんでした: ${file}`,
    hint: '書き込みは取り消し、今の台帳は元のままです。双方で followup doctor を実行してから、もう一度お試しください。',
  }),
});
