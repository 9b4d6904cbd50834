import type { AgendaItem } from '../core/agenda.ts';
import type { Deal } from '../core/deal.ts';
import { printable } from './printable.ts';
import type { Words } from './words.ts';

type Named = Pick<Deal, 'id' | 'customer' | 'title' | 'contact' | 'doNotContact'>;

/** Returns what stands in a calendar for a day of a deal: facts only, since whoever sees it may not know the rest. */
export function agendaText(
  item: AgendaItem,
  { id, customer, title, contact, doNotContact }: Named,
  { screens, export: words }: Words,
): { readonly summary: string; readonly description: string } {
  const name = screens.customer(printable(customer));
  const lines = [
    doNotContact ? words.doNotContact : '',
    item.kind === 'next' ? (item.isBooked ? words.booked : words.notBooked) : '',
    item.isAssumed ? words.assumed : '',
    printable(title),
    contact === null ? '' : printable(contact),
    words.where(id),
  ];
  return {
    summary: words.agenda[item.kind]({ customer: name, text: printable(item.text ?? title) }),
    description: lines.filter((line) => line !== '').join('\n'),
  };
}
