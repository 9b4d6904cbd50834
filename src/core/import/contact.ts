import type { ContactFacts } from '../contact.ts';
import type { Channel } from '../deal.ts';
import { narrow } from '../text.ts';
import { readActivity } from './activity.ts';
import { type CellReading, createCellReader } from './cell.ts';
import { type ContactCells, type ContactColumn, cellsOf, courseOfOutcome, createWayReader } from './contactcells.ts';
import { DEAL_NAMING } from './contactfield.ts';
import type { DealReference } from './dealindex.ts';
import type { Notice, Problem } from './row.ts';

/** A row as it would go into a deal's history. */
export interface ImportedContact {
  readonly deal: DealReference;
  readonly facts: ContactFacts;
  /** Whom at the customer's, where the row says so. */
  readonly person: string | null;
}

/** Why a row is no contact: nobody was in touch, it has not taken place, its day is still to come. */
export type LeftOut = 'type' | 'notDone' | 'ahead';

export type ContactRead =
  | { readonly is: 'contact'; readonly contact: ImportedContact; readonly notices: readonly Notice[] }
  | { readonly is: 'left'; readonly why: LeftOut }
  | { readonly is: 'bad'; readonly problems: readonly Problem[] };

export interface ContactReading extends Pick<CellReading, 'today' | 'localDayOf'> {
  /** Types that the rep explained; null leaves such rows out. */
  readonly types: ReadonlyMap<string, Channel | null>;
}

/** Returns the reader of an activity export's rows, given their cells in the order of the columns. Nothing is guessed. */
export function createContactReader(
  columns: readonly ContactColumn[],
  { types, ...reading }: ContactReading,
): (texts: readonly string[]) => ContactRead {
  const readWay = createWayReader(columns, types);
  const dateAt = columns.findIndex(({ field }) => field === 'date');
  const dateColumn = columns[dateAt];
  const readDate =
    dateColumn &&
    createCellReader({ ...dateColumn, field: 'last-contact', part: null }, { ...reading, isOwn: false }, 'behind');
  return (texts) => {
    const cells = cellsOf(columns, texts);
    const way = readWay(cells);
    if (way.left !== null) return { is: 'left', why: way.left };
    const value = (texts[dateAt] ?? '').trim();
    const { day, notice, problem } = readDate?.(value) ?? {};
    if (day !== undefined && day > reading.today) return { is: 'left', why: 'ahead' };
    const column = dateColumn?.column ?? '';
    const problems = [...way.problems];
    if (day === undefined) problems.push({ column, value, problem: problem ?? 'day_missing' });
    if (!DEAL_NAMING.some((field) => cells[field])) {
      const named = columns.find(({ field }) => DEAL_NAMING.includes(field))?.column ?? '';
      problems.push({ column: named, value: '', problem: 'deal_missing' });
    }
    if (problems.length > 0 || day === undefined || way.channel === null) return { is: 'bad', problems };
    const { channel, from, noAnswer } = way;
    const said = { angle: null, isStatusOnly: false, delivers: false, text: textOf(cells) };
    return {
      is: 'contact',
      contact: {
        deal: referenceOf(cells),
        facts: { on: day, from, channel, noAnswer, ...said },
        person: cells.contact?.text ?? null,
      },
      notices: notice === undefined ? [] : [{ column, value, code: notice }],
    };
  };
}

/** Returns the words of a contact: subject, note, and an outcome that is more than a word of the system, each said once. */
export function textOf(cells: ContactCells): string {
  const { subject, note, outcome } = cells;
  const isNamed = note !== undefined && subject !== undefined && readActivity(subject.text) !== null;
  const result = courseOfOutcome(cells) === null ? outcome?.text : undefined;
  const parts = [isNamed ? undefined : subject?.text, note?.text, result].filter((it) => it !== undefined);
  const isSaid = (part: string, index: number): boolean =>
    parts.some((other, at) => {
      const [whole, piece] = [narrow(other), narrow(part)];
      return at !== index && whole.includes(piece) && (whole !== piece || at < index);
    });
  return parts.filter((part, index) => !isSaid(part, index)).join('\n');
}

function referenceOf({ deal, title, customer, ...cells }: ContactCells): DealReference {
  return {
    externalId: cells['external-id']?.text ?? null,
    deal: deal?.text ?? null,
    title: title?.text ?? null,
    customer: customer?.text ?? null,
  };
}
