import type { Generated } from 'kysely';

/**
 * The tables, as both engines see them: days are text `YYYY-MM-DD`, instants text in ISO 8601, flags 0 or 1, lists JSON
 * text. Column names are the deal's field names in snake case.
 */
export interface Schema {
  deal: DealTable;
  figures: FiguresTable;
  contact: ContactTable;
  promise: PromiseTable;
  question: QuestionTable;
  material: MaterialTable;
  slip: SlipTable;
  outcome: OutcomeTable;
  step: StepTable;
  change: ChangeTable;
  silence: SilenceTable;
  ground: GroundTable;
  median: MedianTable;
  page: PageTable;
  standing: StandingTable;
}

interface DealTable {
  id: Generated<number>;
  /** Its name for ever, in whatever book it comes to stand. */
  uid: string;
  external_id: string | null;
  customer: string;
  title: string;
  contact: string | null;
  email: string | null;
  phone: string | null;
  channel: string | null;
  language: string | null;
  amount: number | null;
  currency: string | null;
  kind: string | null;
  owner: string | null;
  state: string;
  closed_on: string | null;
  reason: string | null;
  revisit_on: string | null;
  proposed_on: string | null;
  goal: string | null;
  goal_on: string | null;
  lead: string | null;
  slots: string;
  prep: string | null;
  approval: string | null;
  offer_until_on: string | null;
  not_before_on: string | null;
  assumed: string;
  decision_on: string | null;
  scene: string | null;
  decider: string | null;
  route: string | null;
  rival: string | null;
  next: string | null;
  next_on: string | null;
  booked: number;
  earlier_contact_on: string | null;
  earlier_signal_on: string | null;
  expected_close_on: string | null;
  note: string | null;
  do_not_contact: number;
  hold_until_on: string | null;
  hold_since_on: string | null;
  hold_words: string | null;
  snooze_until_on: string | null;
  unknowns: string;
  /** What deals are found by: customer and title, width and case folded. */
  search_text: string;
  /** What a row of another system that has no id is matched by: customer and title. */
  match_key: string;
}

interface FiguresTable {
  deal_id: number;
  last_contact_on: string | null;
  recent_angles: string;
  last_contact_channel: string | null;
  other_channel_on: string | null;
  last_signal_on: string | null;
  unanswered: number;
  unanswered_asks: number;
  last_ask_on: string | null;
  asked_since_give: number;
  status_run: number;
  status_run_peak: number;
  status_since_give: number;
  last_give_on: string | null;
  told_on: string | null;
  told_latest_on: string | null;
  withdraw_on: string | null;
  closefile_on: string | null;
  verdict_on: string | null;
  lossreason_on: string | null;
  holdack_on: string | null;
  thanks_owed_since_on: string | null;
  doubts: string;
  promises: string;
  questions: string;
  wanted: string;
  settled: string;
}

interface ContactTable {
  id: Generated<number>;
  deal_id: number;
  n: number;
  held_on: string;
  side: string;
  channel: string;
  angle: string | null;
  status_only: number;
  gives: number;
  no_answer: number;
  told_latest_on: string | null;
  text: string;
}

interface PromiseTable {
  id: Generated<number>;
  deal_id: number;
  n: number;
  text: string;
  material: string | null;
  due_on: string | null;
  kept_on: string | null;
}

interface QuestionTable {
  id: Generated<number>;
  deal_id: number;
  n: number;
  text: string;
  doubt: string | null;
  asked_on: string;
  answered_on: string | null;
  answer: string | null;
}

interface MaterialTable {
  id: Generated<number>;
  deal_id: number;
  code: string;
  status: string;
  since_on: string;
  wanted_on: string | null;
  supplied_on: string | null;
}

interface SlipTable {
  id: Generated<number>;
  deal_id: number;
  from_on: string | null;
  to_on: string | null;
  slipped_on: string;
}

interface OutcomeTable {
  id: Generated<number>;
  deal_id: number;
  state: string;
  ended_on: string;
  words: string | null;
  who: string | null;
  channel: string | null;
  reason: string | null;
  factor: string | null;
  fact: string | null;
  revisit_on: string | null;
}

/** One command that changed something: how many deals it added and changed, and which one where it was only one. */
interface StepTable {
  id: Generated<number>;
  at: string;
  command: string;
  added: number;
  changed: number;
  deal_id: number | null;
  /** When it was taken back; null while it is in force. */
  undone_at: string | null;
  /** Its place on the list of what `redo` brings again, the highest first. A new step clears the list. */
  redo_place: number | null;
  /** The login that gave it, where a team works on one book. */
  author: Generated<string | null>;
}

/** One row that a step added, changed or removed. */
export interface ChangeRow {
  step_id: number;
  kind: 'added' | 'changed' | 'removed';
  table_name: JournalledTable;
  row_id: number;
  /** The deal that the row belongs to, or is. */
  deal_id: number;
  /** The columns that a change touched, as they were and as they became. */
  before: string | null;
  after: string | null;
  /** The whole row, while it is not in its table: removed, or added and taken back. */
  row: string | null;
}

interface ChangeTable extends ChangeRow {
  id: Generated<number>;
}

/** Not journalled: a wish for silence is never taken back. */
interface SilenceTable {
  id: Generated<number>;
  salt: string;
  print: string;
}

/** What the kept standings rest on, by whose deals they are; an empty name for everybody's. Not journalled: all of it can be worked out again. */
interface GroundTable {
  owner: string;
  stamp: string;
  /** The day on which all of them were right. */
  placed_on: string;
  basis: string;
  medians: string;
}

/** The medians of the open amounts by currency, in JSON, by whose deals they are of; everybody's under ''. No row outlives what moves them. */
interface MedianTable {
  owner: string;
  amounts: string;
}

/** What was made of the standings, in JSON, by what it rests on beside the book. No page outlives a change of any deal. */
interface PageTable {
  owner: string;
  key: string;
  medians: string;
  body: string;
}

/** Where a deal stands. Without a list it is to be placed anew. */
export interface StandingTable {
  deal_id: number;
  owner: string;
  list: string | null;
  /** As a text that sorts. */
  rank: string | null;
  until_on: string | null;
  barely_known: number | null;
  undated: number | null;
  turns_on: string | null;
  joined_on: string | null;
  joined_rank: string | null;
  pressing: string | null;
  cannot_wait: number | null;
}

/** The tables whose rows are journalled. Figures are not: they follow from the others. */
export const JOURNALLED = ['deal', 'contact', 'promise', 'question', 'material', 'slip', 'outcome'] as const;
export type JournalledTable = (typeof JOURNALLED)[number];

/** The tables that make a book, each after those it refers to. All others can be worked out again from them. */
export const BOOK_TABLES = [...JOURNALLED, 'step', 'change', 'silence'] as const;
export type BookTable = (typeof BOOK_TABLES)[number];
