import { addAdd } from './commands/add.ts';
import { addAsk } from './commands/ask.ts';
import { addCheck } from './commands/check.ts';
import { addClose } from './commands/close.ts';
import { addCompletion } from './commands/completion.ts';
import { addConfig } from './commands/config.ts';
import { addDemo } from './commands/demo.ts';
import { addDraft } from './commands/draft.ts';
import { addEdit } from './commands/edit.ts';
import { addHold } from './commands/hold.ts';
import { addNote } from './commands/note.ts';
import { addReopen } from './commands/reopen.ts';
import { addReview } from './commands/review.ts';
import { addSnooze } from './commands/snooze.ts';

/** The commands that do more than look, by name. One file loads them together: many small files cost more than their size. */
export const RECORDING = {
  add: addAdd,
  edit: addEdit,
  ask: addAsk,
  note: addNote,
  draft: addDraft,
  check: addCheck,
  snooze: addSnooze,
  hold: addHold,
  close: addClose,
  reopen: addReopen,
  review: addReview,
  demo: addDemo,
  config: addConfig,
  completion: addCompletion,
} as const;
