import { addBackup } from './commands/backup.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExport } from './commands/export.ts';
import { addForget } from './commands/forget.ts';
import { addImport } from './commands/import.ts';
import { addRedo } from './commands/redo.ts';
import { addRestore } from './commands/restore.ts';
import { addUndo } from './commands/undo.ts';

/** The commands that look after the whole book, by name. Most days none of them is typed, so they are loaded apart. */
export const KEEPING = {
  undo: addUndo,
  redo: addRedo,
  import: addImport,
  export: addExport,
  backup: addBackup,
  restore: addRestore,
  doctor: addDoctor,
  forget: addForget,
} as const;
