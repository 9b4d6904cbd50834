import type { Transaction } from 'kysely';
import { isServer } from '../core/bookaddress.ts';
import type { Day } from '../core/day.ts';
import type { Deal } from '../core/deal.ts';
import { Failure } from '../core/failure.ts';
import type { Meanwhile } from '../core/meanwhile.ts';
import type { Person } from '../core/person.ts';
import type { Candidate, Sought } from '../core/pick.ts';
import type { PracticeRecord } from '../core/practicerecord.ts';
import type { TrackedDeal } from '../core/situation.ts';
import type { ToldByDeal } from '../core/told.ts';
import { archivedDeals, type Snapshot } from './archive.ts';
import { type Backup, backUp, backUpBefore, backupFile, type Cause, fileOf } from './backup.ts';
import type { Book } from './book.ts';
import { type DealOrder, type DealPage, dealPage } from './dealpage.ts';
import { type DayScope, type DealFilter, dealCount, dealsBy, dealsOfDay, filteredDeals } from './deals.ts';
import { type Dossier, dossierOf, dossiersOf } from './dossier.ts';
import type { Engine, EngineOptions } from './engine.ts';
import type { Erasure } from './erase.ts';
import { allDeals, refreshFigures, spokenOn } from './figures.ts';
import type { Forgotten, Meant } from './forget.ts';
import { openMedians } from './medians.ts';
import { inOneStep } from './onestep.ts';
import { openEngine } from './open.ts';
import { isOwner, ownerNames } from './owners.ts';
import { latestDeals, type PickScope, soughtDeals } from './pick.ts';
import { type PracticeScope, practiceOf } from './practice.ts';
import { dealsWithPeopleOf, type WithPerson } from './samepeople.ts';
import type { Schema } from './schema.ts';
import { type KeptPage, type PageWish, pageOn } from './standings.ts';
import { lastChangedAt, latestSteps, recordedOn, type Step } from './steps.ts';
import { type TeamFigures, type TeamScope, teamFigures } from './teamfigures.ts';
import { toldOf } from './told.ts';
import { assertUnchanged, type Beside, meanwhileOn, type Shown } from './unchanged.ts';
import { type Blocked, redoStep, type Turned, undoStep } from './undo.ts';
import { unplaceAll } from './unplace.ts';

