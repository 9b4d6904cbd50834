import type { Kysely, Transaction } from 'kysely';
import type { TableTool } from './migrations/migration.ts';
import type { BookTable, Schema } from './schema.ts';
import type { WholeFile } from './sqlitefile.ts';

/** What differs between engines, and nothing else. */
export interface Engine {
  readonly db: Kysely<Schema>;
  /**
   * Does the work as one transaction, as if nobody else were at work. Where somebody was in its way, it is taken back and done
   * again from its beginning, so it must be able to begin anew.
   */
  change<Result>(work: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result>;
  /** Does the work as one transaction; returns null, and has changed nothing, where somebody keeps this one from writing. */
  promptly<Result>(work: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result | null>;
  /** Does the work as one transaction that nobody else changes the tables meanwhile. */
  migrate<Result>(work: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result>;
  /** The number of migrations this database has had. */
  schemaVersion(db?: Kysely<Schema>): Promise<number>;
  setSchemaVersion(db: Kysely<Schema>, version: number): Promise<void>;
  /** Returns whether the database is somebody else's. */
  isForeign(): Promise<boolean>;
  /** Sets what the engine needs for safe writing, once the database is known to be ours. */
  prepare(): Promise<void>;
  /** Returns the name under which this command works on a server; null on a file, which has one owner. */
  login(): Promise<string | null>;
  /** Returns whose deals alone the database shows this command; null where it shows all. */
  onlyOwner(): Promise<string | null>;
  /** Returns the names of all who work on the book of a team; null where there is none, or it is not known. */
  memberNames(): Promise<readonly string[] | null>;
  /** Returns whether rows may be brought with their own numbers, and the tables count on from there. */
  mayNumber(): Promise<boolean>;
  readonly table: (db: Kysely<Schema>) => TableTool;
  /** Returns the highest number that each table ever gave to a row. */
  lastNumbers(db: Kysely<Schema>): Promise<ReadonlyMap<BookTable, number>>;
  /** Lets a table give higher numbers than this one. */
  countOn(db: Kysely<Schema>, table: BookTable, last: number): Promise<void>;
  /** Does work that takes away what nobody shall find again, and leaves as little of it behind as the engine can. */
  traceless<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Returns the failure that an error means for the book, or the error itself where nothing better is known. */
  toFailure(error: unknown): unknown;
  /** What can be done to a book that is a file; null on a server, whose own tools do that. */
  readonly whole: WholeFile | null;
}

/** The engine of a book that is a file. */
export interface FileEngine extends Engine {
  readonly whole: WholeFile;
}

export interface EngineOptions {
  /** How long a command waits for another one that is writing. */
  readonly busyTimeoutMs?: number;
  /** Fails where the file is missing, and refuses every change. */
  readonly isReadOnly?: boolean;
}

/** Long enough for an import of the same book to end, short enough to be told what the matter is. */
export const BUSY_TIMEOUT_MS = 10_000;
