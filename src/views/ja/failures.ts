import type { FailureWords } from '../failurewords.ts';
import { bookFailures } from './bookfailures.ts';
import { endFailures } from './endfailures.ts';
import { serverFailures } from './serverfailures.ts';
import { tableFailures } from './tablefailures.ts';

const DAY_FORMS = '2026-09-30、9/30、9月30日、令和8年9月30日、明日、来週金曜、9月末、+2w のように書いてください。';

export const failures = (): FailureWords => ({
  bad_day: ({ value }) => ({ message: `「${value}」は日付として読めません。`, hint: DAY_FORMS }),
  weekday_mismatch: ({ value, day }) => ({
    message: `「${value}」は曜日と日付（${day}）が合いません。`,
    hint: '曜日を省くか、どちらかを直してください。',
  }),
  day_ahead: ({ value }) => ({
    message: `${value}はまだ先の日付です。`,
    hint: '連絡した日を --on で指定してください。約束した面談は --next と --next-on で記録します。',
  }),
  bad_duration: ({ value }) => ({
    message: `「${value}」は期間として読めません。`,
    hint: '10日、2週間、1ヶ月、10営業日（または 10d, 2w, 1mo, 10bd）のように書いてください。',
  }),
  bad_money: ({ value }) => ({
    message: `「${value}」は推測なしには金額として読めません。`,
    hint: '1200000、1,200,000、120万円、¥1,200,000、$22,700.00 のように書いてください。',
  }),
  bad_currency: ({ value }) => ({
    message: `「${value}」は通貨コードではありません。`,
    hint: 'JPY、USD、EUR のような大文字3字です。',
  }),
  bad_count: ({ value }) => ({
    message: `「${value}」は1以上の整数ではありません。`,
    hint: '5 のような数を指定してください。',
  }),
  bad_choice: ({ flag, value, choices }) => ({
    message: `${flag} に「${value}」は使えません。`,
    hint: `使える値: ${list(choices)}`,
  }),
  bad_email: ({ value }) => ({
    message: `「${value}」はメールアドレスではありません。`,
    hint: 'name@example.com の形で書いてください。',
  }),
  bad_material: ({ flag, value }) => ({
    message: `${flag}: 「${value}」という資料はありません。`,
    hint: 'コードか名前で書いてください: quote（見積書）, proposal（提案書）, compare（比較表）, case（導入事例）, roi, plan, security, contract, ringi …',
  }),
  cannot_ask: ({ id }) => ({
    message: 'ここではお尋ねできません。',
    hint: `上のフラグで答えてください: followup edit ${id} …`,
  }),
  empty_value: ({ flag }) => ({
    message: `${flag} が空です。`,
    hint: '値を書いてください。消すときは edit の --clear を使います。',
  }),
  unknown_setting: ({ key }) => ({ message: `「${key}」という設定はありません。`, hint: '一覧: followup config list' }),
  bad_setting: ({ key, value }) => ({
    message: `${key} に「${value}」は使えません。`,
    hint: SETTING_FORMS[String(key)] ?? '使える値: followup config list',
  }),
  bad_number: ({ key, value }) => ({
    message: `${key} に「${value}」は使えません。`,
    hint: '0から9999までの整数です。足すか引くかは規則が決めています。',
  }),
  bad_config: ({ file, key }) => ({
    message: `設定ファイルが使えません${key ? `（${key}）` : ''}: ${file}`,
    hint: '直すか、消せば既定に戻ります。案件には触れていません。',
  }),
  cancelled: () => ({ message: '取り消しました。何も変わっていません。', hint: '' }),
  typed_cancelled: () => ({ message: '取り消しました。何も記録していません。', hint: 'ここまでの入力を記録するには:' }),
  no_deal: ({ query }) => ({ message: `「${query}」に当てはまる案件がありません。`, hint: '一覧: followup list' }),
  many_deals: ({ query, candidates }) => ({
    message: `「${query}」に当てはまる案件がいくつかあります:\n${lines(candidates)}`,
    hint: '番号で指定してください。',
  }),
  no_owner: ({ value, choices }) => ({
    message: `「${value}」さんが担当の案件はありません。`,
    hint: Array.isArray(choices) && choices.length > 0 ? `案件をお持ちの担当者: ${few(choices)}` : NO_OWNERS,
  }),
  no_deals: () => ({ message: '案件がまだありません。', hint: '登録: followup add、または followup import deals.csv' }),
  missing: ({ flag, command }) => ({
    message: `${flag} が必要です。`,
    hint: `ここではお尋ねできません。followup ${command} --help をご覧ください。`,
  }),
  nothing_to_do: ({ command }) => ({
    message: '変更する内容がありません。',
    hint: `指定できるもの: followup ${command} --help`,
  }),
  no_promise: ({ n }) => ({ message: `この案件に未了の約束${n}はありません。`, hint: '約束の一覧: followup show' }),
  no_question: ({ n }) => ({ message: `この案件に未回答の質問${n}はありません。`, hint: '質問の一覧: followup show' }),
  promise_needs_day: () => ({
    message: '約束には日付が必要です。',
    hint: '--by <日付> を付けてください。日付のない約束は守れません。',
  }),
  flag_needs: ({ flag, needs }) => ({
    message: `${flag} には ${needs} が必要です。`,
    hint: '両方を指定するか、どちらも省いてください。',
  }),
  flags_apart: ({ flag, other }) => ({
    message: `${flag} と ${other} は同時に使えません。`,
    hint: 'どちらかを指定してください。',
  }),
  bad_month: ({ value }) => ({
    message: `「${value}」は月として読めません。`,
    hint: '2025-07、2025年7月、7月のように書いてください。',
  }),
  month_ahead: ({ value, now }) => ({
    message: `${value}はまだ始まっていません。`,
    hint: `過ぎた日について振り返るページです。今月のこれまで: --month ${now}`,
  }),
  period_ahead: ({ value }) => ({
    message: `${value}はまだ先です。`,
    hint: '振り返りは過ぎた日について行います。--from に過ぎた日を指定してください。',
  }),
  period_backwards: ({ from, to }) => ({
    message: `終わりの日（${to}）が始まりの日（${from}）より前です。`,
    hint: '--from に早いほうの日を指定してください。',
  }),
  status_next: ({ value }) => ({
    message: `「${value}」は状況確認で、お会いする理由になりません。`,
    hint: 'お手伝いできる作業、お知らせ、新しい視点、お待たせしているご回答など、お客様の役に立つものを書いてください。',
  }),
  closed_deal: ({ id, state }) => ({
    message: `案件${id}は終了しています（${state}）。`,
    hint: 'snooze と hold は進行中の案件に使います。',
  }),
  past_day: ({ value }) => ({
    message: `${value}は今日より後の日付ではありません。`,
    hint: 'これからの日付を指定してください。',
  }),
  file_missing: ({ file }) => ({
    message: `ファイルがありません: ${file}`,
    hint: '名前とフォルダーを確かめてください。',
  }),
  file_unreadable: ({ file }) => ({
    message: `ファイルを読めません: ${file}`,
    hint: 'ファイルかどうか、読む権限があるかを確かめてください。',
  }),
  file_not_writable: ({ file }) => ({
    message: `ファイルに書き込めません: ${file}`,
    hint: 'フォルダーと権限を確かめ、Excel などで開いている場合は閉じてください。',
  }),
  unknown_option: ({ value, suggestion }) => ({
    message: `${value} というオプションはありません。`,
    hint: suggestion ? `${suggestion} のことですか。` : '--help で一覧が見られます。',
  }),
  unknown_command: ({ value, suggestion }) => ({
    message: `「${value}」というコマンドはありません。`,
    hint: suggestion ? `${suggestion} のことですか。` : '一覧: followup --help',
  }),
  unknown_topic: ({ value, topics }) => ({
    message: `「${value}」についての説明はありません。`,
    hint: `読み物: ${list(topics)}。コマンドの一覧: followup --help`,
  }),
  missing_argument: ({ value }) => ({ message: `<${value}> が必要です。`, hint: '使い方は --help で見られます。' }),
  missing_option_value: ({ value }) => ({
    message: `${value} には値が必要です。`,
    hint: '使い方は --help で見られます。',
  }),
  too_many_arguments: ({ command }) => ({
    message: `${command} に渡す言葉が多すぎます。`,
    hint: '空白を含む文は引用符で囲んでください。',
  }),
  command_line: ({ value }) => ({ message: String(value), hint: '使い方は --help で見られます。' }),
  bug: ({ value }) => ({
    message: `followup の不具合です: ${value}`,
    hint: '書きかけのものはありません。入力した内容を添えてお知らせください。FOLLOWUP_DEBUG=1 で発生箇所が出ます。',
  }),
  ...bookFailures(),
  ...serverFailures(),
  ...endFailures(),
  ...tableFailures(),
});

const SETTING_FORMS: Readonly<Record<string, string>> = {
  lang: 'en または ja です。',
  holidays: 'jp、us や de などの国コード、または none です。',
  currency: 'JPY、USD、EUR のような大文字3字です。',
  limit: '1から9999までの整数です。',
  pager: 'on または off です。',
  'closed-days': '12-29..01-03, 08-13..08-16, 2026-05-01 のように書いてください。一年の半分以上は閉じられません。',
};

const NO_OWNERS = '担当者の付いた案件はまだありません。followup edit <案件> --owner <名前> で付けられます。';
/** A company has too many reps to name them all. */
const MOST_NAMED = 12;

function few(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return list(names.slice(0, MOST_NAMED)) + (more > 0 ? ` ほか${more}名` : '');
}

function list(items: unknown): string {
  return Array.isArray(items) ? items.join('、') : String(items);
}

function lines(items: unknown): string {
  return Array.isArray(items) ? items.map((item) => `  ${item}`).join('\n') : String(items);
}
