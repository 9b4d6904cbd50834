import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely';
import type { Client } from 'pg';
import { Failure } from '../core/failure.ts';
import { beginning } from './serverconnection.ts';
import { isAnswer } from './serverfailure.ts';
import { toStorable } from './storable.ts';

interface DriverOptions {
  readonly book: string;
  /** How long a change waits for another one. */
  readonly busyTimeoutMs: number;
  readonly connectAgain: () => Promise<Client>;
}

/**
 * One connection to a server: a command is one person doing one thing after the other. Changes are serializable, so that what a
 * command read still holds when it writes, as on a file that one program at a time may write to. Where the line broke while nothing was
 * under way (somebody thought over an answer for long), the next statement finds a new one.
 */
export class ServerDriver implements Driver {
  readonly #connectAgain: () => Promise<Client>;
  #client: Client;
  #connection: ServerConnection;
  readonly #book: string;
  readonly #busyTimeoutMs: number;
  #isTaken = false;
  readonly #waiting: (() => void)[] = [];

  constructor(client: Client, { book, busyTimeoutMs, connectAgain }: DriverOptions) {
    this.#client = client;
    this.#connectAgain = connectAgain;
    this.#book = book;
    this.#busyTimeoutMs = busyTimeoutMs;
    this.#connection = new ServerConnection(client);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#isTaken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isTaken = true;
    if (this.#connection.isLost) await this.#replace();
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }

  async beginTransaction(_connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const { isolationLevel = 'serializable', accessMode } = settings;
    const isolation = accessMode === 'read only' ? 'repeatable read read only' : isolationLevel;
    await this.#connection.run(beginning(isolation, this.#busyTimeoutMs));
  }

  /** Where the connection breaks here, nobody can say whether the server had done it. */
  async commitTransaction(): Promise<void> {
    try {
      await this.#connection.run('commit');
    } catch (error) {
      throw isAnswer(error) ? error : new Failure('server_lost_at_end', { file: this.#book });
    }
  }

  /** A connection that is gone has taken the transaction back already; that it did must not hide why. */
  async rollbackTransaction(): Promise<void> {
    if (!this.#connection.isLost) await this.#connection.run('rollback');
  }

  async #replace(): Promise<void> {
    // Where a statement got no answer, the line is still there.
    void this.#client.end().catch(() => undefined);
    try {
      this.#client = await this.#connectAgain();
      this.#connection = new ServerConnection(this.#client);
    } catch (error) {
      await this.releaseConnection();
      throw error;
    }
  }

  async destroy(): Promise<void> {
    await this.#client.end();
  }
}

class ServerConnection implements DatabaseConnection {
  readonly #client: Client;
  #isLost = false;

  constructor(client: Client) {
    this.#client = client;
    // Without a listener, a connection that breaks between two statements would end the program.
    client.on('error', () => {
      this.#isLost = true;
    });
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  async run(text: string): Promise<void> {
    await this.#guarded(() => this.#client.query(text));
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, rowCount } = await this.#guarded(() => this.#client.query(sql, toStorable(parameters)));
    const [, schema, table] = WITH_NUMBERS.exec(sql) ?? [];
    if (schema && table) await this.run(countOn(schema, table));
    return { rows: rows as Row[], ...(rowCount === null ? {} : { numAffectedRows: BigInt(rowCount) }) };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('nothing is streamed from a server');
  }

  /** A statement that got no answer may still be at work: nothing more is said over this connection. */
  async #guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!isAnswer(error)) this.#isLost = true;
      throw error;
    }
  }
}

/** Rows are added that bring their numbers with them. */
const WITH_NUMBERS = /^insert into "(\w+)"\."(\w+)" \((?:[^)]*, )?"id"[,)]/;

/** Returns the statement that lets a table count on from the highest number in it, as a file's does by itself. */
function countOn(schema: string, table: string): string {
  const numbers = `"${schema}"."${table}_id_seq"`;
  return `select setval('${numbers}', (select max(id) from "${schema}"."${table}"))
    from ${numbers} where not is_called or last_value < (select max(id) from "${schema}"."${table}")`;
}
