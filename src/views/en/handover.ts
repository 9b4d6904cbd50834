import type { FailureWords } from '../failurewords.ts';
import type { HandoverWords } from '../handoverwords.ts';
import { many } from './count.ts';

export const handover = (): HandoverWords => ({
  nothing: (owner) => `Nothing to hand over: no deal fits that is not ${owner}’s already.`,
  preview: (count, owner) => `${many(count, 'deal goes', 'deals go')} to ${owner}:`,
  deal: (name, owner) => `${name}  (${owner ?? 'nobody’s'})`,
  more: (count) => `… ${count} more`,
  newOwner: (owner) => `${owner} has no deals yet: is the name spelt as you want it?`,
  pages: (command) => `A page on each, to hand over with them (print it first): ${command}`,
  ask: (count, owner) => `Hand ${many(count, 'deal')} over to ${owner}?`,
  given: (count, owner) => `${many(count, 'deal is', 'deals are')} ${owner}’s now. Take it back: followup undo`,
  kept: (count) => `${many(count, 'deal')} got another owner meanwhile and stayed as it is.`,
  headings: {
    decision: 'When they decide',
    promised: 'What we promised',
    asked: 'What they asked',
    waiting: 'What they wait for',
    supplied: 'What they have from us',
    agreed: 'What is agreed',
    said: 'What they said',
  },
  nothingRecorded: 'nothing recorded',
  heldBy: (owner) => `with ${owner}`,
  decides: (day) => `${day}: their own date`,
  noDecision: 'their date is not known; ask for it',
  guess: (day) => `${day}: our own guess, not their date`,
  goal: (day, goal, source) => `${day}: ${goal || 'their goal'} (${source})`,
  latestUseful: (day) => `${day}: the last day that still serves their goal (worked back)`,
  next: (next, day, isBooked) => [next, day, isBooked ? '(booked)' : ''].filter((it) => it !== '').join('  '),
  quiet: (day) => `quiet until ${day}, as they wished`,
  noContact: 'They asked not to be contacted.',
  noted: 'noted by us',
});

export const handoverFailures = (): FailureWords => ({
  bad_condition: ({ value }) => ({
    message: `--where: deals cannot be narrowed by “${value}”.`,
    hint: 'Write owner=Sato (owner= for deals that nobody has), state=open, or words of their customer or title. --where may be repeated.',
  }),
  condition_twice: ({ value }) => ({
    message: `--where: ${value}= stands twice.`,
    hint: 'Give it once. Several states go together: state=open,dormant',
  }),
  where_only_owner: ({ flag }) => ({
    message: `${flag} cannot be changed for many deals at once.`,
    hint: 'With --where only --owner goes. Other fields are changed deal by deal: followup edit <deal>',
  }),
});
