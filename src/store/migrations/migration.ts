import type { CreateTableBuilder, Kysely, SchemaModule } from 'kysely';

export const text = 'text';
export const number = 'integer';

/**
 * Starts a table the way the engine in use wants it (numbered rows unless told otherwise, strict types), with a reference to its parent where it
 * has one.
 */
export type TableTool = (
  name: string,
  parent?: string,
  options?: { isKeyedByDeal?: boolean; isUnnumbered?: boolean },
) => CreateTableBuilder<string, string>;

/** One step of the schema. Migrations are only ever added at the end; a released one is never edited. */
export interface Migration {
  readonly name: string;
  up(schema: SchemaModule, table: TableTool, db: Kysely<unknown>): Promise<void>;
}
