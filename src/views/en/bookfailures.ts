import type { FailureWords } from '../failurewords.ts';

/** What can be wrong with the book and its backups: each says what is safe, and what to do. */
export const bookFailures = (): FailureWords => ({
  not_a_book: ({ file }) => ({
    message: `This is not a book of followup: ${file}`,
    hint: 'It is left as it was. Name another one with --db. If it was your book, bring a backup back: followup restore <file>',
  }),
  newer_book: ({ file }) => ({
    message: `This book was made by a newer version of followup: ${file}`,
    hint: 'It is left as it was, and nothing is lost. Update followup: npm install -g followup-coach',
  }),
  damaged_book: ({ file }) => ({
    message: `This book is damaged: ${file}`,
    hint: 'Nothing was changed. Bring your newest backup back: followup restore <file>. The backups lie in the folder “backups” beside the book, and the damaged file is kept.',
  }),
  emptied_book: ({ file, backup }) => ({
    message: `This book has been cut down to nothing: ${file}`,
    hint: `Its backups are there. Bring the newest back: followup restore "${backup}". To begin anew instead, remove the empty file.`,
  }),
  book_busy: ({ file }) => ({
    message: `Another program is writing to the book and did not finish within 10 seconds: ${file}`,
    hint: 'Nothing was changed. Try again in a moment.',
  }),
  book_not_writable: ({ file }) => ({
    message: `The book, or its folder, may not be written to: ${file}`,
    hint: 'Nothing was changed. Check the permissions of both, or name another book with --db.',
  }),
  book_not_openable: ({ file }) => ({
    message: `The book cannot be opened: ${file}`,
    hint: 'Nothing was changed. Check that the path is a file in a folder that exists, or name another one with --db.',
  }),
  disk_full: () => ({
    message: 'The disk takes no more: it is full, or a quota or size limit is reached.',
    hint: 'Nothing was changed, and what was recorded before is safe. Make room and run it again.',
  }),
  disk_failing: ({ file }) => ({
    message: `The disk could not be read or written: ${file}`,
    hint: 'Nothing was changed. Copy your book and its folder “backups” to another disk, then try again there with --db.',
  }),
  backup_disk_full: ({ file }) => ({
    message: `There is no room for the backup: ${file}`,
    hint: 'Nothing was changed. Make room and run it again, or put the backup on another disk: followup backup <file>',
  }),
  backup_not_writable: ({ file }) => ({
    message: `The backup cannot be written: ${file}`,
    hint: 'Nothing was changed. Check the folder and its permissions.',
  }),
  backup_unsound: ({ file }) => ({
    message: `The backup was written, but what was read back is not the same: ${file}`,
    hint: 'It was thrown away, and your book was not changed. The disk may be failing: try another one with followup backup <file>, and run followup doctor.',
  }),
  restore_itself: ({ file }) => ({
    message: `This is the book itself, not a backup of it: ${file}`,
    hint: 'Nothing was changed. The backups lie in the folder “backups” beside it.',
  }),
  doctor_findings: ({ count }) => ({
    message: `${count === 1 ? '1 finding needs' : `${count} findings need`} attention.`,
    hint: 'What can be mended is mended with: followup doctor --fix',
  }),
});