/** The book on disk, in the trade's words. Reading needs no transaction; every change is one. */
export interface Store {
  dealsOfDay(scope: DayScope): Promise<TrackedDeal[]>;
  /** Returns what is made of where the deals of the day stand; what was kept of an earlier look is used as far as it holds. */
  dayPage<Page>(wish: PageWish<Page>): Promise<KeptPage<Page>>;
  /** Returns those of the deals of the day that have these numbers. */
  dealsNumbered(scope: DayScope, dealIds: readonly number[]): Promise<TrackedDeal[]>;
  /** Returns the deals of the day that may be with the same people as these. */
  dealsWithPeopleOf(scope: DayScope, deals: readonly WithPerson[]): Promise<WithPerson[]>;
  /** The days since this one on which somebody spoke last on a deal. */
  spokenOn(since: Day): Promise<Day[]>;
  /** The median amount of the open deals by currency, of this owner's where one is named. */
  openMedians(owner?: string): Promise<Map<string, number>>;
  deals(filter: DealFilter): Promise<Deal[]>;
  /** Returns the first deals of a list, and how many it has. */
  dealPage(filter: DealFilter, cut: { readonly order: DealOrder; readonly limit: number | null }): Promise<DealPage>;
  /** Returns the deals of this external id: two reps' systems may both have given it. */
  dealsByExternalId(externalId: string): Promise<Deal[]>;
  /** Returns some deals that fit what was typed so far; it may be asked at every key. */
  sought(sought: Sought, scope: PickScope): Promise<Candidate[]>;
  /** Returns the deals that something happened on last. */
  latest(scope: PickScope): Promise<Candidate[]>;
  dealCount(): Promise<number>;
  /** Returns whose deals alone this book shows and takes; null where it shows all. */
  onlyOwner(): Promise<string | null>;
  /** Returns whether any deal is this owner's. */
  isOwner(name: string): Promise<boolean>;
  /** Returns everybody who has deals, by name. */
  ownerNames(): Promise<string[]>;
  /** Returns the names of all in the team that works on the book, by name; null where none does, or this rep does not see them. */
  memberNames(): Promise<readonly string[] | null>;
  dossier(dealId: number): Promise<Dossier | undefined>;
  dossiers(dealIds: readonly number[]): Promise<Dossier[]>;
  /** Returns the days since this one on which something was recorded, and the last such day before it. */
  recordedOn(since: Day): Promise<Day[]>;
  practiceOf(scope: PracticeScope): Promise<PracticeRecord>;
  teamFigures(scope: TeamScope): Promise<TeamFigures>;
  /** What was said to the customers of these deals before, and by them. */
  told(dealIds: readonly number[]): Promise<ToldByDeal>;
  /** Shows the book as it stands at one moment, however long the reading takes and whoever writes meanwhile. */
  snapshot<Result>(work: (book: Snapshot) => Promise<Result>): Promise<Result>;
  /**
   * Does the work as one transaction and one step of the journal: all of it, or nothing. Fails with `deal_changed` where the deal
   * that was shown to the rep before is another by now.
   */
  change<Result>(command: string, work: (book: Book) => Promise<Result>, shown?: Dossier): Promise<Result>;
  /** As `change`, for work that adds to a deal: it is told what became of the deal since it was shown, and keeps off that. */
  changeBeside<Result>(
    command: string,
    work: (book: Book, beside: Beside) => Promise<Result>,
    shown: Dossier,
  ): Promise<Result>;
  /** Returns what became of a deal since it was shown, or null; fails with `deal_gone` where it is no longer there. */
  meanwhile(shown: Shown): Promise<Meanwhile | null>;
  /** Returns the latest steps, the newest first. */
  steps(limit: number): Promise<Step[]>;
  /**
   * Takes back the step of this number, or the last one in force. A dry one says what it would do and does it not. Fails with
   * `nothing_to_undo`, `no_step` or `undone_already`; refuses where a deal would stand as ended that no outcome ended.
   */
  undo(stepId: number | null, trial: Trial): Promise<Turned | Blocked>;
  /** Brings the step again that was taken back last; fails with `nothing_to_redo`. */
  redo(trial: Trial): Promise<Turned>;
  /** Returns who is meant by a name, an address or a number. */
  people(query: string): Promise<Meant>;
  /** Returns what forgetting this person would erase in the book, and how many kept backups are looked into. */
  erasure(person: Person): Promise<Erasure & { readonly backups: number }>;
  /** Erases the person from the kept backups and the book, to the last byte. Nothing brings them back. */
  forget(person: Person, choice: { readonly isSilenced: boolean }): Promise<Forgotten>;
  /** Writes a copy of the book that has been read back, into this file or a dated one among its backups. */
  backUp(file: string | null, choice: { readonly mayReplace: boolean }): Promise<Backup>;
  /**
   * Makes the backup that goes before something that changes much; of these a few are kept. Returns null where the book is no
   * file. Where it fails, what wanted it must not begin.
   */
  backUpBefore(cause: Cause): Promise<Backup | null>;
  /** Folds every deal's figures anew from its history, for whoever doubts the kept ones. */
  recomputeFigures(): Promise<void>;
  close(): Promise<void>;
}

/** Whether a change is only tried, and taken back at once. */
export interface Trial {
  readonly isDry: boolean;
}

