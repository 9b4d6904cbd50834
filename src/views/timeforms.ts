import { after, readDuration } from '../core/duration.ts';
import { readMoney } from '../core/money.ts';
import { readDay } from '../core/spokenday.ts';
import { moneyText } from './money.ts';
import type { Row, TopicFacts } from './topicwords.ts';

/** Returns what each of these days means when it is typed today: of something to come or, leaning behind, of the past. */
export function dayRows({ page }: TopicFacts, forms: readonly string[], lean: 'ahead' | 'behind' = 'ahead'): Row[] {
  return forms.map((form) => [form, page.days.full(readDay(form, page.today, lean))]);
}

/** Returns the day that each of these durations reaches, counted from today. */
export function durationRows({ page, calendar }: TopicFacts, forms: readonly string[]): Row[] {
  return forms.map((form) => [form, page.days.full(after(page.today, readDuration(form), calendar))]);
}

/** Returns each of these amounts as it is recorded. */
export function moneyRows({ page, currency }: TopicFacts, forms: readonly string[]): Row[] {
  return forms.map((form) => {
    const money = readMoney(form);
    return [form, moneyText(money.amount, money.currency ?? currency, page.words.language)];
  });
}
