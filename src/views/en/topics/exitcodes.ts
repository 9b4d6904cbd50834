import type { TopicPage } from '../../topicwords.ts';

export const exitCodes: TopicPage = () => [
  { heading: 'Exit codes' },
  'The answer goes to standard output, everything said beside it to standard error, and the exit code says how it went:',
  {
    rows: [
      ['0', 'done. An empty list is done, too.'],
      ['1', 'could not be done: no such deal, a file that cannot be read, doctor has found something'],
      ['2', 'the command line or a value in it cannot be used, such as a day nobody can read'],
      ['3', 'refused by the method. The message names the rule, and the honest way on.'],
      ['70', 'a mistake of ours. Nothing was half-written; please report it.'],
      ['130', 'you stopped it with Ctrl-C; nothing was changed, but what `today --go` had recorded before that stands'],
    ],
  },
  { heading: 'Examples' },
  {
    rows: [
      ['followup list nobody', '0: there is no such deal, and that is an answer'],
      ['followup show nobody', '1: there is no such deal to show'],
      ['followup snooze 1 someday', '2: not a day'],
      ['followup check "Just checking in."', '3: the message gives nothing'],
      ['followup close 1 lost', '3: a loss takes their own words'],
    ],
  },
  { heading: 'In a script' },
  'With --json a failure is one object on standard error: its code stays the same in every language, message and hint are for people. Nothing is ever asked; what is missing is exit code 2 and names the flag.',
  {
    typed: [
      'followup check - < message.txt || exit',
      'followup import deals.csv --skip-bad --json > import.json || echo "not imported"',
      '{"error":{"code":"no_deal","message":"…","hint":"…"}}',
    ],
  },
];
