import type { Kysely } from 'kysely';
import type { Channel } from '../core/deal.ts';
import { type Cell, revive, toColumns } from './columns.ts';
import { channelToColumn, columnToChannel } from './contactrow.ts';
import { runOfDeals } from './keptquery.ts';
import type { JournalledTable, Schema } from './schema.ts';

/** What a deal's history is made of, each part in its own table. */
export type PartName = 'contacts' | 'promises' | 'questions' | 'materials' | 'slips' | 'outcomes';

interface Part {
  readonly table: Exclude<JournalledTable, 'deal'>;
  /** The column of each field, in the order in which the fields are written out. */
  readonly columns: Readonly<Record<string, string>>;
  readonly order: string;
}

const PARTS: Readonly<Record<PartName, Part>> = {
  contacts: {
    table: 'contact',
    columns: {
      n: 'n',
      on: 'held_on',
      from: 'side',
      channel: 'channel',
      angle: 'angle',
      statusOnly: 'status_only',
      gives: 'gives',
      noAnswer: 'no_answer',
      toldLatestOn: 'told_latest_on',
      text: 'text',
    },
    order: 'n',
  },
  promises: {
    table: 'promise',
    columns: { n: 'n', text: 'text', material: 'material', dueOn: 'due_on', keptOn: 'kept_on' },
    order: 'n',
  },
  questions: {
    table: 'question',
    columns: {
      n: 'n',
      text: 'text',
      doubt: 'doubt',
      askedOn: 'asked_on',
      answeredOn: 'answered_on',
      answer: 'answer',
    },
    order: 'n',
  },
  materials: {
    table: 'material',
    columns: { code: 'code', status: 'status', on: 'since_on', wantedOn: 'wanted_on', suppliedOn: 'supplied_on' },
    order: 'id',
  },
  slips: { table: 'slip', columns: { from: 'from_on', to: 'to_on', on: 'slipped_on' }, order: 'id' },
  outcomes: {
    table: 'outcome',
    columns: {
      state: 'state',
      on: 'ended_on',
      words: 'words',
      who: 'who',
      channel: 'channel',
      reason: 'reason',
      factor: 'factor',
      fact: 'fact',
      revisitOn: 'revisit_on',
    },
    order: 'id',
  },
};

export const PART_NAMES = Object.keys(PARTS) as readonly PartName[];

export function tableOf(name: PartName): Part['table'] {
  return PARTS[name].table;
}

/** Returns the columns that hold a row of a part. */
export function partColumns(name: PartName, row: object): Record<string, Cell> {
  const fields = row as Readonly<Record<string, unknown>>;
  const columns = Object.entries(PARTS[name].columns).map(([field, column]) => [column, fields[field]]);
  const told = name === 'contacts' ? { channel: channelToColumn(fields.channel as Channel | null) } : {};
  return toColumns({ ...Object.fromEntries(columns), ...told });
}

/** Returns the rows of one part of these deals, by deal, in the order in which they were recorded. */
export async function partsOf(
  db: Kysely<Schema>,
  name: PartName,
  dealIds: readonly number[],
): Promise<Map<number, unknown[]>> {
  const { table, columns, order } = PARTS[name];
  const selection = Object.entries(columns).map(([field, column]) => `${column} as ${field}`);
  const build = () =>
    db
      .selectFrom(table as 'contact')
      .select(['deal_id as dealId', ...selection] as never)
      .where('deal_id', 'in', dealIds)
      .orderBy(order as 'n');
  const rows = await runOfDeals<unknown>(db, name, build, dealIds);
  const parts = new Map<number, unknown[]>(dealIds.map((id) => [id, []]));
  for (const row of rows as readonly Record<string, unknown>[]) {
    const { dealId, ...fields } = row;
    const told = name === 'contacts' ? { channel: columnToChannel(String(fields.channel)) } : {};
    parts.get(Number(dealId))?.push(revive({ ...fields, ...told }));
  }
  return parts;
}

/** Returns the numbers of a deal's rows of one part, in the same order. */
export async function partRowIds(db: Kysely<Schema>, name: PartName, dealId: number): Promise<number[]> {
  const { table, order } = PARTS[name];
  const rows = await db
    .selectFrom(table as 'contact')
    .select('id')
    .where('deal_id', '=', dealId)
    .orderBy(order as 'n')
    .execute();
  return rows.map(({ id }) => id);
}
