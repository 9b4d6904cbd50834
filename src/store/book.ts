import type { Transaction } from 'kysely';
import type { MaterialCode } from '../core/codes.ts';
import type { Day } from '../core/day.ts';
import type { Contact, Deal, DealPatch, MaterialStatus, Promised, Question } from '../core/deal.ts';
import { assertChecked, type CheckedOutcome } from '../core/outcome.ts';
import { channelToColumn } from './contactrow.ts';
import { dealsWithIds, filteredDeals, trackedDeal, updateDeal } from './deals.ts';
import { type Dossier, dossierOf } from './dossier.ts';
import { endingOf, refuseEnding, toOutcomeRow } from './ending.ts';
import { refreshFigures } from './figures.ts';
import type { Journal } from './journal.ts';
import { assertLawfulDeals } from './lawful.ts';
import { Lookahead } from './lookahead.ts';
import { type Lookup, lookupIn } from './lookup.ts';
import { type DealName, type Match, matchedDeal } from './matching.ts';
import { waitOf } from './materialwait.ts';
import { type AddedDeal, addDeals } from './newdeals.ts';
import { nextNumber } from './nextnumber.ts';
import { Restorer } from './restorer.ts';
import type { Schema } from './schema.ts';
import { Silence } from './silence.ts';
import { unplace } from './unplace.ts';

/** The book opened for one command's changes: all of them happen, or none. */
export class Book {
  readonly #db: Transaction<Schema>;
  readonly #journal: Journal;
  readonly #touched = new Set<number>();
  readonly #silence: Silence;
  readonly #ahead: Lookahead;

  constructor(db: Transaction<Schema>, journal: Journal) {
    this.#db = db;
    this.#journal = journal;
    this.#silence = new Silence(db);
    this.#ahead = new Lookahead(db);
  }

  /** The number of this command's step in the journal, or null while nothing has changed. */
  get stepId(): number | null {
    return this.#journal.stepId;
  }

  /** How many deals stay silent because of a wish that outlived its person. */
  get silenced(): number {
    return this.#silence.kept;
  }

