import type { FailureWords } from '../failurewords.ts';

/** What may go wrong as deals leave the book, or come back from an archive. */
export const exportFailures = (): FailureWords => ({
  bad_encoding: ({ value, choices }) => ({
    message: `There is no encoding “${value}”.`,
    hint: `Use ${list(choices)}, or another that other programs know.`,
  }),
  encoding_csv_only: ({ format }) => ({
    message: `--encoding is for CSV: ${format} is always in UTF-8.`,
    hint: 'Leave it out, or add --format csv.',
  }),
  unmappable: ({ encoding, count, places }) => ({
    message: `${count} ${count === 1 ? 'character is' : 'characters are'} not in ${encoding}, so nothing was written:\n${lines(places)}`,
    hint: 'Leave --encoding out (UTF-8 has them all, and Excel opens it), or add --replace-unmappable to write “?” in their place.',
  }),
  export_over_book: ({ file }) => ({
    message: `This file is the book itself: ${file}`,
    hint: 'Name another file with -o. The book is left as it was.',
  }),
  file_is_folder: ({ file }) => ({ message: `This is a folder: ${file}`, hint: 'Name a file in it.' }),
  output_failed: () => ({
    message: 'The output could not be written to its end.',
    hint: 'Check the disk it goes to, or write to a file with -o, which is whole or not there. The book is left as it was.',
  }),
  not_an_archive: ({ file }) => ({
    message: `${file} is not a JSON export of followup.`,
    hint: 'Make one with: followup export --format json -o deals.json. Nothing was written.',
  }),
  newer_archive: ({ file, version }) => ({
    message: `${file} was made by a newer version of followup (format ${version}).`,
    hint: 'Update followup: npm install -g followup-coach. Nothing was written.',
  }),
  bad_archive: ({ file, where, expected, count }) => ({
    message: `${file} cannot be read at ${where === '' ? 'its top' : where}: ${EXPECTED[String(expected)] ?? expected}${more(count)}.`,
    hint: 'Correct it there, or export it anew. Nothing was written.',
  }),
  archive_unlawful: ({ where, customer, problem }) => ({
    message: `${where} (${customer}): ${UNLAWFUL[String(problem)] ?? UNLAWFUL.unlawful_end}.`,
    hint: 'Nothing was written. Without the customer’s own words it is no loss: set the deal to “open” with no “closedOn”, and remove that outcome.',
  }),
  archive_owner: ({ where, customer, owner, own }) => ({
    message: `${where} (${customer}) belongs to “${owner}”; as a rep you bring in your own deals, and in this book you are “${own}”.`,
    hint: `Nothing was written. In the book it comes from: followup edit --where "owner=${owner}" --owner "${own}", then export again. The deals of others a manager brings in.`,
  }),
  archive_ambiguous: ({ where, customer }) => ({
    message: `${where} (${customer}): several deals of this book have that id, or that customer and title.`,
    hint: 'Nothing was written. Give them external ids of their own (followup edit <deal> --external-id …), here and in the file.',
  }),
  duplicate_deal: ({ where, id, customer }) => ({
    message: `${where} (${customer}) is in this book already, as deal ${id}, and differs.`,
    hint: 'Nothing was written. Add --on-duplicate update to bring in what is new there, or --on-duplicate skip to leave it.',
  }),
});

const EXPECTED: Readonly<Record<string, string>> = {
  text: 'it should be text',
  name: 'the customer’s name is missing',
  day: 'it should be a day such as 2026-09-30',
  number: 'it should be a number from 0 to 10^15',
  wholeNumber: 'it should be a whole number above zero',
  flag: 'it should be true or false',
  code: 'it is none of the words this field takes',
  duration: 'it should be a duration such as 10d, 2w, 1mo or 10bd',
  list: 'it should be a list',
  object: 'it should be an object',
  unique: 'it stands there twice',
  known: 'there is no such field, and leaving it out would lose it',
  currency: 'it should be three capitals, like EUR',
  uid: 'it should be 32 hexadecimal digits',
  version: 'it should be 1',
};

const UNLAWFUL: Readonly<Record<string, string>> = {
  unlawful_end:
    'it has an end without what such an end needs; a loss takes the customer’s own words, who said them, how, and their reason',
  words_placeholder: 'the words or the fact of its end only fill the place',
  words_silence: 'its end rests on silence, and silence ends nothing',
  words_ours: 'the words of its end are ours, not the customer’s',
  who_placeholder: 'who said it is nobody',
  only_for: 'its end has a reason or a day to come back that such an end does not have',
};

function more(count: unknown): string {
  return Number(count) > 1 ? ` (${Number(count) - 1} more)` : '';
}

function list(items: unknown): string {
  return Array.isArray(items) ? items.join(', ') : String(items);
}

function lines(items: unknown): string {
  return Array.isArray(items) ? items.map((item) => `  ${item}`).join('\n') : String(items);
}
