import { agendaOf } from '../core/agenda.ts';
import type { ArchivedDeal } from '../core/archive.ts';
import type { Calendar } from '../core/calendar.ts';
import { Failure } from '../core/failure.ts';
import type { Encoding } from '../exchange/encode.ts';
import { type DayEvent, openCalendarText } from '../exchange/ics.ts';
import { archiveOf, type Outgoing, tableOf } from '../exchange/outgoing.ts';
import type { Snapshot } from '../store/archive.ts';
import type { DealFilter } from '../store/deals.ts';
import { agendaText } from '../views/agenda.ts';
import type { Context } from './context.ts';

export const FORMATS = ['csv', 'json', 'ics'] as const;
export type Format = (typeof FORMATS)[number];

/** What is to be taken out of the book, and how. */
export interface Export {
  readonly context: Context;
  readonly format: Format;
  readonly filter: DealFilter;
  readonly encoding: Encoding;
  /** Whether a character that cannot be written may be replaced. */
  readonly mayReplace: boolean;
  readonly calendar: Calendar;
}

/** What was written, for saying it. */
export interface Written {
  readonly deals: number;
  readonly events: number;
  /** Characters that the encoding does not have, and those written as the sign it has in their stead. */
  readonly replaced: number;
  readonly twins: number;
}

export type Put = (text: string) => Promise<void>;

/** So many characters that cannot be written are named. */
const MOST_MISFITS = 10;

/** Where a character cannot be written, nothing is: a customer's name is not spoilt unless somebody agrees to it. */
export async function refuseMisfits({ encoding, filter, mayReplace }: Export, book: Snapshot): Promise<void> {
  if (encoding.isUniversal || mayReplace) return;
  const named: string[] = [];
  let count = 0;
  const table = tableOf(encoding, ({ deal, column, character, twin }) => {
    if (twin !== null) return;
    count += 1;
    if (named.length < MOST_MISFITS) named.push(`#${deal} ${column}: ${character} (${codePointOf(character)})`);
  });
  for await (const page of book.deals(filter)) await table.page(page);
  if (count > 0) throw new Failure('unmappable', { encoding: encoding.name, count, places: named });
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Writes the deals page by page: memory does not grow with the book. */
export async function writeDeals(job: Export, book: Snapshot, put: Put): Promise<Written> {
  const written = { deals: 0, events: 0, replaced: 0, twins: 0 };
  const outgoing = await outgoingOf(job, book, written);
  await put(await outgoing.head());
  for await (const page of book.deals(job.filter)) {
    const text = await outgoing.page(page);
    if (text !== '') await put(text);
    written.deals += page.length;
  }
  if (outgoing.tail !== '') await put(outgoing.tail);
  return written;
}

type Counts = { -readonly [Name in keyof Written]: number };

async function outgoingOf(job: Export, book: Snapshot, counts: Counts): Promise<Outgoing> {
  if (job.format === 'json') return archiveOf();
  if (job.format === 'ics') return agendaFile(job, await book.changedAt(), counts);
  return tableOf(job.encoding, ({ twin }) => {
    if (twin === null) counts.replaced += 1;
    else counts.twins += 1;
  });
}

async function agendaFile({ context, calendar }: Export, changedAt: string | null, counts: Counts): Promise<Outgoing> {
  const { head, page, tail } = await openCalendarText(changedAt, context.words.language);
  const eventsOf = (deal: ArchivedDeal): DayEvent[] =>
    agendaOf(deal, calendar).map((item) => ({
      uid: [deal.uid, item.kind, ...(item.n === null ? [] : [item.n])].join('-'),
      on: item.on,
      ...agendaText(item, deal, context.words),
      isCertain: item.kind === 'next' ? item.isBooked : null,
    }));
  return {
    head: async () => head,
    page: async (deals) => {
      const events = deals.flatMap(eventsOf);
      counts.events += events.length;
      return page(events);
    },
    tail,
  };
}
