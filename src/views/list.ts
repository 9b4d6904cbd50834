import type { Deal } from '../core/deal.ts';
import { apart, clip, padEnd, widthOf } from './layout.ts';
import { legible } from './legible.ts';
import { moneyText } from './money.ts';
import type { Page } from './page.ts';

const NARROW = 60;

/** Returns one line a deal: number, customer, title, amount, state. */
export function listView(deals: readonly Deal[], all: number, page: Page): string {
  const { screens } = page.words;
  if (deals.length === 0) return screens.list.nothing;
  const numberWidth = Math.max(...deals.map(({ id }) => String(id).length)) + 1;
  const customers = deals.map(({ customer }) => legible(customer, page.words));
  const customerWidth = Math.min(Math.max(...customers.map(widthOf)), 24);
  const lines = deals.map((deal, index) => {
    const number = padEnd(`#${deal.id}`, numberWidth);
    const amount = deal.amount === null ? '' : moneyText(deal.amount, deal.currency, page.words.language);
    const state = page.playbook.outcomes[deal.state];
    const right = [amount, state].filter((it) => it !== '').join('  ');
    const customer = customers[index] ?? '';
    const title = legible(deal.title, page.words);
    if (page.width === null) return [number, customer, title, amount, state].filter((it) => it !== '').join('  ');
    if (page.width < NARROW)
      return `${number}  ${clip(customer, page.width - numberWidth - 2)}\n    ${clip(title, page.width - 4)}\n    ${right}`;
    const left = `${number}  ${padEnd(clip(customer, customerWidth), customerWidth)}  `;
    return apart(left + clip(title, Math.max(4, page.width - widthOf(left) - widthOf(right) - 2)), right, page.width);
  });
  return [...lines, '', screens.list.count(deals.length, all)].join('\n');
}
