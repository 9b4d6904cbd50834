import type { ArchivedDeal } from '../core/archive.ts';
import type { Day } from '../core/day.ts';
import type { Deal } from '../core/deal.ts';
import type { PracticeRecord } from '../core/practicerecord.ts';
import type { TrackedDeal } from '../core/situation.ts';
import type { ToldByDeal } from '../core/told.ts';
import { archivedDeals } from './archive.ts';
import { Book } from './book.ts';
import {
  type DayScope,
  type DealFilter,
  dealByExternalId,
  dealCount,
  dealsOfDay,
  filteredDeals,
  openAmounts,
} from './deals.ts';
import { type Dossier, dossierOf } from './dossier.ts';
import { allDeals, refreshFigures } from './figures.ts';
import { Journal } from './journal.ts';
import { openEngine, toStoreFailure } from './open.ts';
import { type PracticeScope, practiceOf } from './practice.ts';
import { lastChangedAt, recordedOn } from './steps.ts';
import { toldOf } from './told.ts';

/** The book at one moment. */
export interface Snapshot {
  /** When the book was last changed, in ISO 8601; null while nothing is recorded. */
  changedAt(): Promise<string | null>;
  /** Gives the deals whole, page by page in the order of their numbers. */
  deals(filter: DealFilter): AsyncIterable<readonly ArchivedDeal[]>;
}

/** The book on disk, in the trade's words. Reading needs no transaction; every change is one. */
export interface Store {
  dealsOfDay(scope: DayScope): Promise<TrackedDeal[]>;
  /** The amounts of the open deals, of this owner where one is named. */
  openAmounts(owner?: string): Promise<Pick<Deal, 'state' | 'amount' | 'currency'>[]>;
  deals(filter: DealFilter): Promise<Deal[]>;
  dealByExternalId(externalId: string): Promise<Deal | undefined>;
  dealCount(): Promise<number>;
  dossier(dealId: number): Promise<Dossier | undefined>;
  /** Returns the days since this one on which something was recorded, and the last such day before it. */
  recordedOn(since: Day): Promise<Day[]>;
  practiceOf(scope: PracticeScope): Promise<PracticeRecord>;
  /** What was said to the customers of these deals before, and by them. */
  told(dealIds: readonly number[]): Promise<ToldByDeal>;
  /** Shows the book as it stands at one moment, however long the reading takes and whoever writes meanwhile. */
  snapshot<Result>(work: (book: Snapshot) => Promise<Result>): Promise<Result>;
  /** Does the work as one transaction and one step of the journal: all of it, or nothing. */
  change<Result>(command: string, work: (book: Book) => Promise<Result>): Promise<Result>;
  /** Folds every deal's figures anew from its history, for whoever doubts the kept ones. */
  recomputeFigures(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the book at this file, or `:memory:`. `instant` says when a step happened, in ISO 8601. */
export async function openStore(file: string, instant: () => string): Promise<Store> {
  const { db } = await openEngine(file);
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw toStoreFailure(error, file);
    }
  };
  return {
    dealsOfDay: (scope) => guarded(() => dealsOfDay(db, scope)),
    openAmounts: (owner) => guarded(() => openAmounts(db, owner)),
    deals: (filter) => guarded(() => filteredDeals(db, filter)),
    dealByExternalId: (externalId) => guarded(() => dealByExternalId(db, externalId)),
    dealCount: () => guarded(() => dealCount(db)),
    dossier: (dealId) => guarded(() => dossierOf(db, dealId)),
    recordedOn: (since) => guarded(() => recordedOn(db, since)),
    practiceOf: (scope) => guarded(() => practiceOf(db, scope)),
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
    change: (command, work) =>
      guarded(() =>
        db.transaction().execute(async (transaction) => {
          const book = new Book(transaction, new Journal(transaction, command, instant()));
          const result = await work(book);
          await book.settle();
          return result;
        }),
      ),
    recomputeFigures: () =>
      guarded(() =>
        db.transaction().execute(async (transaction) => refreshFigures(transaction, await allDeals(transaction))),
      ),
    close: () => db.destroy(),
  };
}
