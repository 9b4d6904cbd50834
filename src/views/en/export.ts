import type { ExportWords } from '../exportwords.ts';

export const exporting = (): ExportWords => ({
  written: ({ deals, file }) => `${many(deals, 'deal')} written to ${file}`,
  writtenDays: ({ deals, events, file }) => `${many(events, 'date')} of ${many(deals, 'deal')} written to ${file}`,
  twins: (count) =>
    `${many(count, 'character')} written as the twin that this encoding has (〜 as ～, − as －). UTF-8 keeps them as they are.`,
  replaced: (count) => `${many(count, 'character')} that this encoding does not have became “?”.`,
  agenda: {
    decision: ({ customer, text }) => subject(`${customer} decides`, text),
    'latest-useful': ({ customer, text }) => subject(`Latest useful day for ${customer} to decide`, text),
    promise: ({ customer, text }) => subject(`Promised to ${customer}`, text),
    next: ({ customer, text }) => subject(`Meet ${customer}`, text),
  },
  booked: 'The appointment is made.',
  notBooked: 'Agreed; the appointment is not made yet.',
  assumed: 'Worked back from days of which some are only assumed.',
  doNotContact: 'They asked not to be contacted.',
  where: (id) => `followup show ${id}`,
});

function subject(what: string, text: string): string {
  return text === '' ? what : `${what}: ${text}`;
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
