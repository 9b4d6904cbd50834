import type { Transaction } from 'kysely';
import { isBy } from './author.ts';
import { AT_ONCE, insertNumbered, insertRows } from './bulk.ts';
import type { Cell, Row } from './columns.ts';
import { forgetMedians, isWeighing } from './medians.ts';
import { NumberSet } from './numberset.ts';
import type { ChangeRow, JournalledTable, Schema } from './schema.ts';

const CHANGE_COLUMNS: readonly (keyof ChangeRow)[] = [
  'step_id',
  'kind',
  'table_name',
  'row_id',
  'deal_id',
  'before',
  'after',
  'row',
];

type Change = Pick<ChangeRow, 'kind' | 'table_name' | 'row_id' | 'deal_id'> & Partial<ChangeRow>;

/**
 * The only hand that writes to the book's tables. It keeps what it does under one step a command, so that the step can be
 * taken back: that a row was added (it can be read from its table), which columns changed from what to what, or the whole
 * row that was removed.
 */
export class Journal {
  readonly #transaction: Transaction<Schema>;
  readonly #command: string;
  readonly #at: string;
  readonly #login: string | null;
  #stepId: number | null = null;
  /** Written together: an import touches many thousand rows. */
  readonly #unwritten: Cell[][] = [];
  readonly #dealIds = new Set<number>();
  readonly #addedDeals = new NumberSet();
  readonly #changedDeals = new NumberSet();
  #movesMedians = false;
  /** The deal that was touched last; where one was touched, it is that one. */
  #lastDeal: number | null = null;

  /** The login is whose steps may come again; a file's are one person's. */
  constructor(transaction: Transaction<Schema>, command: string, at: string, login: string | null = null) {
    this.#transaction = transaction;
    this.#command = command;
    this.#at = at;
    this.#login = login;
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
    const [id] = await this.insertAll(table, Object.keys(row), [Object.values(row)]);
    return id as number;
  }

  /** Adds rows, each with its values in the order of these columns, and returns their numbers in the same order. */
  async insertAll(
    table: JournalledTable,
    columns: readonly string[],
    rows: readonly (readonly Cell[])[],
  ): Promise<number[]> {
    const ids = await insertNumbered(this.#transaction, table, columns, rows);
    const place = columns.indexOf('deal_id');
    const added = ids.map((id, at): Change => {
      const deal_id = table === 'deal' ? id : Number(rows[at]?.[place]);
      return { kind: 'added', table_name: table, row_id: id, deal_id };
    });
    await this.#keep(...added);
    return ids;
  }

  /** Changes a row where a value differs; returns whether anything did. */
  async update(table: JournalledTable, id: number, patch: Row): Promise<boolean> {
    const row = await this.#row(table, id);
    const after = Object.fromEntries(Object.entries(patch).filter(([column, value]) => row[column] !== value));
    if (Object.keys(after).length === 0) return false;
    const before = Object.fromEntries(Object.keys(after).map((column) => [column, row[column]]));
    await this.#transaction
      .updateTable(table)
      .set(after as never)
      .where('id', '=', id as never)
      .execute();
    const deal_id = dealOf(table, id, row);
    const texts = { before: JSON.stringify(before), after: JSON.stringify(after) };
    if (table === 'deal' && isWeighing(Object.keys(after))) this.#movesMedians = true;
    await this.#keep({ kind: 'changed', table_name: table, row_id: id, deal_id, ...texts });
    return true;
  }

  /** Gives one column of many deals a value, each of which is known to have another one now. */
  async updateDeals(known: ReadonlyMap<number, Cell>, column: 'owner', value: Cell): Promise<void> {
    const ids = [...known.keys()];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      await this.#transaction
        .updateTable('deal')
        .set({ [column]: value } as never)
        .where('id', 'in', ids.slice(at, at + AT_ONCE))
        .execute();
    }
    this.#movesMedians ||= isWeighing([column]);
    const after = JSON.stringify({ [column]: value });
    for (const [id, before] of known) {
      const texts = { before: JSON.stringify({ [column]: before }), after };
      await this.#keep({ kind: 'changed', table_name: 'deal', row_id: id, deal_id: id, ...texts });
    }
  }

