import type { Transaction } from 'kysely';
import type { Row } from './columns.ts';
import { type ChangeRow, JOURNALLED, type JournalledTable, type Schema } from './schema.ts';

/** Engines bind a limited number of values in one statement, and a deal is wide. */
const AT_ONCE = 200;

type Moved = 'added' | 'removed';

/** Takes the rows that a step added (or removed, where that is done again) out of their tables and keeps them in the journal. */
export async function takeOut(db: Transaction<Schema>, stepId: number, kind: Moved): Promise<void> {
  // What hangs on a deal goes before it.
  for (const table of JOURNALLED.toReversed()) {
    await inBatches(db, stepId, kind, table, async (changes) => {
      const rows = await db
        .selectFrom(table)
        .selectAll()
        .where(
          'id',
          'in',
          changes.map(({ row_id }) => row_id),
        )
        .execute();
      const texts = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
      await db
        .insertInto('change')
        .values(changes.map((change) => ({ ...change, row: texts.get(change.row_id) ?? null })))
        .onConflict((conflict) => conflict.column('id').doUpdateSet(({ ref }) => ({ row: ref('excluded.row') })))
        .execute();
    });
    await db
      .deleteFrom(table)
      .where('id', 'in', (query) =>
        query
          .selectFrom('change')
          .select('row_id')
          .where('step_id', '=', stepId)
          .where('kind', '=', kind)
          .where('table_name', '=', table),
      )
      .execute();
  }
}

/** Puts the rows that the journal keeps of a step back into their tables, with the numbers they had. */
export async function putBack(db: Transaction<Schema>, stepId: number, kind: Moved): Promise<void> {
  for (const table of JOURNALLED) {
    await inBatches(db, stepId, kind, table, async (changes) => {
      const rows = changes.map(({ row }) => JSON.parse(row ?? '') as Row);
      await db
        .insertInto(table)
        .values(rows as never)
        .execute();
    });
  }
  await db.updateTable('change').set({ row: null }).where('step_id', '=', stepId).where('kind', '=', kind).execute();
}

/** Sets the columns that a step changed to what they were before it, the last change first, or once more to what it made them. */
export async function setColumns(db: Transaction<Schema>, stepId: number, side: 'before' | 'after'): Promise<void> {
  const changes = await db
    .selectFrom('change')
    .select(['table_name', 'row_id', side])
    .where('step_id', '=', stepId)
    .where('kind', '=', 'changed')
    .orderBy('id', side === 'before' ? 'desc' : 'asc')
    .execute();
  for (const { table_name, row_id, [side]: columns } of changes) {
    await db
      .updateTable(table_name)
      .set(JSON.parse(columns ?? '{}') as never)
      .where('id', '=', row_id as never)
      .execute();
  }
}

async function inBatches(
  db: Transaction<Schema>,
  stepId: number,
  kind: Moved,
  table: JournalledTable,
  work: (changes: readonly (ChangeRow & { id: number })[]) => Promise<void>,
): Promise<void> {
  for (let last = 0; ; ) {
    const changes = await db
      .selectFrom('change')
      .selectAll()
      .where('step_id', '=', stepId)
      .where('kind', '=', kind)
      .where('table_name', '=', table)
      .where('id', '>', last)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    if (changes.length === 0) return;
    await work(changes);
    last = changes.at(-1)?.id ?? last;
  }
}
