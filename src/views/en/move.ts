import type { FailureWords } from '../failurewords.ts';
import type { MoveWords } from '../movewords.ts';
import { many } from './count.ts';

export const move = (): MoveWords => ({
  progress: {
    reading: (rows) => `${many(rows, 'row')} read …`,
    writing: (rows) => `${many(rows, 'row')} copied …`,
    checking: (rows) => `${many(rows, 'row')} read back …`,
  },
  moved: (to) => `Copied, read back and found the same: ${to}`,
  wouldMove: (to) => `This would be copied to ${to}`,
  wasThere: (to) => `All of it is there already, to the last row: ${to}`,
  ofOwner: (owner) => `Only the deals of ${owner}, with what was recorded on them.`,
  heads: { from: 'here', to: 'there' },
  kinds: {
    deal: 'deals',
    contact: 'contacts',
    promise: 'promises',
    question: 'questions',
    material: 'materials',
    slip: 'moved dates',
    outcome: 'outcomes',
    step: 'steps of the journal',
    change: 'changes in them',
    silence: 'wishes for silence',
  },
  digest: 'digest of all rows',
  leftOut: (steps) =>
    `${many(steps, 'step')} of the journal ${steps === 1 ? 'stays' : 'stay'} behind: taken back already, or touching the deals of others too, or what such steps rest on. Undo there begins after them.`,
  dryRun: 'Dry run: nothing was written.',
  use: 'To work there from now on (FOLLOWUP_DB, where it is set, goes before it):',
  password: 'The password is not kept in the settings: put it into ~/.pgpass or PGPASSWORD.',
  stays: 'The present book is still there, as it was. What is recorded in one does not reach the other:',
});

export const moveFailures = (): FailureWords => ({
  move_to_itself: ({ file }) => ({
    message: `This is the book itself: ${file}`,
    hint: 'Nothing was changed. Name another file, or another schema of the database: postgres://user@host/database?schema=name',
  }),
  move_no_folder: ({ file }) => ({
    message: `There is no such folder: ${file}`,
    hint: 'Nothing was changed. Check the path, and that the disk or stick is plugged in; a new folder you make yourself.',
  }),
  nothing_to_move: ({ file }) => ({
    message: `There is nothing to copy: ${file}`,
    hint: 'Name the book that is to be copied: followup move <target> --db <book>',
  }),
  no_deals_of: ({ owner }) => ({
    message: `No deal in this book has the owner “${owner}”.`,
    hint: 'Nothing was written. The name must be the one in the deals: followup show <deal> says it, followup edit <deal> --owner sets it.',
  }),
  move_target_taken: ({ file }) => ({
    message: `Something else is recorded there already: ${file}`,
    hint: 'Nothing was changed, here or there. Name a new file, or another schema with ?schema=name. To join the deals of both: followup export --format json -o book.json, then followup import book.json --db <target>',
  }),
  move_to_part: ({ file }) => ({
    message: `Into the book of a team only whoever owns its tables moves a whole one: ${file}`,
    hint: 'Nothing was changed, here or there. Bring your deals in: followup export --format json -o book.json, then followup import book.json --db <target>',
  }),
  move_unsound: ({ file }) => ({
    message: `What was read back is not the same as what was written: ${file}`,
    hint: 'It was taken back, and your book is as it was. Run followup doctor here and there, then try again.',
  }),
});
