import type { FailureWords } from '../failurewords.ts';

/** What may go wrong as deals leave the book, or come back from an archive. */
export const exportFailures = (): FailureWords => ({
  bad_encoding: ({ value, choices }) => ({
    message: `文字コード「${value}」はありません。`,
    hint: `${list(choices)} などをご指定ください。`,
  }),
  encoding_csv_only: ({ format }) => ({
    message: `--encoding は CSV 専用です。${format} は常に UTF-8 です。`,
    hint: '外すか、--format csv を付けてください。',
  }),
  unmappable: ({ encoding, count, places }) => ({
    message: `${encoding} で書けない文字が${count}字あるため、何も書き出していません。\n${lines(places)}`,
    hint: '--encoding を外せば UTF-8 ですべて書き出せます（Excel でもそのまま開けます）。「?」に置き換えてよければ --replace-unmappable を付けてください。',
  }),
  export_over_book: ({ file }) => ({
    message: `台帳そのもののファイルです: ${file}`,
    hint: '-o には別のファイルをご指定ください。台帳はそのままです。',
  }),
  file_is_folder: ({ file }) => ({ message: `フォルダーです: ${file}`, hint: 'その中のファイル名をご指定ください。' }),
  output_failed: () => ({
    message: '最後まで出力できませんでした。',
    hint: '出力先の空き容量をお確かめください。-o でファイルに書き出すと、途中までのファイルは残りません。台帳はそのままです。',
  }),
  not_an_archive: ({ file }) => ({
    message: `${file} は followup が書き出した JSON ではありません。`,
    hint: '書き出し方: followup export --format json -o deals.json。何も書き込んでいません。',
  }),
  newer_archive: ({ file, version }) => ({
    message: `${file} は新しい版の followup で書き出されています（形式 ${version}）。`,
    hint: 'followup を更新してください: npm install -g followup-coach。何も書き込んでいません。',
  }),
  bad_archive: ({ file, where, expected, count }) => ({
    message: `${file} の ${where === '' ? '先頭' : where} が読めません。${EXPECTED[String(expected)] ?? expected}${more(count)}。`,
    hint: 'その箇所を直すか、書き出し直してください。何も書き込んでいません。',
  }),
  archive_unlawful: ({ where, customer, problem }) => ({
    message: `${where}（${customer}）: ${UNLAWFUL[String(problem)] ?? UNLAWFUL.unlawful_end}。`,
    hint: '何も書き込んでいません。お客様ご自身のお言葉がなければ失注ではありません。state を open、closedOn を null にし、その outcome を外してください。',
  }),
  archive_owner: ({ where, customer, owner, own }) => ({
    message: `${where}（${customer}）の担当は「${owner}」です。取り込めるのはご自身の案件だけで、この台帳でのお名前は「${own}」です。`,
    hint: `何も書き込んでいません。元の台帳で followup edit --where "owner=${owner}" --owner "${own}" としてから、書き出し直してください。ほかの方の案件は管理者が取り込みます。`,
  }),
  archive_ambiguous: ({ where, customer }) => ({
    message: `${where}（${customer}）: 外部ID、または顧客名と件名が同じ案件が、この台帳に複数あります。`,
    hint: '何も書き込んでいません。台帳とファイルの両方に、案件ごとの外部IDを付けてください（followup edit <案件> --external-id …）。',
  }),
  duplicate_deal: ({ where, id, customer }) => ({
    message: `${where}（${customer}）は、すでに案件${id}としてあり、内容が異なります。`,
    hint: '何も書き込んでいません。新しい内容を取り込むなら --on-duplicate update、そのままにするなら --on-duplicate skip を付けてください。',
  }),
});

const EXPECTED: Readonly<Record<string, string>> = {
  text: '文字列が入ります',
  name: '顧客名がありません',
  day: '2026-09-30 のような日付が入ります',
  number: '0 から 10^15 までの数が入ります',
  wholeNumber: '1 以上の整数が入ります',
  flag: 'true か false が入ります',
  code: 'この項目に使える語ではありません',
  duration: '10d、2w、1mo、10bd のような期間が入ります',
  list: '配列が入ります',
  object: 'オブジェクトが入ります',
  unique: '同じものが二つあります',
  known: 'この名前の項目はなく、外すと内容が失われます',
  currency: 'JPY のような大文字3字が入ります',
  uid: '16進数32桁が入ります',
  version: '1 が入ります',
};

const UNLAWFUL: Readonly<Record<string, string>> = {
  unlawful_end:
    '終わり方に必要なものがそろっていません。失注には、お客様のお言葉・どなたのお言葉か・伺った手段・理由が要ります',
  words_placeholder: '終わり方のお言葉か事情が、欄を埋めただけのものです',
  words_silence: 'お返事がないことを終わりの根拠にしています',
  words_ours: '終わり方のお言葉が、お客様ではなくこちらの文です',
  who_placeholder: 'どなたのお言葉かが分かりません',
  only_for: 'この終わり方にはない、理由か再連絡の日が入っています',
};

function more(count: unknown): string {
  return Number(count) > 1 ? `（ほかに${Number(count) - 1}件）` : '';
}

function list(items: unknown): string {
  return Array.isArray(items) ? items.join('、') : String(items);
}

function lines(items: unknown): string {
  return Array.isArray(items) ? items.map((item) => `  ${item}`).join('\n') : String(items);
}
