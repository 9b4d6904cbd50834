import type { ImportWords } from '../importwords.ts';
import { contactProblems } from './contactproblems.ts';
import { many } from './count.ts';
import { importProblems } from './importproblems.ts';

export const importing = (): ImportWords => ({
  readAs: ({ encoding, delimiter, headerLine }) => `Read as ${encoding}, ${delimiter}, header on line ${headerLine}.`,
  delimiters: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' },
  columns: (pairs) => `Columns: ${pairs}.`,
  pair: (header, field) => `${header} → ${field}`,
  ignored: (columns) =>
    `Not imported, because no field is named for them: ${columns}. Name one with --map "Header=field", or add --keep-unmapped to put them into the note.`,
  kept: (columns) => `Put into the note: ${columns}.`,
  missing: (columns) => `The mapping names columns that this file does not have: ${columns}.`,
  unit: (column, one) => `${column}: counted in ${one}.`,
  currency: (currency, count) =>
    currency === null
      ? `${many(count, 'amount')} without a currency: none was assumed. Name one in the header, like “Amount (EUR)”, or with followup config set currency.`
      : `${many(count, 'amount')} without a currency: taken as ${currency}, as set or usual here.`,
  titleIsCustomer: (header) => `No column names the customer, so “${header}” stands for it.`,
  leftOut: (kind, count, lines) =>
    ({
      header: 'Repeated headers',
      total: 'Totals',
      footer: 'Remarks below the table',
      stage: 'Rows of stages to leave out',
      type: 'Rows that are no contact with the customer (tasks, notes, our own meetings)',
      notDone: 'Activities that have not taken place',
      ahead: 'Activities whose day is still to come',
      duplicate: 'The same contacts as on earlier lines',
    })[kind] + ` left out (${count}), on lines ${lines}.`,
  short: (lines) => `Shorter than the header, the missing cells read as blank: ${lines}.`,
  notices: {
    none: ({ column, values, count }) => `${column}: ${values} read as blank (${many(count, 'row')}).`,
    year_assumed: ({ column, values, count }) =>
      `${column}: dates without a year, like ${values}, read as the next of that day to come, or the last where it is past (${many(count, 'row')}).`,
    first_address: ({ column, values, count }) =>
      `${column}: of several addresses, like ${values}, the first was kept (${many(count, 'row')}).`,
    reason_of_open: ({ column, values, count }) =>
      `${column}: a reason for losing a deal that is open, like ${values}, not kept (${many(count, 'row')}). Is a column of the file its stage?`,
    currency_of_sign: ({ column, values, count }) =>
      `${column}: the sign of a currency that several share, like ${values}, read as the usual one (${many(count, 'row')}). A column or header may name another.`,
    month_end: ({ column, values, count }) =>
      `${column}: ${values} read as the last day of the month (${many(count, 'row')}).`,
    serial: ({ column, values, count }) =>
      `${column}: the day numbers of a spreadsheet, like ${values}, read as dates (${many(count, 'row')}).`,
    local_day: ({ column, values, count }) =>
      `${column}: times of another zone, like ${values}, brought to your local day (${many(count, 'row')}).`,
    closed_ahead: ({ column, values, count }) =>
      `${column}: ${values} is still to come, though the deal has ended (${many(count, 'row')}).`,
    not_ended: ({ column, values, count }) =>
      `${column}: ${values} not kept, since the deal has not ended (${many(count, 'row')}).`,
    currency_conflict: ({ column, values, count }) =>
      `${column}: ${values} names another currency than its column or header; the cell's own was kept (${many(count, 'row')}).`,
  },
  progress: {
    reading: (rows) => `Reading: ${many(rows, 'row')}`,
    writing: (rows, of) => `Importing: ${rows} of ${many(of, 'row')}`,
  },
  summary: ({ read, created, updated, unchanged, rejected }) =>
    `${many(read, 'row')} read: ${created} new, ${updated} updated, ${unchanged} unchanged, ` + `${rejected} refused.`,
  nothingNew: 'Nothing in this file is new; your book is as it was.',
  step: (batch) => `Recorded as step ${batch}; followup undo takes it back as a whole.`,
  dryRun: 'Dry run: nothing was written.',
  samples: 'As they would be stored:',
  sample: (line, did, facts) => `line ${line}, ${did}: ${facts}`,
  did: { created: 'new', updated: 'updated', unchanged: 'unchanged' },
  reject: (line, column, value, problem) => `line ${line}, column ${column}: ${value}: ${problem}`,
  moreRejects: (count) => `… and ${many(count, 'more problem')}`,
  problems: importProblems(),
  rejectsWritten: (file, rows) => `The ${many(rows, 'refused row')}, with the reason in the last column: ${file}`,
  declined: (count) =>
    `${many(count, 'deal')} marked as lost came in as declined: a loss needs the customer's own words.`,
  keptOpen: (deals) =>
    `Ended in the file, but still open here, since nothing here shows that they ended: ${deals}. Close them with followup close.`,
  keptEnded: (deals) =>
    `Open in the file, or ended otherwise, but ended here and left so: ${deals}. Take one up again with followup reopen.`,
  contacts: {
    ignored: (columns) =>
      `Not imported, because no field is named for them: ${columns}. Name one with --map "Header=field", or add --keep-unmapped to put them into the text.`,
    kept: (columns) => `Put into the text: ${columns}.`,
    problems: contactProblems(),
    statusOnly: (count) =>
      `${many(count, 'new contact')} of ours only asked how it stands, by the wording check (status-only).`,
  },
  mappingSaved: (name, file) => `Kept as mapping “${name}”: ${file}`,
  ask: {
    encoding: (file) => `In which encoding is ${file}? Choose the line that reads right.`,
    isStage: (header, value) => `Does “${header}” say how a deal stands? A cell of it says “${value}”.`,
    customer: 'Which column names the customer?',
    deal: 'Which column names the deal?',
    date: 'Which column has the day of the contact?',
    noColumn: '(none of them: stop)',
    dateOrder: (header, example) => `${header}: which day is ${example}?`,
    decimal: (header, example) => `${header}: how much is ${example}?`,
    stage: (word, rows) => `Stage “${word}” (${many(rows, 'row')}): what does it mean?`,
    state: (state) =>
      ({
        open: 'open: not decided yet',
        won: 'won',
        lost: 'lost',
        declined: 'declined: they said no',
        withdrawn: 'withdrawn: we stepped back',
        dormant: 'dormant: asleep, no answer',
        void: 'void: there was never a decision to make',
      })[state],
    type: (word, rows) =>
      word === ''
        ? `${many(rows, 'row')} without a type: how was the customer reached?`
        : `Type “${word}” (${many(rows, 'row')}): how was the customer reached?`,
    leaveOut: 'leave these rows out',
    importGood: (good, bad) =>
      `${many(bad, 'row')} cannot be imported. Import the ${good === 1 ? 'other one' : `other ${good}`}?`,
    save: 'Keep these answers for the next file like this? Give them a name, or press Enter.',
  },
  reason: 'problem',
});
