import { angleRows } from '../../anglerows.ts';
import type { TopicPage } from '../../topicwords.ts';

export const method: TopicPage = ({ rule, page: { playbook } }) => [
  { heading: 'The method' },
  'A follow-up is there for the customer, not for our month-end. Contact helps up to a point, and then it repels. So the usual advice is to leave a customer alone; followup looks for the day on which hearing from you helps them, and says what to bring. Where there is no such day it says so, and you need not feel bad about waiting.',
  { heading: 'What comes first' },
  {
    rows: [
      [
        'what you owe',
        'a promise that is due, a question they wait on, a material they asked for, thanks after a meeting, a meeting you agreed on. It stands first, however small the deal.',
      ],
      ['their own time', 'the last day on which deciding still serves their goal, and the day they said they decide'],
      [
        'gaps',
        `no decision date, no next reason to meet, nobody knows who decides, a material is missing, nothing given for ${rule.give_gap_from} business days`,
      ],
      ['silence, size', 'count little: silence is no alarm, and size only breaks ties'],
      [
        'brakes',
        'status checks in a row, a contact only days old, several messages unanswered, a second channel at once. They hold back everything but what you owe.',
      ],
    ],
  },
  `What you owe, and whatever reaches ${rule.today_from} points, is for today; from ${rule.this_week_from} points it is for this week; the rest is left alone, with the reason. Where only brakes hold a deal down, find something to give first. followup why <deal> prints the whole sum. The numbers are our judgement, not statistics; followup config list shows them, config set changes one.`,
  { heading: 'Their dates, counted back' },
  'The question that helps most is by when they want their goal done. From that day followup counts back: how long delivery takes (--lead), your last date in time (--slot), what has to be prepared (--prep), how long their approval takes (--approval). That gives the latest useful day, and the day on which their approval has to start. It may lie before the day they said they would decide; then they ought to know. No date ever comes from your quota, and what is only assumed (--assumed) is called so.',
  { typed: ['followup edit aoki --goal "finish hiring" --goal-date 9/30 --lead 1mo --approval 5bd'] },
  { heading: 'Give before you ask' },
  `A message gives something, asks something, or states a date of theirs. One that only asks how things stand does none of these, and draft and check turn it down. Between two asks lies a give. After a contact of yours the deal rests ${rule.minimum_gap} business days; an ask that stays unanswered makes the next one wait ${rule.ask_gap_1}, then ${rule.ask_gap_2}, ${rule.ask_gap_3} and ${rule.ask_gap_4}. After ${rule.status_run_stops_asks} status checks in a row nothing may be asked until something was given. At the end of every meeting, agree on the next reason to meet: note asks you for it.`,
  { heading: 'When a deal stays off the list' },
  {
    rows: [
      ['do not contact', 'they asked for it: for good'],
      [
        'hold',
        'they asked for quiet until a day. If a date of theirs comes first, you are told once, while you record it.',
      ],
      [
        'snooze',
        `your own wish; it gives way to what you owe, and to a date of theirs within ${rule.snooze_ends_within} days`,
      ],
      ['a meeting is booked', `within ${rule.booked_within} days: prepare for it`],
      ['you just wrote', `less than ${rule.minimum_gap} business days ago, and nothing is owed`],
    ],
  },
  { heading: 'How a deal ends' },
  'Silence is not a no. An answer that is late, a mail without reply, a call nobody takes: none of them is a reason, and time alone closes nothing. A loss takes the customer’s own words. Where you have none, there are other honest ends:',
  {
    rows: [
      ['won', 'they said yes'],
      ['lost', 'they said no: their words, who said them, how, and their reason'],
      ['declined', 'they said no, and you do not know why yet; asking once is welcome'],
      ['withdrawn', 'the latest useful day has passed, and you had told them; or a reason of your own'],
      [
        'dormant',
        'you closed the file in a last note; their answer is outstanding, and you look again on a day you name',
      ],
      ['void', 'there is nothing left to decide: the project was stopped, or the deal stands in the book twice'],
    ],
  },
  { typed: ['followup close 5 dormant --revisit +12w'] },
  { heading: 'Angles that give' },
  'An angle is what a message is for. It is named with --angle, in draft and in note.',
  { rows: angleRows(playbook, 'give') },
  { heading: 'Angles that ask' },
  { rows: angleRows(playbook, 'ask') },
  { heading: 'Angles that state a date or a fact' },
  { rows: angleRows(playbook, 'notice') },
];
