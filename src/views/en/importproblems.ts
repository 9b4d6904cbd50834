/** Why a cell of an imported file cannot be read, and what to write instead. */
export const importProblems = (): Readonly<Record<string, string>> => ({
  bad_day: 'not a date I can read without guessing (try 2026-09-30)',
  date_order_unclear: 'day and month can be read either way round: say --date-format dmy, mdy or ymd',
  month_only: 'a month without a day (write the day: 2026-09-30)',
  bad_zone: 'a time in a zone I do not know (write +09:00, or the day alone)',
  weekday_mismatch: 'the weekday does not fit the date (correct one of them)',
  bad_money: 'not an amount I can read (one plain number, like 1200000)',
  amount_style_unclear: 'the comma or point may mark thousands or decimals: say --decimal point or comma',
  unit_conflict: 'cell and header both name a unit or a currency: leave one of them out',
  shortened: 'the spreadsheet cut digits off (format the column as text and export it again)',
  excel_error: 'an error of the spreadsheet (mend the formula, or widen the column, and export again)',
  bad_duration: 'not a duration (try 10d, 2w, 1mo, 10bd)',
  bad_currency: 'not a currency I know (three capitals, like EUR)',
  bad_state:
    'a stage I do not know: say what it means with --stage "word=open" (or won, declined, withdrawn, dormant, void)',
  state_conflict: 'its stage and status columns name different ends (correct one of them)',
  archived_row:
    'archived, and nothing says how it ended: write its end as the stage (lost, won, cancelled), or leave the row out',
  left_out: 'a stage you said to leave out',
  bad_choice: 'not one of the values this field takes',
  bad_flag: 'not yes or no (write yes or no)',
  bad_email: 'not one e-mail address (write name@example.com)',
  empty_value: 'blank (fill it in)',
  customer_missing: 'no customer (fill in the name)',
  duplicate: 'the same deal as on an earlier line (keep one of them)',
  row_length: 'the row has more cells than the header (quote values that hold a comma)',
  row_short:
    'a single cell where the header has many (a remark or the name of a group? delete the line; a deal? fill in one more cell)',
  maybe_total: 'perhaps the sum of a group, perhaps a customer (delete the line, or fill in its stage or a date)',
  row_broken: 'the row is cut in two by a line break (put the cell in quotes)',
  stray_quote:
    'a quote in the wrong place: what comes after it may belong to another cell (write a quote within quotes twice)',
  undecodable: 'bytes that are no characters in this encoding (name the right one with --encoding, or mend them)',
  many_deals: 'several deals have this customer and title (give them an external id)',
  deal_exists: 'the deal is here already (--on-duplicate update would change it)',
  bad_followup_id: 'not what an export wrote there (leave the column as it was, or clear the cell)',
  many_of_id:
    'several deals here have this id, and their names do not tell which one is meant (write customer and title as they are here)',
  owner_other:
    'somebody else’s: as a rep you bring in your own deals (write your name as your manager entered it, or leave the column out with --map "<header>=": new deals are then yours)',
  id_of_other:
    'this id belongs to a deal of another customer and title here (give them different ids, or rename the deal with followup edit)',
});
