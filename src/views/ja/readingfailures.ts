import type { FailureWords } from '../failurewords.ts';

/** Columns whose values can be read in several ways, and flags that say which. */
export const readingFailures: FailureWords = {
  bad_date_format: ({ value }) => ({
    message: `「${value}」は年月日の並び順として読めません。`,
    hint: 'dmy、mdy、ymd のどれか、または DD/MM/YYYY のような形で指定してください。',
  }),
  date_order_unclear: ({ column, value, readings }) => ({
    message: `列「${column}」の日付は、読み方が一つに決まりません。${value} は ${list(readings)} のどれとも読めます。`,
    hint: '見出しに「Close Date (DD/MM/YYYY)」のように並び順を書き添えてください。',
  }),
  amount_style_unclear: ({ column, value, readings }) => ({
    message: `列「${column}」の金額は、読み方が一つに決まりません。${value} は ${list(readings)} のどれとも読めます。`,
    hint: '桁区切りのない数字で書き出してください。',
  }),
  unit_unclear: ({ column }) => ({
    message: `見出し「${column}」の括弧の中が、単位かどうか分かりません。`,
    hint: '「金額（千円）」のように直すか、--map "見出し=amount" でそのままの数字だと指定してください。',
  }),
};

function list(items: unknown): string {
  return Array.isArray(items) ? items.join('、') : String(items);
}
