import type { BacklogFacts, SpreadWords } from '../spreadwords.ts';

export const spread = (): SpreadWords => ({
  backlog: (facts) => [OCCASIONS[facts.occasion](facts.waiting), firstDay(facts), others(facts)].join(''),
  toCome: (days, isMore) =>
    `この後: ${days.map(([day, count]) => `${day} ${count}件`).join('・')}${isMore ? '…' : ''}　followup today --all`,
  heading: (day, count) => `${day}　${count}件`,
});

const OCCASIONS: Readonly<Record<BacklogFacts['occasion'], (waiting: number) => string>> = {
  back: (waiting) => `お休みの間の分も含めて、${waiting}件あります。`,
  plan: (waiting) => `お戻りの日からの続きです。あと${waiting}件あります。`,
  long: (waiting) => `一日では回りきれない${waiting}件があります。`,
};

function firstDay({ pressing, first, firstOn }: BacklogFacts): string {
  const when = firstOn ?? '今日';
  if (pressing === 0) return `急ぎのものはありません。${when}はこの${first}件です。`;
  if (pressing > first)
    return `お待たせできないものが${pressing}件。${when}はそのうちの${first}件、残りは次の営業日の先頭です。`;
  if (pressing === first) return `${when}は、お待たせできないこの${first}件です。`;
  return `${when}は${first}件で、${pressing === 1 ? '最初の1件は' : `はじめの${pressing}件は`}お待たせできません。`;
}

function others({ furtherDays }: BacklogFacts): string {
  return furtherDays === 1 ? 'ほかは次の営業日にします。' : `ほかは、その後の${furtherDays}営業日に分けてあります。`;
}
