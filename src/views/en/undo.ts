import type { FailureWords } from '../failurewords.ts';
import type { UndoWords } from '../undowords.ts';

const ON_DEAL: Readonly<Record<string, string>> = {
  add: 'new deal',
  edit: 'change of',
  ask: 'answers on',
  note: 'note on',
  snooze: 'snooze of',
  hold: 'hold on',
  close: 'end of',
  reopen: 'reopening of',
  import: 'import of',
  demo: 'sample deal',
  forget: 'erasure of a person on',
};

export const undo = (): UndoWords => ({
  onDeal: (command, deal) => `${ON_DEAL[command] ?? `${command}:`} ${deal}`,
  onMany: (command, added, changed) => {
    const parts = [
      ...(added > 0 ? [`${deals(added)} added`] : []),
      ...(changed > 0 ? [`${deals(changed)} changed`] : []),
    ];
    return `${command}: ${parts.join(', ')}`;
  },
  rows: {
    deal: deals,
    contact: (count) => many(count, 'contact', 'contacts'),
    promise: (count) => many(count, 'promise', 'promises'),
    question: (count) => many(count, 'question', 'questions'),
    material: (count) => many(count, 'material', 'materials'),
    slip: (count) => many(count, 'moved date', 'moved dates'),
    outcome: (count) => many(count, 'outcome', 'outcomes'),
  },
  undone: (id, step, at) => `Taken back: step ${id}, ${step} (${at}).`,
  wouldUndo: (id, step, at) => `This would be taken back: step ${id}, ${step} (${at}).`,
  redone: (id, step, at) => `Done again: step ${id}, ${step} (${at}).`,
  wouldRedo: (id, step, at) => `This would be done again: step ${id}, ${step} (${at}).`,
  parts: (list) => `It touches: ${list}.`,
  redoHint: 'Bring it back: followup redo',
  dryRun: 'Dry run: nothing was changed.',
  isUndone: 'taken back',
  noSteps: 'Nothing has been recorded yet.',
  more: (count) => `… and ${count} more`,
});

export const undoFailures = (): FailureWords => ({
  nothing_to_undo: () => ({
    message: 'There is nothing to take back.',
    hint: 'What was recorded: followup undo --list. Settings are not in the book: change them with followup config.',
  }),
  nothing_to_redo: () => ({
    message: 'There is nothing to bring back.',
    hint: 'Only what undo took back comes again, and only until something new is recorded.',
  }),
  no_step: ({ step }) => ({ message: `There is no step ${step}.`, hint: 'See them: followup undo --list' }),
  undone_already: ({ step }) => ({
    message: `Step ${step} has been taken back already.`,
    hint: 'Bring back what was taken back last: followup redo',
  }),
  step_needed: ({ step, steps }) => ({
    message: `Step ${step} cannot be taken back alone, because later steps rest on it:\n${lines(steps)}`,
    hint: 'Nothing was changed. Take those back first, the newest first: followup undo <step>',
  }),
  others_after: ({ step, steps }) => ({
    message: `Step ${step} cannot be taken back: somebody else went on from it, and only who did a step takes it back.\n${lines(steps)}`,
    hint: 'Nothing was changed. Ask them to take theirs back, or correct the deal yourself: followup show <deal>, followup edit <deal>',
  }),
});

function deals(count: number): string {
  return many(count, 'deal', 'deals');
}

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

function lines(items: unknown): string {
  return Array.isArray(items) ? items.map((item) => `  ${item}`).join('\n') : String(items);
}
