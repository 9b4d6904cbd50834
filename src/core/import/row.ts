import type { Day } from '../day.ts';
import type { DealFields, State } from '../deal.ts';
import { type CellRead, type CellReading, createCellReader, type ImportColumn } from './cell.ts';
import { createStateReader, type StateCell, StateProblem } from './state.ts';

/** A cell that cannot be read, and why. */
export interface Problem {
  readonly column: string;
  readonly value: string;
  readonly problem: string;
}

/** A cell that was read in a way the rep should hear of. */
export interface Notice {
  readonly column: string;
  readonly value: string;
  readonly code: string;
}

/** A row as it would be stored. */
export interface ImportedDeal {
  readonly fields: Partial<DealFields>;
  readonly state: State | null;
  /** The day an ended deal ended. */
  readonly closedOn: Day | null;
  readonly lostReason: string | null;
  /** Whether it has an amount whose currency neither cell, column nor header names. */
  readonly lacksCurrency: boolean;
  /** What the deal is known by in every book, where the file is an export of one. */
  readonly uid: string | null;
}

export interface RowRead {
  readonly deal: ImportedDeal;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

export interface RowReading extends CellReading {
  /** Stage words that the rep explained; null leaves such rows out. */
  readonly stages: ReadonlyMap<string, State | null>;
}

/**
 * Returns the reader of a file's rows, given their cells in the order of the columns. Blank cells say nothing; every cell that
 * cannot be read is a problem, and nothing is guessed.
 */
export function createRowReader(
  columns: readonly ImportColumn[],
  reading: RowReading,
): (texts: readonly string[]) => RowRead {
  const readState = createStateReader(reading.stages);
  const readers = columns.map((column, index) => ({
    column,
    index,
    read: createCellReader(column, reading),
    // "9/30" without a year is the last one where the deal has ended, and the next one where it is open.
    readEnded: createCellReader(column, reading, 'behind'),
  }));
  const stateReaders = readers.filter(({ column }) => column.field === 'state');
  const lostReasons = readers.filter(({ column }) => column.field === 'lost-reason');
  const others = readers.filter(({ column }) => column.field !== 'state');
  const hasLostReason = (texts: readonly string[]): boolean =>
    lostReasons.some(({ index, read }) => read(texts[index] ?? '').text !== undefined);
  return (texts) => {
    const row = new Row();
    const stateCells: StateCell[] = [];
    for (const { column, index, read } of stateReaders) {
      const { text } = row.take(column, texts[index] ?? '', read(texts[index] ?? ''));
      if (text !== undefined) stateCells.push({ column, text });
    }
    const { state, reason } = row.attempt(() => readState(stateCells, hasLostReason(texts))) ?? {
      state: null,
      reason: null,
    };
    const hasEnded = state !== null && state !== 'open';
    for (const { column, index, read, readEnded } of others) {
      const text = texts[index] ?? '';
      const isClosing = hasEnded && column.field === 'expected-close';
      row.add(column, text, row.take(column, text, (isClosing ? readEnded : read)(text)));
    }
    return row.result(state, reason, reading);
  };
}

interface Seen<Value> {
  readonly column: ImportColumn;
  readonly text: string;
  readonly value: Value;
}

/** Gathers what the cells of one row say. */
class Row {
  readonly #problems: Problem[] = [];
  readonly #notices: Notice[] = [];
  readonly #fields: Partial<DealFields> = {};
  readonly #closings: Seen<Day>[] = [];
  #expected: Seen<Day> | null = null;
  #amount: Seen<NonNullable<CellRead['amount']>> | null = null;
  #unitCurrency: string | null = null;
  #lostReason: Seen<string> | null = null;
  #uid: string | null = null;

  take(column: ImportColumn, text: string, read: CellRead): CellRead {
    if (read.problem !== undefined) this.#problem(column, text, read.problem);
    if (read.notice !== undefined) this.#notice(column, text, read.notice);
    return read;
  }

  attempt<Result>(read: () => Result): Result | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof StateProblem)) throw error;
      this.#problem(error.cell.column, error.cell.text, error.code);
      return undefined;
    }
  }

  add(column: ImportColumn, text: string, { fields, amount, day, text: words, uid }: CellRead): void {
    if (uid !== undefined) this.#uid = uid;
    if (column.field === 'lost-reason' && words) this.#lostReason = { column, text, value: words };
    if (column.field === 'expected-close' && day) this.#expected = { column, text, value: day };
    if (column.field === 'closed-on' && day) this.#closings.push({ column, text, value: day });
    if (amount) {
      this.#amount = { column, text, value: amount };
      this.#unitCurrency = column.style.unit?.currency ?? null;
    }
    if (!fields || (column.part === 'fallback' && this.#fields.customer !== undefined)) return;
    const { slots } = this.#fields;
    Object.assign(this.#fields, fields);
    if (slots && fields.slots) this.#fields.slots = union(slots, fields.slots);
  }

  result(state: State | null, stageReason: string | null, { today, isOwn }: RowReading): RowRead {
    const hasEnded = state !== null && state !== 'open';
    const closing = hasEnded ? this.#closingOf(state) : null;
    if (closing && closing.value > today) this.#notice(closing.column, closing.text, 'closed_ahead');
    if (!hasEnded && this.#expected) this.#fields.expectedCloseOn = this.#expected.value;
    if (!hasEnded) for (const { column, text } of this.#closings) this.#notice(column, text, 'not_ended');
    // It is kept of an end only: perhaps the end is what the file does not say.
    if (!hasEnded && this.#lostReason) this.#notice(this.#lostReason.column, this.#lostReason.text, 'reason_of_open');
    const lacksCurrency = this.#setAmount();
    return {
      deal: {
        fields: this.#fields,
        state,
        closedOn: closing?.value ?? null,
        lostReason: this.#lostReason?.value ?? stageReason,
        lacksCurrency: lacksCurrency && !isOwn,
        uid: this.#uid,
      },
      problems: this.#problems,
      notices: this.#notices,
    };
  }

  /** The day it ended: as the columns for that say, else the seller's close date. */
  #closingOf(state: State): Seen<Day> | null {
    const wrong = state === 'won' ? 'lost' : 'won';
    return this.#closings.find(({ column }) => column.part !== wrong) ?? this.#expected;
  }

  /** The cell's own currency counts first, then the currency column, then the header's. Returns whether none is known. */
  #setAmount(): boolean {
    if (this.#amount === null) return false;
    const { column, text, value } = this.#amount;
    const around = this.#fields.currency ?? this.#unitCurrency;
    const isKin = around !== null && value.kin.includes(around);
    const currency = isKin ? around : (value.currency ?? around);
    if (around !== null && (currency !== around || (value.kin.length > 0 && !isKin)))
      this.#notice(column, text, 'currency_conflict');
    if (currency === null && value.kin.length > 0) this.#notice(column, text, 'currency_of_sign');
    this.#fields.amount = value.amount;
    if (currency !== null) this.#fields.currency = currency;
    return currency === null;
  }

  #problem({ column }: ImportColumn, text: string, problem: string): void {
    this.#problems.push({ column, value: text.trim(), problem });
  }

  #notice({ column }: ImportColumn, text: string, code: string): void {
    this.#notices.push({ column, value: text.trim(), code });
  }
}

function union(some: readonly Day[], others: readonly Day[]): Day[] {
  return [...new Set([...some, ...others])].sort();
}
