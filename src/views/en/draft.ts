import type { DraftWords } from '../draftwords.ts';

const UNITS = { day: 'day', week: 'week', month: 'month', businessDay: 'business day' } as const;

export const draft = (): DraftWords => ({
  letter: {
    salutation: ({ contact }) => (contact ? `Dear ${contact},` : 'Hello,'),
    spokenHello: (writer) => (writer ? `Hello, this is ${writer}.` : 'Hello.'),
    closing: 'Kind regards,',
    steps: {
      lead: (on, takes) =>
        takes ? `delivery takes ${takes}, so it has to start by ${on}` : `delivery has to start by ${on}`,
      slot: (on) => `our last date in time for that is ${on}`,
      prep: (on, takes) => `to prepare, we need your word ${takes ? `${takes} before, ` : ''}by ${on}`,
      offer: (on) => `our offer stands until ${on}`,
      approval: (on, takes) =>
        takes ? `your approval takes ${takes}, so it would start by ${on}` : `your approval would start by ${on}`,
      'not-before': (on) => `an order is not possible before ${on}`,
    },
    sources: { customer: 'as you told me', standard: 'our standard', assumed: 'assumed', ours: 'our dates' },
    step: (text, source) => `- ${text} (${source})`,
    duration: ({ count, unit }) => `${count} ${UNITS[unit]}${count === 1 ? '' : 's'}`,
    inSentence: (fact) =>
      fact
        .replace(/(?<![.\s])[.\s]+$/u, '')
        .replaceAll('“', '‘')
        .replaceAll('”', '’'),
    topic: (title) => (/^(?:the|an?|our|your)\s|^[^a-z]/.test(title) ? title : `the ${title}`),
    subjectLine: (subject) => `Subject: ${subject}`,
  },
  toFill: 'To fill in before sending:',
  fillHere: (slot) => `(--fill ${slot}="…")`,
  angle: (name) => `Angle: ${name}.`,
  spoken: 'To be said, not sent.',
  asideFrom: {
    leaveAlone:
      'Nothing calls for a message today; the list says to leave them alone. The draft is here if you know better.',
    snoozed: 'You put this deal off. The draft is here all the same.',
    prepare: 'A meeting is booked: prepare it first. The draft is here all the same.',
  },
  noWriter: 'It is not signed: followup config set name "…" (and signature "…").',
  copied: ({ lines, hasSubject }) =>
    `Copied to the clipboard: ${lines} ${lines === 1 ? 'line' : 'lines'}${hasSubject ? ', without the subject' : ''}. Nothing was sent.`,
  written: (file) => `Written: ${file}. Your mail program opens it as a draft; nothing was sent.`,
  notReady: 'It still has blanks: fill them in before you send it.',
  overwrite: (file) => `${file} exists already. Replace it?`,
  brakes: {
    status_run: 'two status checks went out and nothing was given since',
    ask_after_ask: 'your last message asked for something too; give something in between',
    ask_gap: 'your last question still waits for its answer',
    repeated: 'you used it lately; a second time in a row says nothing new',
    only_closefile: 'five of your messages stand unanswered',
  },
  open: (id, codes) => codes.map((code) => `followup draft ${id} --angle ${code}`).join(', or '),
});