  async remove(table: JournalledTable, id: number): Promise<void> {
    const row = await this.#row(table, id);
    await this.#transaction
      .deleteFrom(table)
      .where('id', '=', id as never)
      .execute();
    const deal_id = dealOf(table, id, row);
    await this.#keep({ kind: 'removed', table_name: table, row_id: id, deal_id, row: JSON.stringify(row) });
  }

  /** Keeps that something of a row was erased, and nothing of what it was: this cannot be taken back, nor what came before it. */
  async erased(table: JournalledTable, id: number, dealId: number): Promise<void> {
    await this.#keep({ kind: 'changed', table_name: table, row_id: id, deal_id: dealId });
  }

  /** Writes what has been kept so far. Nothing of a step may be left unwritten when its transaction ends. */
  async write(): Promise<void> {
    await this.#writeChanges(this.#unwritten.length);
    if (this.#stepId === null) return;
    if (this.#movesMedians) await forgetMedians(this.#transaction);
    const isOne = this.#addedDeals.size + this.#changedDeals.size === 1;
    await this.#transaction
      .updateTable('step')
      .set({
        added: this.#addedDeals.size,
        changed: this.#changedDeals.size,
        deal_id: isOne ? this.#lastDeal : null,
      })
      .where('id', '=', this.#stepId)
      .execute();
  }

  async #row(table: JournalledTable, id: number): Promise<Row> {
    const row = await this.#transaction
      .selectFrom(table)
      .selectAll()
      .where('id', '=', id as never)
      .executeTakeFirstOrThrow();
    return row as unknown as Row;
  }

  async #keep(...changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    this.#stepId ??= await this.#begin();
    for (const change of changes) this.#note(this.#stepId, change);
    // Whole batches, each the same statement.
    const whole = this.#unwritten.length - (this.#unwritten.length % AT_ONCE);
    if (whole > 0) await this.#writeChanges(whole);
  }

  #note(stepId: number, { kind, table_name, row_id, deal_id, before, after, row }: Change): void {
    this.#lastDeal = deal_id;
    if (table_name === 'deal' || table_name === 'outcome') this.#dealIds.add(deal_id);
    if (table_name === 'deal' && kind !== 'changed') this.#movesMedians = true;
    if (table_name === 'deal' && kind === 'added') this.#addedDeals.add(deal_id);
    else if (!this.#addedDeals.has(deal_id)) this.#changedDeals.add(deal_id);
    this.#unwritten.push([stepId, kind, table_name, row_id, deal_id, before ?? null, after ?? null, row ?? null]);
  }

  async #begin(): Promise<number> {
    await this.#clearRedo();
    const { id } = await this.#transaction
      .insertInto('step')
      .values({ at: this.#at, command: this.#command, added: 0, changed: 0 })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }

  /** A new step leaves nothing to bring again, as in an editor; what was kept for that is let go. */
  async #clearRedo(): Promise<void> {
    const undone = this.#transaction
      .selectFrom('step')
      .select('id')
      .where('redo_place', 'is not', null)
      .where(isBy(this.#login));
    await this.#transaction.deleteFrom('change').where('step_id', 'in', undone).execute();
    await this.#transaction
      .updateTable('step')
      .set({ redo_place: null })
      .where('redo_place', 'is not', null)
      .where(isBy(this.#login))
      .execute();
  }

  async #writeChanges(count: number): Promise<void> {
    await insertRows(this.#transaction, 'change', CHANGE_COLUMNS, this.#unwritten.splice(0, count));
  }
}

/** Every row belongs to a deal, or is one. */
function dealOf(table: JournalledTable, id: number, row: Row): number {
  return table === 'deal' ? id : Number(row.deal_id);
}
