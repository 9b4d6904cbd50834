import type { Command } from 'commander';
import type { Context } from './commands/context.ts';
import type { CommandGroup } from './views/helpwords.ts';

type AddCommand = (program: Command, context: Context) => void;

/** All commands in the order of `--help`, by what a rep does with them. Each is loaded when it is named. */
export const COMMAND_GROUPS: Readonly<Record<CommandGroup, Readonly<Record<string, () => Promise<AddCommand>>>>> = {
  day: {
    today: async () => (await import('./commands/today.ts')).addToday,
    show: async () => (await import('./commands/show.ts')).addShow,
    why: async () => (await import('./commands/why.ts')).addWhy,
    list: async () => (await import('./commands/list.ts')).addList,
    team: async () => (await import('./commands/team.ts')).addTeam,
    review: async () => (await import('./commands/review.ts')).addReview,
  },
  deals: {
    add: async () => (await import('./commands/add.ts')).addAdd,
    edit: async () => (await import('./commands/edit.ts')).addEdit,
    ask: async () => (await import('./commands/ask.ts')).addAsk,
    snooze: async () => (await import('./commands/snooze.ts')).addSnooze,
    hold: async () => (await import('./commands/hold.ts')).addHold,
    close: async () => (await import('./commands/close.ts')).addClose,
    reopen: async () => (await import('./commands/reopen.ts')).addReopen,
  },
  talk: {
    draft: async () => (await import('./commands/draft.ts')).addDraft,
    check: async () => (await import('./commands/check.ts')).addCheck,
    note: async () => (await import('./commands/note.ts')).addNote,
  },
  book: {
    import: async () => (await import('./commands/import.ts')).addImport,
    export: async () => (await import('./commands/export.ts')).addExport,
    undo: async () => (await import('./commands/undo.ts')).addUndo,
    redo: async () => (await import('./commands/redo.ts')).addRedo,
    backup: async () => (await import('./commands/backup.ts')).addBackup,
    restore: async () => (await import('./commands/restore.ts')).addRestore,
    move: async () => (await import('./commands/move.ts')).addMove,
    doctor: async () => (await import('./commands/doctor.ts')).addDoctor,
    forget: async () => (await import('./commands/forget.ts')).addForget,
  },
  program: {
    config: async () => (await import('./commands/config.ts')).addConfig,
    demo: async () => (await import('./commands/demo.ts')).addDemo,
    completion: async () => (await import('./commands/completion.ts')).addCompletion,
    help: async () => (await import('./commands/help.ts')).addHelp,
  },
};

/** The names of all commands. */
export const COMMANDS: readonly string[] = Object.values(COMMAND_GROUPS).flatMap((group) => Object.keys(group));
