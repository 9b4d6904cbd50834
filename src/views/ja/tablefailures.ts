import type { FailureWords } from '../failurewords.ts';

/** Why a file is no table that can be read. */
export const tableFailures = (): FailureWords => ({
  csv_broken: ({ file, line }) => ({
    message: `${file} は CSV として読めません: ${line}行目から始まる引用符が閉じられていないか、行が終わっていません。`,
    hint: '何も書き込んでいません。その行の引用符を閉じるか、取り除いてください。引用符で囲んだセルの中では "" と二つ重ねて書きます。',
  }),
  csv_record_too_long: ({ file, line }) => ({
    message: `${file} は CSV として読めません: ${line}行目が長すぎます。`,
    hint: '何も書き込んでいません。1行に1案件の形で、添付ファイルの内容や右側の空の列を含めずに、書き出し直してください。',
  }),
  csv_empty: ({ file }) => ({ message: `${file} に行がありません。`, hint: '1行目に列の見出しが要ります。' }),
  bad_encoding: ({ value, choices }) => ({
    message: `「${value}」という文字コードには対応していません。`,
    hint: `--encoding には次のいずれかを指定してください: ${list(choices)}`,
  }),
  encoding_unclear: ({ file, choices }) => ({
    message: `${file} の文字コードを内容から判別できません。候補: ${list(choices)}`,
    hint: '--encoding で指定し、--dry-run で名前が正しく読めることを確かめてください。何も書き込んでいません。',
  }),
  bad_delimiter: ({ value, choices }) => ({
    message: `「${value}」は区切り文字として使えません。`,
    hint: `--delimiter には次のような1文字を指定してください: ${list(choices)}`,
  }),
  not_a_table: ({ file, kind }) => ({
    message: `${file} は${FILE_KINDS[String(kind)] ?? 'テキスト以外のファイル'}で、CSV ではありません。何も書き込んでいません。`,
    hint: FILE_WAYS[String(kind)] ?? '元のシステムから一覧を CSV で書き出し、そのファイルを取り込んでください。',
  }),
});

const FILE_KINDS: Readonly<Record<string, string>> = {
  xlsx: ' Excel ブック（または ZIP ファイル）',
  xls: '旧形式の Excel ブック',
  pdf: ' PDF ',
  gzip: '圧縮ファイル',
  sqlite: ' SQLite のデータベース',
  image: '画像ファイル',
  html: 'ウェブページか XML 文書（拡張子にかかわらず）',
  binary: 'テキスト以外のファイル',
};

const FROM_A_SPREADSHEET =
  '表計算ソフトで開き、シートを「CSV UTF-8」形式で保存して、そのファイルを取り込んでください。';

const FILE_WAYS: Readonly<Record<string, string>> = {
  xlsx: FROM_A_SPREADSHEET,
  xls: FROM_A_SPREADSHEET,
  html: FROM_A_SPREADSHEET,
  gzip: '先に展開し、中の CSV ファイルを取り込んでください。',
};

function list(items: unknown): string {
  return Array.isArray(items) ? items.join('、') : String(items);
}
