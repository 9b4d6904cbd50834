import type { Channel, Contact } from '../core/deal.ts';
import type { Schema } from './schema.ts';

/** What every reader of contacts selects; a reader adds what it needs beside. */
type ContactRow = Pick<
  Schema['contact'],
  'n' | 'held_on' | 'side' | 'channel' | 'angle' | 'status_only' | 'gives' | 'no_answer'
>;

/** Returns a contact's row in the trade's names, its words and what it told left to the reader. */
export function rowToContact(row: ContactRow): Omit<Contact, 'text' | 'toldLatestOn'> {
  return {
    n: row.n,
    on: row.held_on,
    from: row.side,
    channel: columnToChannel(row.channel),
    angle: row.angle,
    statusOnly: row.status_only === 1,
    gives: row.gives === 1,
    noAnswer: row.no_answer === 1,
  } as Omit<Contact, 'text' | 'toldLatestOn'>;
}

/** The column takes no null: where nobody said by what means, it is empty. */
export function channelToColumn(channel: Channel | null): string {
  return channel ?? '';
}

export function columnToChannel(column: string): Channel | null {
  return column === '' ? null : (column as Channel);
}
