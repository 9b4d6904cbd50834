import type { BacklogFacts, SpreadWords } from '../spreadwords.ts';

export const spread = (): SpreadWords => ({
  backlog: (facts) => [OCCASIONS[facts.occasion](facts.waiting), firstDay(facts), others(facts)].join(' '),
  toCome: (days, isMore) =>
    `Then: ${days.map(([day, count]) => `${day}, ${count}`).join(' · ')}${isMore ? ' · …' : ''}   followup today --all`,
  heading: (day, count) => `${day} (${count})`,
});

const OCCASIONS: Readonly<Record<BacklogFacts['occasion'], (waiting: number) => string>> = {
  back: (waiting) => `You were away; ${waiting} deals are waiting.`,
  plan: (waiting) => `The plan since your return goes on; ${waiting} deals are waiting.`,
  long: (waiting) => `${waiting} deals are waiting, more than a day can hold.`,
};

function firstDay({ pressing, first, firstOn }: BacklogFacts): string {
  const when = firstOn === null ? 'today' : `on ${firstOn}`;
  const these = first === 1 ? 'This one comes' : `These ${first} come`;
  if (pressing === 0) return `Nothing is pressing; ${these.toLowerCase()} ${when}.`;
  if (pressing > first) return `${pressing} cannot wait: ${these.toLowerCase()} ${when}, the rest of them next.`;
  if (pressing === first) return first === 1 ? 'This one cannot wait.' : `These ${first} cannot wait.`;
  return `${these} ${when}; the first ${pressing === 1 ? 'one' : pressing} cannot wait.`;
}

function others({ furtherDays }: BacklogFacts): string {
  return furtherDays === 1
    ? 'The others come on the next business day.'
    : `The others are spread over the next ${furtherDays} business days.`;
}