  /** What brings whole deals back, with their history. */
  get restorer(): Restorer {
    return new Restorer(this.#db, this.#journal, this.#touched, this.#silence);
  }

  /** What an import of contacts looks up before it records one. */
  get lookup(): Lookup {
    return lookupIn(this.#db);
  }

  dossier(dealId: number): Promise<Dossier | undefined> {
    return dossierOf(this.#db, dealId);
  }

  /** Returns which deal a row of another system speaks of. */
  matchedDeal(name: DealName, isTaken: (dealId: number) => boolean): Promise<Match> {
    return matchedDeal((column, value) => this.#ahead.dealsBy(column, value), name, isTaken);
  }

  /** Looks up together the deals that the next rows of another system may speak of; `matchedDeal` then answers at once. */
  lookAhead(names: readonly DealName[]): Promise<void> {
    return this.#ahead.look(names);
  }

  /** Returns whether looking ahead has shown that a row of another system speaks of no deal; false where that is not known. */
  isNew(name: DealName): boolean {
    return this.#ahead.isNew(name);
  }

  /** Returns the deals that have every one of these words in customer, title or contact. */
  dealsNamed(words: readonly string[]): Promise<Deal[]> {
    return filteredDeals(this.#db, { words });
  }

  /** Adds a deal that has no history yet and returns its number. It is open, or has ended as its outcome says. */
  async addDeal(deal: AddedDeal['deal'], ended?: CheckedOutcome): Promise<number> {
    return (await this.addDeals([{ deal, ended }]))[0] as number;
  }

  /** Does the same with many at once, and returns their numbers in the same order: one by one, each would wait for the one before. */
  addDeals(added: readonly AddedDeal[]): Promise<number[]> {
    return addDeals({ journal: this.#journal, silence: this.#silence, ahead: this.#ahead }, added);
  }

  /** Changes a deal. A decision day that moves is kept as a slip. Returns whether anything differed. */
  async editDeal(dealId: number, patch: DealPatch, on: Day): Promise<boolean> {
    refuseEnding(patch);
    const deal = await trackedDeal(this.#db, dealId);
    if (!deal) return false;
    const { decisionOn } = patch;
    if (decisionOn !== undefined && deal.decisionOn && deal.decisionOn !== decisionOn) {
      const slip = { from_on: deal.decisionOn, to_on: decisionOn, slipped_on: on };
      await this.#journal.insert('slip', { deal_id: dealId, ...slip });
    }
    this.#touched.add(dealId);
    const silenced = await this.#silence.patchOf({ ...deal, ...patch });
    return this.#update(deal, { ...patch, ...silenced });
  }

  /** Gives deals to another owner; those that have another one than shown by now are left. Returns the ones given, as they are now. */
  async handOver(shown: readonly Deal[], owner: string): Promise<Deal[]> {
    const owners = new Map(shown.map(({ id, owner: from }) => [id, from]));
    const given = (await dealsWithIds(this.#db, [...owners.keys()])).filter(
      ({ id, owner: from }) => owners.get(id) === from,
    );
    for (const deal of given) this.#ahead.changed(deal);
    await this.#journal.updateDeals(new Map(given.map(({ id, owner: from }) => [id, from])), 'owner', owner);
    return given.map((deal) => ({ ...deal, owner }));
  }

  async recordContact(dealId: number, contact: Omit<Contact, 'n'>): Promise<void> {
    await this.#journal.insert('contact', {
      deal_id: dealId,
      n: await nextNumber(this.#db, 'contact', dealId),
      held_on: contact.on,
      side: contact.from,
      channel: channelToColumn(contact.channel),
      angle: contact.angle,
      status_only: contact.statusOnly ? 1 : 0,
      gives: contact.gives ? 1 : 0,
      no_answer: contact.noAnswer ? 1 : 0,
      told_latest_on: contact.toldLatestOn ?? null,
      text: contact.text,
    });
    this.#touched.add(dealId);
  }

  async makePromise(dealId: number, { text, material, dueOn }: Omit<Promised, 'n' | 'keptOn'>): Promise<void> {
    const n = await nextNumber(this.#db, 'promise', dealId);
    await this.#journal.insert('promise', { deal_id: dealId, n, text, material, due_on: dueOn, kept_on: null });
    this.#touched.add(dealId);
  }

  /** Returns whether there was an open promise of that number. */
  async keepPromise(dealId: number, n: number, on: Day): Promise<boolean> {
    const found = await this.#db
      .selectFrom('promise')
      .select('id')
      .where('deal_id', '=', dealId)
      .where('n', '=', n)
      .where('kept_on', 'is', null)
      .executeTakeFirst();
    if (!found) return false;
    this.#touched.add(dealId);
    return this.#journal.update('promise', found.id, { kept_on: on });
  }

  async askQuestion(dealId: number, question: Pick<Question, 'text' | 'doubt' | 'askedOn'>): Promise<void> {
    await this.#journal.insert('question', {
      deal_id: dealId,
      n: await nextNumber(this.#db, 'question', dealId),
      text: question.text,
      doubt: question.doubt,
      asked_on: question.askedOn,
      answered_on: null,
      answer: null,
    });
    this.#touched.add(dealId);
  }

  /** Returns whether there was an open question of that number. */
  async answerQuestion(dealId: number, n: number, answer: string | null, on: Day): Promise<boolean> {
    const found = await this.#db
      .selectFrom('question')
      .select('id')
      .where('deal_id', '=', dealId)
      .where('n', '=', n)
      .where('answered_on', 'is', null)
      .executeTakeFirst();
    if (!found) return false;
    this.#touched.add(dealId);
    return this.#journal.update('question', found.id, { answered_on: on, answer });
  }

  /** Sets where a material stands. Supplying it keeps every open promise of it. */
  async setMaterial(dealId: number, code: MaterialCode, status: MaterialStatus, on: Day): Promise<void> {
    const found = await this.#db
      .selectFrom('material')
      .select(['id', 'status', 'since_on', 'wanted_on', 'supplied_on'])
      .where('deal_id', '=', dealId)
      .where('code', '=', code)
      .executeTakeFirst();
    const standing = { status, since_on: on, ...waitOf(found, status, on) };
    if (found) await this.#journal.update('material', found.id, standing);
    else await this.#journal.insert('material', { deal_id: dealId, code, ...standing });
    if (status === 'supplied' || status === 'useful') await this.#keepPromisesOf(dealId, code, on);
    this.#touched.add(dealId);
  }

  /** Ends a deal as its outcome says. There is no other way to end one. */
  async endDeal(dealId: number, ended: CheckedOutcome): Promise<void> {
    assertChecked(ended, dealId);
    const deal = await trackedDeal(this.#db, dealId);
    if (!deal) return;
    await this.#keepOutcome(dealId, ended);
    await this.#update(deal, endingOf(ended));
  }

  /** Opens a deal that had ended. How it ended stays in its history. */
  async reopenDeal(dealId: number): Promise<void> {
    const deal = await trackedDeal(this.#db, dealId);
    if (deal) await this.#update(deal, { state: 'open', closedOn: null, reason: null, revisitOn: null });
  }

  /**
   * Brings the kept figures of every deal that was touched up to date, and lets none stand as ended that no outcome ended; the
   * last thing before the command is on disk.
   */
  async settle(): Promise<void> {
    const changed = this.#journal.takeTouchedDeals();
    await assertLawfulDeals(this.#db, changed);
    await refreshFigures(this.#db, [...this.#touched]);
    await unplace(this.#db, [...new Set([...changed, ...this.#touched])]);
    this.#touched.clear();
  }

  #update(deal: Deal, patch: Partial<Deal>): Promise<boolean> {
    for (const it of [deal, { ...deal, ...patch }]) this.#ahead.changed(it);
    return updateDeal(this.#journal, deal, patch);
  }

  async #keepOutcome(dealId: number, ended: CheckedOutcome): Promise<void> {
    await this.#journal.insert('outcome', toOutcomeRow(dealId, ended));
  }

  async #keepPromisesOf(dealId: number, code: MaterialCode, on: Day): Promise<void> {
    const open = await this.#db
      .selectFrom('promise')
      .select('id')
      .where('deal_id', '=', dealId)
      .where('material', '=', code)
      .where('kept_on', 'is', null)
      .execute();
    for (const { id } of open) await this.#journal.update('promise', id, { kept_on: on });
  }
}
