import { addAdd } from './commands/add.ts';
import { addAsk } from './commands/ask.ts';
import { addBackup } from './commands/backup.ts';
import { addCheck } from './commands/check.ts';
import { addClose } from './commands/close.ts';
import { addConfig } from './commands/config.ts';
import { addDemo } from './commands/demo.ts';
import { addDoctor } from './commands/doctor.ts';
import { addDraft } from './commands/draft.ts';
import { addEdit } from './commands/edit.ts';
import { addExport } from './commands/export.ts';
import { addForget } from './commands/forget.ts';
import { addHold } from './commands/hold.ts';
import { addImport } from './commands/import.ts';
import { addNote } from './commands/note.ts';
import { addRedo } from './commands/redo.ts';
import { addReopen } from './commands/reopen.ts';
import { addRestore } from './commands/restore.ts';
import { addReview } from './commands/review.ts';
import { addSnooze } from './commands/snooze.ts';
import { addUndo } from './commands/undo.ts';

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
  import: addImport,
  export: addExport,
  close: addClose,
  reopen: addReopen,
  undo: addUndo,
  redo: addRedo,
  review: addReview,
  backup: addBackup,
  restore: addRestore,
  doctor: addDoctor,
  forget: addForget,
  demo: addDemo,
  config: addConfig,
} as const;
