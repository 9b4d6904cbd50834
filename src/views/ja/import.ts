import type { ImportWords } from '../importwords.ts';
import { contactProblems } from './contactproblems.ts';
import { importProblems } from './importproblems.ts';

export const importing = (): ImportWords => ({
  readAs: ({ encoding, delimiter, headerLine }) =>
    `文字コードは${encoding}、区切りは${delimiter}、見出しは${headerLine}行目として読みました。`,
  delimiters: { ',': 'カンマ', ';': 'セミコロン', '\t': 'タブ', '|': '縦棒' },
  columns: (pairs) => `列の対応: ${pairs}`,
  pair: (header, field) => `${header} → ${field}`,
  ignored: (columns) =>
    `対応する項目がなく、取り込まなかった列: ${columns}。--map "見出し=項目" で指定するか、--keep-unmapped で備考に残せます。`,
  kept: (columns) => `備考に残した列: ${columns}`,
  missing: (columns) => `対応表にあり、このファイルにない列: ${columns}`,
  unit: (column, one) => `${column}: ${one}単位の金額として読みました。`,
  currency: (currency, count) =>
    currency === null
      ? `通貨のない金額が${count}件あり、通貨は決めていません。見出しを「金額（円）」のようにするか、followup config set currency で設定してください。`
      : `通貨のない金額${count}件は、設定に従い${currency}としました。`,
  titleIsCustomer: (header) => `顧客名の列がないため、「${header}」を顧客名としました。`,
  leftOut: (kind, count, lines) =>
    `${
      {
        header: '繰り返しの見出し',
        total: '合計行',
        footer: '表の外の注記',
        stage: '取り込まないステージの行',
        type: 'お客様との接触ではない行（タスク、メモ、社内の打ち合わせなど）',
        notDone: 'まだ行われていない活動',
        ahead: '日付が今日より先の活動',
        duplicate: '前の行と同じ接触',
      }[kind]
    }は取り込んでいません（${count}行）: ${lines}行目`,
  short: (lines) => `見出しより短い行（足りない列は空欄として読みました）: ${lines}`,
  notices: {
    none: ({ column, values, count }) => `${column}: ${values} は空欄として読みました（${count}行）。`,
    year_assumed: ({ column, values, count }) =>
      `${column}: 年のない日付（${values} など${count}行）は、これから来る日、過去の事柄は直近の過ぎた日として読みました。`,
    first_address: ({ column, values, count }) =>
      `${column}: 複数のアドレス（${values} など${count}行）は、先頭の一つだけ取り込みました。`,
    reason_of_open: ({ column, values, count }) =>
      `${column}: 進行中の案件の失注理由（${values} など${count}行）は取り込んでいません。段階を示す列がほかにありませんか。`,
    currency_of_sign: ({ column, values, count }) =>
      `${column}: 複数の通貨で使われる記号（${values} など${count}行）は、一般的な通貨として読みました。別の通貨なら、列や見出しで示してください。`,
    month_end: ({ column, values, count }) => `${column}: ${values} はその月の末日として読みました（${count}行）。`,
    serial: ({ column, values, count }) =>
      `${column}: 表計算ソフトの日付の番号（${values} など${count}行）を日付として読みました。`,
    local_day: ({ column, values, count }) =>
      `${column}: ほかの時間帯の日時（${values} など${count}行）を、こちらの日付に直しました。`,
    closed_ahead: ({ column, values, count }) =>
      `${column}: 終わった案件ですが、${values} はまだ先の日付です（${count}行）。`,
    not_ended: ({ column, values, count }) =>
      `${column}: 終わっていない案件のため、${values} は取り込んでいません（${count}行）。`,
    currency_conflict: ({ column, values, count }) =>
      `${column}: ${values} の通貨が列や見出しと違うため、セルの通貨を使いました（${count}行）。`,
  },
  progress: {
    reading: (rows) => `読み込み中: ${rows}行`,
    writing: (rows, of) => `取り込み中: ${rows} / ${of}行`,
  },
  summary: ({ read, created, updated, unchanged, rejected }) =>
    `${read}行を読み込みました: 新規${created}、更新${updated}、変更なし${unchanged}、` + `受け付けず${rejected}。`,
  nothingNew: '新しいものはなく、台帳は元のままです。',
  step: (batch) => `記録の番号は${batch}です。followup undo で丸ごと元に戻せます。`,
  dryRun: '試行のみ: 何も書き込んでいません。',
  samples: '取り込むとこうなります:',
  sample: (line, did, facts) => `${line}行目（${did}）: ${facts}`,
  did: { created: '新規', updated: '更新', unchanged: '変更なし' },
  reject: (line, column, value, problem) => `${line}行目、列「${column}」: ${value}: ${problem}`,
  moreRejects: (count) => `… ほか${count}件`,
  problems: importProblems(),
  rejectsWritten: (file, rows) => `受け付けなかった${rows}行を、理由の列を添えて書き出しました: ${file}`,
  declined: (count) => `失注の${count}件は「お断り受領」として取り込みました。失注にはお客様ご自身の言葉が要ります。`,
  keptOpen: (deals) =>
    `ファイルでは終わっていますが、終わったと分かる記録がないため、進行中のままにしました: ${deals}。終えるときは followup close をお使いください。`,
  keptEnded: (deals) =>
    `ファイルでは進行中か別の結果ですが、こちらでは終わっているため、そのままにしました: ${deals}。再開するときは followup reopen をお使いください。`,
  contacts: {
    ignored: (columns) =>
      `対応する項目がなく、取り込まなかった列: ${columns}。--map "見出し=項目" で指定するか、--keep-unmapped で本文に残せます。`,
    kept: (columns) => `本文に残した列: ${columns}`,
    problems: contactProblems(),
    statusOnly: (count) => `こちらからの新しい接触のうち${count}件は、文面の確認で「状況確認のみ」と判断しました。`,
  },
  mappingSaved: (name, file) => `対応表「${name}」として保存しました: ${file}`,
  ask: {
    encoding: (file) => `${file} の文字コードはどれですか。正しく読める行を選んでください。`,
    isStage: (header, value) => `列「${header}」は案件の状態ですか（「${value}」というセルがあります）。`,
    customer: '顧客名はどの列ですか。',
    deal: '案件はどの列ですか。',
    date: '接触した日はどの列ですか。',
    noColumn: '（どれでもない: 中止）',
    dateOrder: (header, example) => `${header}: ${example} は何日ですか。`,
    decimal: (header, example) => `${header}: ${example} はいくらですか。`,
    stage: (word, rows) => `ステージ「${word}」（${rows}行）の意味は？`,
    state: (state) =>
      ({
        open: '進行中: まだ決まっていない',
        won: '受注',
        lost: '失注',
        declined: 'お断り受領: 断られた',
        withdrawn: '当方から辞退',
        dormant: '休眠: 返事がないまま',
        void: '消滅: 判断すること自体がなくなった',
      })[state],
    type: (word, rows) =>
      word === ''
        ? `種別のない行（${rows}行）は、どのような接触でしたか。`
        : `種別「${word}」（${rows}行）は、どのような接触ですか。`,
    leaveOut: 'この行は取り込まない',
    importGood: (good, bad) => `${bad}行は取り込めません。残りの${good}行を取り込みますか。`,
    save: '次回も同じ読み方をするなら、名前を付けて保存できます（不要なら Enter）。',
  },
  reason: '取り込めない理由',
});
