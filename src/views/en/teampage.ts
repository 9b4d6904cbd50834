import type { TeamPageWords } from '../teampagewords.ts';
import { many } from './count.ts';

export const teamPage = (): TeamPageWords => ({
  title: (day) => `The team, ${day}`,
  period: (name) => `Answers collected and contacts: ${name}. Everything else as it stands today.`,
  nothing: 'No deals yet, so there is no team to show. Deals get their owner with: followup edit <deal> --owner <name>',
  nobody: 'Nobody’s',
  rep: (name, open) => `${name}  ${many(open, 'open deal')}`,
  columns: { owed: 'owed', outstanding: 'awaited', collected: 'collected', undated: 'no date', statusOnly: 'checks' },
  everybody: 'all of them',
  labels: {
    owed: 'something owed',
    outstanding: 'answers outstanding',
    collected: 'answers collected',
    undated: 'no decision date',
    statusOnly: 'status checks only',
  },
  owed: (owed, overdue) => (overdue > 0 ? `${owed} (${overdue} overdue)` : String(owed)),
  statusOnly: (count, of, share) => (of === 0 ? 'no contacts' : `${count} of ${of} (${share} %)`),
  neediest: 'Deals that need somebody most',
  noNeed:
    'None of the deals looked at: those on which something is owed, with a date of theirs near, and the largest without one. Whom one rep is to contact: followup today --owner <name>',
  handOver: 'The deals that are nobody’s are yours to hand over:\n  followup edit --where owner= --owner <rep>',
  join: ' — ',
});
