import type { DoctorWords } from '../doctorwords.ts';
import type { FailureText } from '../failurewords.ts';

function synced(file: unknown, service: unknown): FailureText {
  return {
    message: `The book lies in a folder that ${service} manages: ${file}`,
    hint: 'A live database there gets damaged when two machines write to it, or when it is copied half-written. Keep the book outside (--db, or followup config set db <file>) and put copies there: followup backup <file>, followup export.',
  };
}

export const doctor = (): DoctorWords => ({
  synced,
  healthy: 'Healthy: the book is whole, its figures fit its history, and nothing needs to be done.',
  mended: 'mended',
  advice: 'advice',
  findings: {
    synced_folder: ({ file, service }) => synced(file, service),
    network_folder: ({ file }) => ({
      message: `The book lies on another machine: ${file}`,
      hint: 'Locks may not hold there, so that two programs can damage it. Keep it on a disk of this machine: followup config set db <file>',
    }),
    no_book: ({ file }) => ({
      message: `There is no book yet: ${file}`,
      hint: 'It is made with your first deal: followup add',
    }),
    orphans: ({ count }) => ({
      message: `${count} rows belong to a deal that is not there.`,
      hint: 'They are shown nowhere, and your deals are not touched. Something else has written to the book; go back to a backup if you miss a deal: followup restore <file>',
    }),
    older_book: ({ file }) => ({
      message: `The book was made by an older version: ${file}`,
      hint: 'It is brought up to date at the next command, after a backup. Run followup doctor again then.',
    }),
    stale_figures: ({ deals }) => ({
      message: `What is kept for today's list does not fit the history of ${listed(deals)}.`,
      hint: 'Their history is safe; only their place on the list may be wrong. Work it out anew: followup doctor --fix',
    }),
    unlawful_ends: ({ deals }) => ({
      message: `These stand as ended without the outcome that says so: ${listed(deals)}.`,
      hint: 'Something else has written to the book. Open each again and end it as it did end: followup reopen <deal>, followup close <deal> <outcome>',
    }),
    open_file: ({ file }) => ({
      message: `Others on this machine can read ${file}`,
      hint: 'It holds your customers’ names and words. Close it: followup doctor --fix',
    }),
    open_folder: ({ file }) => ({
      message: `Others on this machine can look into the folder ${file}`,
      hint: 'It holds your customers’ names and words. Close it: followup doctor --fix',
    }),
    disk_low: ({ megabytes }) => ({
      message: `The disk has only ${megabytes} MB left.`,
      hint: 'A backup needs as much room as the book. Make room before the next import.',
    }),
    leftovers: ({ files }) => ({
      message: `A command that was interrupted left half-written files: ${listed(files)}`,
      hint: 'Nothing is lost with them. Remove them: followup doctor --fix',
    }),
    stray_wal: ({ file }) => ({
      message: `The book is gone, but its latest changes are there: ${file}`,
      hint: 'Do not start a new book here. Put the book back beside that file, then run any command.',
    }),
    no_backup: () => ({ message: 'There is no backup yet.', hint: 'Make one: followup backup' }),
    old_backup: ({ days, file }) => ({
      message: `The newest backup is ${days} days old: ${file}`,
      hint: 'Make one: followup backup',
    }),
    old_node: ({ version, needed }) => ({
      message: `This is Node ${version}; followup needs ${needed}.`,
      hint: 'Install a newer Node. Your book is not touched.',
    }),
  },
});

/** Some deals are named, the rest counted. */
function listed(items: unknown): string {
  if (!Array.isArray(items)) return String(items);
  const named = items.slice(0, 10).map((item) => (/^\d+$/.test(String(item)) ? `#${item}` : String(item)));
  const more = items.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
