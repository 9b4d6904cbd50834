import type { ArchivedDeal, ArchivedMaterial } from './archive.ts';
import type { Day } from './day.ts';
import { blankDeal, type DealFields, type Outcome, type Slip } from './deal.ts';
import { UNANSWERED } from './outcome.ts';

/**
 * Returns a deal of this book with what an archive knows of it. What the archive says of a field holds; what it does not know
 * takes nothing away, and no row of the history is ever lost. A wish not to be contacted stays, and so does the longer quiet. An
 * end comes in where the answer is still out here; nothing that has ended here is opened, or ended otherwise.
 */
export function mergeArchived(here: ArchivedDeal, there: ArchivedDeal, today: Day): ArchivedDeal {
  return {
    ...here,
    ...fieldsOf(here, there),
    ...quietOf(here, there),
    ...endOf(here, there),
    snoozeUntilOn: there.snoozeUntilOn ?? here.snoozeUntilOn,
    unknowns: { ...here.unknowns, ...there.unknowns },
    contacts: withNumbered(here.contacts, there.contacts, (it) => it),
    promises: withNumbered(here.promises, there.promises, ({ keptOn: _kept, ...it }) => it),
    questions: withNumbered(here.questions, there.questions, ({ answeredOn: _on, answer: _answer, ...it }) => it),
    materials: materialsOf(here, there),
    slips: slipsOf(here, there, today),
  };
}

/** Returns whether a merge changed anything. */
export function isSameArchive(one: ArchivedDeal, other: ArchivedDeal): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What only stands together is taken together: another amount with its currency, another reason with its day and appointment. */
const TOGETHER: readonly (readonly [keyof DealFields, ...(keyof DealFields)[]])[] = [
  ['amount', 'currency'],
  ['next', 'nextOn', 'booked'],
];

function fieldsOf(here: ArchivedDeal, there: ArchivedDeal): Partial<DealFields> {
  const blank = blankDeal('');
  const fields = Object.keys(blank) as (keyof DealFields)[];
  const isKnown = (field: keyof DealFields): boolean => JSON.stringify(there[field]) !== JSON.stringify(blank[field]);
  const isOther = (field: keyof DealFields): boolean => isKnown(field) && there[field] !== here[field];
  const renewed = TOGETHER.filter(([first]) => isOther(first)).flat();
  const known = fields.filter((field) => isKnown(field) || renewed.includes(field));
  return {
    ...Object.fromEntries(known.map((field) => [field, there[field]])),
    doNotContact: here.doNotContact || there.doNotContact,
  };
}

type Quiet = Pick<ArchivedDeal, 'holdUntilOn' | 'holdSinceOn' | 'holdWords'>;

function quietOf(here: Quiet, there: Quiet): Quiet {
  const { holdUntilOn, holdSinceOn, holdWords } = (there.holdUntilOn ?? '') > (here.holdUntilOn ?? '') ? there : here;
  return { holdUntilOn, holdSinceOn, holdWords };
}

function endOf(here: ArchivedDeal, there: ArchivedDeal): Pick<ArchivedDeal, 'state' | 'closedOn' | 'outcomes'> {
  const news = missingFrom(here.outcomes, there.outcomes);
  const end = there.outcomes.at(-1);
  const isNewEnd = there.state !== 'open' && there.state !== here.state && end !== undefined && news.includes(end);
  if (isNewEnd && UNANSWERED.includes(here.state)) {
    return { state: there.state, closedOn: there.closedOn, outcomes: [...here.outcomes, ...news] };
  }
  // The last outcome is the one that stands.
  const standing: readonly Outcome[] = here.state === 'open' ? [] : here.outcomes.slice(-1);
  const earlier = here.outcomes.slice(0, here.outcomes.length - standing.length);
  return { state: here.state, closedOn: here.closedOn, outcomes: [...earlier, ...news, ...standing] };
}

interface Numbered {
  readonly n: number;
}

/**
 * Returns our rows with those that are missing among them behind, numbered on. Rows are the same by what `essence` keeps of them;
 * what has been settled there (a promise kept, a question answered) is settled here too.
 */
function withNumbered<Row extends Numbered>(
  here: readonly Row[],
  there: readonly Row[],
  essence: (row: Row) => object,
): readonly Row[] {
  const { pairs, rest } = paired(here, there, (row) => JSON.stringify({ ...essence(row), n: 0 }));
  const settled = here.map((row) => withGaps(row, pairs.get(row) ?? row));
  const last = here.at(-1)?.n ?? 0;
  return [...settled, ...rest.map((row, index) => ({ ...row, n: last + index + 1 }))];
}

/** Returns the row with what it does not know filled from the other. */
function withGaps<Row extends object>(row: Row, other: Row): Row {
  const filled = Object.entries(other).filter(([field]) => (row as Record<string, unknown>)[field] === null);
  return { ...row, ...Object.fromEntries(filled) };
}

/** The later word about a material holds. */
function materialsOf(here: ArchivedDeal, there: ArchivedDeal): readonly ArchivedMaterial[] {
  const theirs = new Map(there.materials.map((material) => [material.code, material]));
  const known = here.materials.map((material) => {
    const other = theirs.get(material.code);
    return other && other.on > material.on ? other : material;
  });
  const codes = new Set(here.materials.map(({ code }) => code));
  return [...known, ...there.materials.filter(({ code }) => !codes.has(code))];
}

/** A decision day that moves is a slip here as well, unless the archive tells of it. */
function slipsOf(here: ArchivedDeal, there: ArchivedDeal, today: Day): readonly Slip[] {
  const slips = [...here.slips, ...missingFrom(here.slips, there.slips)];
  const { decisionOn: from } = here;
  const { decisionOn: to } = there;
  if (from === null || to === null || from === to) return slips;
  const isTold = slips.some((slip) => slip.from === from && slip.to === to);
  return isTold ? slips : [...slips, { from, to, on: today }];
}

function missingFrom<Row extends object>(here: readonly Row[], there: readonly Row[]): readonly Row[] {
  return paired(here, there, (row) => JSON.stringify(row)).rest;
}

/** Returns which row here is which one there, and those there that are none here; of two alike, one stands for one. */
function paired<Row extends object>(
  here: readonly Row[],
  there: readonly Row[],
  keyOf: (row: Row) => string,
): { pairs: ReadonlyMap<Row, Row>; rest: readonly Row[] } {
  const waiting = new Map<string, Row[]>();
  for (const row of here) {
    const alike = waiting.get(keyOf(row));
    if (alike) alike.push(row);
    else waiting.set(keyOf(row), [row]);
  }
  const pairs = new Map<Row, Row>();
  const rest = there.filter((row) => {
    const found = waiting.get(keyOf(row))?.shift();
    if (found) pairs.set(found, row);
    return found === undefined;
  });
  return { pairs, rest };
}
