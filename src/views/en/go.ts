import type { FailureWords } from '../failurewords.ts';
import type { GoWords } from '../gowords.ts';
import type { PickWords } from '../pickwords.ts';
import { many } from './count.ts';

export const picking = (): PickWords => ({
  whichDeal: 'Which deal?',
  hint: 'type some letters of it; arrow keys choose, Enter takes it',
  nothing: 'No deal fits; try other letters of its names, or its number.',
  untilWhen: 'Until which day?',
  untilExample: 'next mon, +2w, 9/30',
  prompts: {
    yes: 'Yes',
    no: 'No',
    yesOrNo: 'Answer with y for yes or n for no.',
    chooseKeys: 'arrow keys choose, Enter takes it',
    pickKeys: 'space ticks, a ticks all, i turns all over, Enter goes on',
  },
});

export const go = (): GoWords => ({
  progress: (at, all) => `${at} / ${all}`,
  acts: {
    draft: 'draft',
    copy: 'copy the draft',
    sent: 'record it as sent',
    note: 'note something else',
    snooze: 'put off',
    show: 'show all',
    why: 'why',
    next: 'next',
    quit: 'quit',
  },
  letter: 'The draft',
  letterActs: {
    copy: 'copy',
    edit: 'open in your editor',
    mail: 'write a file for your mail program',
    back: 'back to the deal',
  },
  notAgreed: 'Not recorded, for it was not confirmed:',
  nothingDone: 'Back; nothing was recorded.',
  gone: (deal) => `No longer on today’s list: ${deal}`,
  goneUndone: (deal) => `So it is no longer on today’s list, and nothing was done: ${deal}`,
  whichFile: 'Into which file?',
  whichFileHint: (usual) => `Enter: ${usual}`,
  summary: ({ worked, left }) =>
    `${many(worked, 'deal')} worked; ${left === 0 ? 'nobody is left to contact today' : `${left} left to contact today`}.`,
});

export const goFailures = (): FailureWords => ({
  go_needs_terminal: () => ({
    message: '--go works through the list with you, and nobody is here to answer.',
    hint: 'Use followup today, then followup draft <deal> and followup note <deal>.',
  }),
  go_stopped: () => ({ message: 'Stopped. What was recorded stays recorded.', hint: '' }),
  none_open: () => ({
    message: 'No deal is open.',
    hint: 'See the ended ones: followup list --state all',
  }),
  none_ended: () => ({ message: 'No deal has ended yet.', hint: 'See them all: followup list' }),
});