/** Opens the book at this file or server, or `:memory:`. `instant` says when a step happened, in ISO 8601. */
export async function openStore(file: string, instant: () => string, options: EngineOptions = {}): Promise<Store> {
  const engine = await openEngine(file, instant, options);
  const { db } = engine;
  const source = { engine, book: file };
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw engine.toFailure(error);
    }
  };
  const asStep = <Result>(command: string, work: Parameters<typeof inOneStep<Result>>[2]): Promise<Result> =>
    guarded(() => inOneStep(engine, { command, at: instant }, work));
  return {
    dealsOfDay: (scope) => guarded(() => dealsOfDay(db, scope)),
    dayPage: (wish) => guarded(() => pageOn(engine, wish)),
    dealsNumbered: (scope, dealIds) => guarded(() => dealsOfDay(db, scope, dealIds)),
    dealsWithPeopleOf: (scope, deals) => guarded(() => dealsWithPeopleOf(db, scope, deals)),
    spokenOn: (since) => guarded(() => spokenOn(db, since)),
    openMedians: (owner) => guarded(() => openMedians(db, owner)),
    deals: (filter) => guarded(() => filteredDeals(db, filter)),
    dealPage: (filter, cut) => guarded(() => dealPage(db, filter, cut)),
    dealsByExternalId: (externalId) => guarded(() => dealsBy(db, 'external_id', externalId)),
    sought: (sought, scope) => guarded(() => soughtDeals(db, sought, scope)),
    latest: (scope) => guarded(() => latestDeals(db, scope)),
    dealCount: () => guarded(() => dealCount(db)),
    isOwner: (name) => guarded(() => isOwner(db, name)),
    onlyOwner: () => guarded(() => engine.onlyOwner()),
    ownerNames: () => guarded(() => ownerNames(db)),
    memberNames: () => guarded(async () => ((await engine.onlyOwner()) === null ? engine.memberNames() : null)),
    dossier: (dealId) => guarded(() => dossierOf(db, dealId)),
    dossiers: (dealIds) => guarded(() => dossiersOf(db, dealIds)),
    recordedOn: (since) => guarded(() => recordedOn(db, since)),
    practiceOf: (scope) => guarded(() => practiceOf(db, scope)),
    teamFigures: (scope) => guarded(() => teamFigures(db, scope)),
    told: (dealIds) => guarded(() => toldOf(db, dealIds)),
    snapshot: (work) =>
      guarded(() =>
        db
          .transaction()
          .setAccessMode('read only')
          .execute((transaction) =>
            work({
              changedAt: () => lastChangedAt(transaction),
              deals: (filter) => archivedDeals(transaction, filter),
            }),
          ),
      ),
    change: (command, work, shown) =>
      asStep(command, async (book, transaction) => {
        if (shown) await assertUnchanged(transaction, shown);
        return work(book);
      }),
    changeBeside: (command, work, shown) =>
      asStep(command, async (book, transaction) => work(book, await meanwhileOn(transaction, shown))),
    meanwhile: (shown) => guarded(async () => (await meanwhileOn(db, shown)).meanwhile),
    steps: (limit) => guarded(() => latestSteps(db, limit)),
    undo: (stepId, trial) =>
      guarded(async () => {
        const login = await engine.login();
        return attempt(engine, trial, (it) => undoStep(it, stepId, { at: instant(), login }));
      }),
    redo: (trial) =>
      guarded(async () => {
        const login = await engine.login();
        return attempt(engine, trial, (it) => redoStep(it, login));
      }),
    people: (query) => guarded(async () => (await forgetting()).peopleMeant(source, query)),
    erasure: (person) =>
      guarded(async () => ({
        ...(await (await forgetting()).erasureOf(source, person)),
        backups: (await forgetting()).keptBackups(source).length,
      })),
    forget: (person, choice) =>
      guarded(async () => {
        // Whoever sees only some of the deals would leave the person in the others.
        if ((await engine.onlyOwner()) !== null) throw new Failure('forget_by_manager');
        return (await forgetting()).forget(source, person, { ...choice, at: instant() });
      }),
    backUp: (to, choice) => guarded(async () => backUp(fileOf(source), to ?? backupFile(file, instant()), choice)),
    backUpBefore: async (cause) => {
      // A server has its own backups, and the journal takes back what is regretted.
      if (file === ':memory:' || isServer(file)) return null;
      return guarded(() => backUpBefore(fileOf(source), cause, instant()));
    },
    recomputeFigures: () =>
      guarded(() =>
        engine.change(async (transaction) => {
          await refreshFigures(transaction, await allDeals(transaction));
          await unplaceAll(transaction);
        }),
      ),
    close: () => db.destroy(),
  };
}

/** Few commands forget anybody: what that takes is loaded when it is asked for. */
function forgetting() {
  return import('./care.ts');
}

/** Takes back the transaction of a dry run. */
class DryRun extends Error {}

/** Does the work as one transaction; a dry one is rolled back once its result is known. */
async function attempt<Result>(
  engine: Engine,
  { isDry }: Trial,
  work: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  let done: Result | undefined;
  try {
    await engine.change(async (transaction) => {
      done = await work(transaction);
      if (isDry) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return done as Result;
}
