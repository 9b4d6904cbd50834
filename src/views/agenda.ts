import type { AgendaItem } from '../core/agenda.ts';
import type { Deal } from '../core/deal.ts';
import { legible } from './legible.ts';
import type { Words } from './words.ts';

type Named = Pick<Deal, 'id' | 'customer' | 'title' | 'contact' | 'doNotContact'>;

/** Returns what stands in a calendar for a day of a deal: facts only, since whoever sees it may not know the rest. */
export function agendaText(
  item: AgendaItem,
  { id, customer, title, contact, doNotContact }: Named,
  words: Pick<Words, 'screens' | 'export'>,
): { readonly summary: string; readonly description: string } {
  const { screens, export: exported } = words;
  const name = screens.customer(legible(customer, words));
  const lines = [
    doNotContact ? exported.doNotContact : '',
    item.kind === 'next' ? (item.isBooked ? exported.booked : exported.notBooked) : '',
    item.isAssumed ? exported.assumed : '',
    legible(title, words),
    contact === null ? '' : legible(contact, words),
    exported.where(id),
  ];
  return {
    summary: exported.agenda[item.kind]({ customer: name, text: legible(item.text ?? title, words) }),
    description: lines.filter((line) => line !== '').join('\n'),
  };
}
