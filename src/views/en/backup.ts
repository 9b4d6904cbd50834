import type { BackupWords } from '../backupwords.ts';

export const backup = (): BackupWords => ({
  made: (file, deals, megabytes) =>
    `Backup of ${deals === 1 ? '1 deal' : `${deals} deals`} (${megabytes} MB), written and read back: ${file}`,
  askRestore: (book, from) => `Put ${from} in the place of your book ${book}? The present one is kept aside.`,
  restored: (deals, from) => `Your book is now the backup, with ${deals === 1 ? '1 deal' : `${deals} deals`}: ${from}`,
  aside: (file) => `The book as it was is kept. To go back to it: followup restore "${file}"`,
});
