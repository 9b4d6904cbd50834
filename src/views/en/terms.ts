import { fewOf, type TermWords } from '../termwords.ts';

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const businessDays = (count: number): string => (count === 1 ? '1 business day' : `${count} business days`);
const away = (count: number): string => (count === 0 ? 'today' : count === 1 ? 'tomorrow' : `in ${days(count)}`);
const ago = (count: number): string => (count === 0 ? 'today' : `${businessDays(count)} ago`);
const inBusinessDays = (count: number): string => (count === 0 ? 'today' : `in ${businessDays(count)}`);

const list = (items: readonly string[]): string =>
  fewOf(items, { join: ', ', lastJoin: ' and ', more: (count) => ` and ${count} more` });

export const terms = (): TermWords => ({
  reasons: {
    promise_overdue: ({ item, on }) => `You promised ${item} by ${on}.`,
    promise_today: ({ item }) => `You promised ${item} for today.`,
    question_open: ({ item, on, value }) =>
      `They asked “${item}” on ${on}${value > 0 ? ` (${ago(value)})` : ''}; it waits for your answer.`,
    material_requested: ({ items, on }) => `They asked for ${list(items)} on ${on}.`,
    thanks_owed: ({ on, isToday }) =>
      isToday
        ? 'You met them today; what you agreed is not in writing yet.'
        : `You met them on ${on}; what you agreed is not in writing yet.`,
    next_due: ({ item, on, value }) =>
      value === 0
        ? `Today is the day you agreed on for “${item}”.`
        : `You agreed to meet about “${item}” on ${on}; nothing is recorded since.`,
    milestone_near: ({ item, on, value, goalOn, milestone, isLate }) =>
      [
        item ? `Their goal, “${item}”, is set for ${goalOn}.` : `Their goal is set for ${goalOn}.`,
        isLate ? 'Their approval should have started by now;' : 'Counting back,',
        milestone === 'approval_start'
          ? `their approval has to start by ${on}, ${away(value)}.`
          : `the last day on which deciding still serves it is ${on}, ${away(value)}.`,
      ].join(' '),
    milestone_passed: ({ on, goalOn }) =>
      `${on} was the last day on which deciding still served their goal of ${goalOn}, and nobody has told them.`,
    decision_after_latest: ({ on, latestOn }) =>
      `They plan to decide on ${on}; the last day that still serves their goal is ${latestOn}.`,
    decision_passed: ({ on, value }) => `Their own date, ${on}, passed ${ago(value)} without an answer.`,
    decision_near: ({ on, isToday, value, items }) =>
      `They decide on ${on}${isToday || value > 0 ? `, ${inBusinessDays(value)}` : ''}${items.length > 0 ? `, and still lack ${list(items)}` : ''}.`,
    promise_soon: ({ item, on, value }) => `You promised ${item} by ${on}, ${away(value)}.`,
    next_soon: ({ item, on }) => `You agreed to meet about “${item}” on ${on}; it is not arranged yet.`,
    no_decision_date: ({ on, value }) => `Proposed on ${on}, ${ago(value)}; no decision date is known.`,
    no_next_step: () => 'No next reason to meet is agreed.',
    route_unknown: () => 'Who decides, and how, is not known.',
    essential_missing: ({ items }) => `To decide they still lack ${list(items)}.`,
    no_goal_date: () => 'When they want to be done is not known.',
    give_gap: ({ on }) => `Nothing was given to them since ${on}.`,
    silence: ({ on, value }) => `Their last word was on ${on}, ${days(value)} ago.`,
    value: ({ value }) => `${value.toFixed(1)} × the median open deal.`,
    revisit_reached: ({ on }) => `The day to come back to them, ${on}, is here.`,
    declined_no_reason: ({ on }) => `They said no on ${on}, and the reason was never heard.`,
    status_run: ({ value }) =>
      value === 1 ? 'your last contact only asked how it is going' : `${value} status checks in a row`,
    recent_contact: ({ on }) => `you wrote on ${on} and they have not answered`,
    unanswered: ({ value }) => `${value} of your contacts stand unanswered`,
    second_channel: () => 'two channels within a few days',
  },
  names: {
    promise_overdue: 'promise overdue',
    promise_today: 'promise due today',
    question_open: 'question open',
    material_requested: 'material requested',
    thanks_owed: 'thanks after the talk',
    next_due: 'agreed meeting due',
    milestone_near: 'their next date',
    milestone_passed: 'useful date passed',
    decision_after_latest: 'decides too late',
    decision_passed: 'decision passed',
    decision_near: 'decision near',
    promise_soon: 'promise soon',
    next_soon: 'agreed meeting soon',
    no_decision_date: 'no decision date',
    no_next_step: 'no next step',
    route_unknown: 'decider and route',
    essential_missing: 'essentials missing',
    no_goal_date: 'no goal date',
    give_gap: 'nothing given',
    silence: 'silence',
    value: 'value',
    revisit_reached: 'revisit reached',
    declined_no_reason: 'no without a reason',
    status_run: 'status-only run',
    recent_contact: 'contacted recently',
    unanswered: 'unanswered',
    second_channel: 'second channel',
  },
  aMaterial: (name) => `the ${name}`,
  measure(unit, value) {
    switch (unit) {
      case 'days':
        return days(value);
      case 'businessDays':
        return businessDays(value);
      case 'ratio':
        return `${value.toFixed(1)} × the median`;
      default:
        return String(value);
    }
  },
});
