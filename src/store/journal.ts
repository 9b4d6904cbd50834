import type { Transaction } from 'kysely';
import type { Cell } from './columns.ts';
import type { JournalledTable, Schema } from './schema.ts';

/** A row as the journal keeps it. */
type Row = Record<string, Cell>;

/**
 * The only hand that writes to the book's tables. It keeps every row it touches, whole, before and after, under one step a
 * command, so that a step can be taken back.
 */
export class Journal {
  readonly #transaction: Transaction<Schema>;
  readonly #command: string;
  readonly #at: string;
  #stepId: number | null = null;
  readonly #dealIds = new Set<number>();

  constructor(transaction: Transaction<Schema>, command: string, at: string) {
    this.#transaction = transaction;
    this.#command = command;
    this.#at = at;
  }

  /** The number of the step, or null while nothing has been changed. */
  get stepId(): number | null {
    return this.#stepId;
  }

  /** Returns the deals whose own row or outcome was touched since the last time this was asked. */
  takeTouchedDeals(): number[] {
    const ids = [...this.#dealIds];
    this.#dealIds.clear();
    return ids;
  }

  /** Adds a row and returns its number. */
  async insert(table: JournalledTable, row: Row): Promise<number> {
    const added = await this.#transaction
      .insertInto(table)
      .values(row as never)
      .returningAll()
      .executeTakeFirstOrThrow();
    await this.#keep(table, added.id, null, added as Row);
    return added.id;
  }

  /** Changes a row where a value differs; returns whether anything did. */
  async update(table: JournalledTable, id: number, patch: Row): Promise<boolean> {
    const before = await this.#row(table, id);
    const changed = Object.entries(patch).filter(([column, value]) => before[column] !== value);
    if (changed.length === 0) return false;
    await this.#transaction
      .updateTable(table)
      .set(Object.fromEntries(changed) as never)
      .where('id', '=', id as never)
      .execute();
    await this.#keep(table, id, before, { ...before, ...Object.fromEntries(changed) });
    return true;
  }

  async remove(table: JournalledTable, id: number): Promise<void> {
    const before = await this.#row(table, id);
    await this.#transaction
      .deleteFrom(table)
      .where('id', '=', id as never)
      .execute();
    await this.#keep(table, id, before, null);
  }

  async #row(table: JournalledTable, id: number): Promise<Row> {
    const row = await this.#transaction
      .selectFrom(table)
      .selectAll()
      .where('id', '=', id as never)
      .executeTakeFirstOrThrow();
    return row as unknown as Row;
  }

  async #keep(table: JournalledTable, rowId: number, before: Row | null, after: Row | null): Promise<void> {
    if (table === 'deal') this.#dealIds.add(rowId);
    if (table === 'outcome') for (const row of [before, after]) if (row) this.#dealIds.add(Number(row.deal_id));
    this.#stepId ??= (
      await this.#transaction
        .insertInto('step')
        .values({ at: this.#at, command: this.#command })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
    await this.#transaction
      .insertInto('change')
      .values({
        step_id: this.#stepId,
        table_name: table,
        row_id: rowId,
        before: before && JSON.stringify(before),
        after: after && JSON.stringify(after),
      })
      .execute();
  }
}
