import type { FailureWords } from '../failurewords.ts';

/** What can be wrong with a file that is to be imported, or with the way it was told to be read. */
export const importFailures = (): FailureWords => ({
  bad_date_format: ({ value }) => ({
    message: `「${value}」は年・月・日の順として読めません。`,
    hint: 'dmy、mdy、ymd、または DD/MM/YYYY のように書いてください。',
  }),
  stage_unclear: ({ column, value }) => ({
    message: `案件の状態を示す列が分かりませんが、列「${column}」に「${value}」とあります。何も書き込んでいません。`,
    hint: `状態の列であれば --map "${column}=state"、そうでなければ --map "${column}=" を指定してください。`,
  }),
  bad_skip: ({ value }) => ({
    message: `「${value}」は行数として読めません。`,
    hint: '見出しより上の行数を指定してください。例: --skip 3',
  }),
  damaged_header: ({ encoding }) => ({
    message: `見出しに、${encoding}では文字にならないバイトがあります。何も書き込んでいません。`,
    hint: '--encoding で正しい文字コードを指定してください（cp932、euc-jp、utf-16 など）。',
  }),
  bad_mapping_name: ({ value }) => ({
    message: `「${value}」は対応表の名前にできません。`,
    hint: '文字、数字、空白、点、ハイフンでお付けください。例: --save-mapping kintone',
  }),
  no_mapping: ({ value, choices }) => ({
    message: `「${value}」という対応表はありません。`,
    hint: list(choices) === '' ? '--save-mapping <名前> で保存できます。' : `保存されている対応表: ${list(choices)}`,
  }),
  bad_mapping: ({ file, where, value }) => ({
    message: `対応表 ${file} が使えません${where ? `（${where}）` : ''}: ${value}`,
    hint: 'ファイルを直すか、--save-mapping で作り直してください。',
  }),
  bad_stage_map: ({ value }) => ({
    message: `--stage「${value}」が読めません。`,
    hint: '"言葉=状態" の形でお書きください。状態は open, won, declined, withdrawn, dormant, void。"言葉=" とすると、その行は取り込みません。',
  }),
  date_order_unclear: ({ column, value, readings }) => ({
    message: `列「${column}」の日付は、読み方が一つに決まりません: ${value} は ${list(readings, '、または ')} とも読めます。何も書き込んでいません。`,
    hint: '年・月・日の順をご指定ください: --date-format dmy、mdy、ymd',
  }),
  amount_style_unclear: ({ column, value, readings }) => ({
    message: `列「${column}」の金額は、読み方が一つに決まりません: ${value} は ${list(readings, '、または ')} とも読めます。何も書き込んでいません。`,
    hint: '小数点の記号をご指定ください: --decimal point（点）、--decimal comma（カンマ）',
  }),
  unit_unclear: ({ column }) => ({
    message: `見出し「${column}」の単位が分かりません。何も書き込んでいません。`,
    hint: '「金額（千円）」「Amount (USD)」のように直すか、--map "見出し=" で外してください。',
  }),
  bad_type_map: ({ value, choices }) => ({
    message: `--type 「${value}」を読み取れません。`,
    hint: `"言葉=接触方法" の形で書いてください（${list(choices)}）。"言葉=" なら、その行は取り込みません。`,
  }),
  kind_apart: ({ flag, kind }) => ({
    message:
      kind === 'contacts' ? `${flag} は活動履歴の取り込みでは使えません。` : `${flag} は案件の取り込みでは使えません。`,
    hint:
      kind === 'contacts'
        ? '外すか、--kind を付けずに案件として取り込んでください。'
        : '外すか、--kind contacts を付けてください。',
  }),
  no_day_column: ({ headers }) => ({
    message: '接触した日の列がありません。',
    hint: `--map "見出し=date" で指定してください。列: ${list(headers)}`,
  }),
  no_deal_column: ({ headers }) => ({
    message: 'どの案件の行なのかを示す列がありません。',
    hint: `列をご指定ください: --map "見出し=external-id"（または customer、title）。列: ${list(headers)}`,
  }),
  bad_map: ({ value }) => ({
    message: `--map「${value}」が読めません。`,
    hint: '"見出し=項目" の形で書いてください。',
  }),
  unknown_header: ({ header, headers }) => ({
    message: `列「${header}」がありません。`,
    hint: `ある列: ${list(headers)}`,
  }),
  unknown_field: ({ value, choices }) => ({
    message: `「${value}」という項目はありません。`,
    hint: `項目: ${list(choices)}`,
  }),
  mapped_twice: ({ field, headers }) => ({
    message: `${field} になる列が二つあります: ${list(headers)}`,
    hint: '--map "見出し=項目" でどちらかを指定してください。',
  }),
  no_customer_column: ({ headers }) => ({
    message: '顧客名の列が分かりません。',
    hint: `--map "見出し=customer" で指定してください。ある列: ${list(headers)}`,
  }),
  import_rejected: ({ count }) => ({
    message: `取り込めない行が${count}行あるため、何も書き込んでいません。`,
    hint: '行を直すか、--skip-bad を付けて残りだけ取り込んでください。',
  }),
});

function list(items: unknown, join = '、'): string {
  return Array.isArray(items) ? items.join(join) : String(items);
}
