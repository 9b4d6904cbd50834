import type { FailureWords } from '../failurewords.ts';
import type { ForgetWords } from '../forgetwords.ts';
import { many } from './count.ts';

export const forget = (): ForgetWords => ({
  whichPerson: (query) => `Who is “${query}”?`,
  heading: (person) => `To be erased for good: ${person}`,
  kinds: {
    details: (count) => `contact details of ${many(count, 'deal')}`,
    contacts: (count) => `texts of ${many(count, 'contact')}`,
    promises: (count) => many(count, 'promise'),
    questions: (count) => many(count, 'question'),
    answers: (count) => many(count, 'answer'),
    outcomes: (count) => `words of ${many(count, 'outcome')}`,
    holds: (count) => `words of ${many(count, 'hold')}`,
    texts: (count) => `mentions in the fields of ${many(count, 'deal')}`,
  },
  erases: (list) => `Erased: ${list}.`,
  inDeals: (list) => `In deals ${list}, and in what undo keeps of them.`,
  customerOf: (list) => `The customer of ${list} is this person, and is erased as well.`,
  customersLeft: (list) => `Stays although the name is in it, as the name of a customer: ${list}.`,
  stays:
    'Stays: that the deals existed, their customers, amounts and dates, and how they ended with the code of the reason.',
  backups: (count) =>
    `Kept backups (${count}) are searched and made anew without this person; one that cannot be read is removed.`,
  elsewhere:
    'Exports, and backups you keep elsewhere, are not reached: delete those yourself. Undo does not bring this back.',
  onServer:
    'The backups, logs and replicas of the server are not reached either: ask whoever keeps it how long they are kept.',
  silence: 'The wish not to be contacted stays, as a fingerprint without name.',
  ask: (person) => `Erase ${person} for good?`,
  forgotten: (deals, backups) => `Erased from ${many(deals, 'deal')} and ${many(backups, 'backup')}.`,
  removed: (file) => `Removed, because it could not be read: ${file}`,
  dryRun: 'Dry run: nothing was changed.',
  keptSilent: (count) =>
    `${many(count, 'deal')}: the contact had asked not to be contacted; kept from before, so do-not-contact is set.`,
});

export const forgetFailures = (): FailureWords => ({
  no_person: ({ query }) => ({
    message: `Nobody is called “${query}” here.`,
    hint: 'Give the name, e-mail address or telephone number as it stands in a deal: followup show <deal>',
  }),
  many_people: ({ query, candidates }) => ({
    message: `“${query}” may be:\n${Array.isArray(candidates) ? candidates.map((it) => `  ${it}`).join('\n') : ''}`,
    hint: 'Give the whole name, the e-mail address or the telephone number of the one you mean, or --customer <name>.',
  }),
  erased_for_good: ({ step, forget: by }) => ({
    message:
      step === by
        ? `Step ${step} erased a person, and cannot be taken back.`
        : `Step ${step} cannot be taken back: step ${by} erased a person from what it changed.`,
    hint: 'Nothing was changed. An earlier step on other deals can be taken back by its number: followup undo --list',
  }),
});
