import { blankDeal, type Contact, type Deal, type DealFields, type State } from '../core/deal.ts';
import { indented } from './layout.ts';
import { moneyText } from './money.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';

/** A row as it would be stored: a deal, or a contact in a deal's history. */
export type Sample = { readonly line: number; readonly did: 'created' | 'updated' | 'unchanged' } & (
  | { readonly deal: SampleDeal }
  | { readonly contact: SampleContact }
);

type SampleDeal = Partial<DealFields> & { readonly state: State };

export type SampleContact = Pick<Contact, 'on' | 'from' | 'channel' | 'statusOnly' | 'noAnswer' | 'text'> & {
  readonly deal: Pick<Deal, 'id' | 'customer' | 'title'>;
};

/** Returns the lines that show rows as they would be stored. */
export function samplesText(samples: readonly Sample[], page: Page): string[] {
  if (samples.length === 0) return [];
  const { importing: words } = page.words;
  return [
    words.samples,
    ...samples.flatMap((sample) => {
      const facts = 'deal' in sample ? factsText(sample.deal, page) : contactText(sample.contact, page);
      return indented(words.sample(sample.line, words.did[sample.did], facts), '  ', page.width);
    }),
    '',
  ];
}

/** Every field that is known, days as they are stored: this is where a value read wrong would be seen. */
function factsText(deal: SampleDeal, page: Page): string {
  const { screens, language } = page.words;
  const order = [...Object.keys(blankDeal('')), 'state', 'closedOn'];
  const facts = order.flatMap((field) => {
    const value: unknown = deal[field as keyof typeof deal] ?? null;
    if (value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)) return [];
    if (field === 'currency') return [];
    const label = screens.fields[field] ?? field;
    if (field === 'amount')
      return [`${label}${screens.labelEnd}${moneyText(Number(value), deal.currency ?? null, language)}`];
    if (field === 'state') return [`${label}${screens.labelEnd}${page.playbook.outcomes[deal.state]}`];
    const text = value === true ? screens.yes : Array.isArray(value) ? value.join(' ') : String(value);
    return [`${label}${screens.labelEnd}${printable(text)}`];
  });
  return facts.join('; ');
}

function contactText({ deal, on, from, channel, statusOnly, noAnswer, text }: SampleContact, page: Page): string {
  const { screens } = page.words;
  return [
    [`#${deal.id}`, deal.customer, deal.title]
      .filter((it) => it !== '')
      .map(printable)
      .join(' '),
    on,
    screens.sides[from],
    ...(channel ? [screens.channels[channel]] : []),
    ...(noAnswer ? [screens.show.noAnswer] : []),
    ...(statusOnly ? [screens.show.statusOnly] : []),
    ...(text === '' ? [] : [printable(text)]),
  ].join('; ');
}
