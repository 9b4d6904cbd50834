import { existsSync } from 'node:fs';
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Deal } from '../core/deal.ts';
import { narrow, searchKey } from '../core/text.ts';
import { narrowed } from './deals.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/** What a deal is picked by. */
export type GlancedDeal = Pick<Deal, 'id' | 'customer' | 'title'>;

/** More than a shell can show at a glance is not read. */
const MOST = 20;
/** A key that was pressed is not kept waiting for another program. */
const BUSY_TIMEOUT_MS = 100;
/** No book has so many deals that a number is longer. */
const LONGEST_NUMBER = 9;

/**
 * Returns a few deals that these letters or digits may become; while there are none, the open deals added last. There are none
 * either where the file is not a book of this version: nothing is made, brought up to date or written. Throws where it cannot
 * be read.
 */
export async function glanceAtDeals(file: string, typed: string): Promise<GlancedDeal[]> {
  if (!existsSync(file)) return [];
  const engine = openSqlite(file, { isReadOnly: true, busyTimeoutMs: BUSY_TIMEOUT_MS });
  try {
    const isCurrent = (await engine.schemaVersion()) === MIGRATIONS.length && !(await engine.isForeign());
    return isCurrent ? await dealsBegunWith(engine.db, typed) : [];
  } finally {
    await engine.db.destroy();
  }
}

/** Returns a few deals whose number or name begins so; where there are none, those that have it somewhere in their names. */
export async function dealsBegunWith(db: Kysely<Schema>, typed: string): Promise<GlancedDeal[]> {
  const some = db.selectFrom('deal').select(['id', 'customer', 'title']).limit(MOST);
  const key = searchKey(typed);
  if (key === '') {
    // That an open deal has no such day lets the index give them in their order; they would be sorted otherwise.
    return some.where('state', '=', 'open').where('closed_on', 'is', null).orderBy('id', 'desc').execute();
  }
  const digits = /^#?(\d+)$/.exec(narrow(typed))?.[1];
  if (digits) return (await some.where(numberBegins(digits)).execute()).sort((a, b) => a.id - b.id);
  const begun = await some
    .where('search_text', '>=', key)
    .where('search_text', '<', `${key}\u{10ffff}`)
    .orderBy('search_text')
    .orderBy('id')
    .execute();
  if (begun.length > 0) return begun;
  return narrowed(some, { words: key.split(' ') })
    .orderBy('id')
    .execute();
}

/** As ranges (12, 120–129, 1200–1299 …), which need not look at every number. */
function numberBegins(digits: string): Expression<SqlBool> {
  const first = Number(digits);
  const ranges = Array.from({ length: Math.max(1, LONGEST_NUMBER - digits.length + 1) }, (_, n) => {
    const from = first * 10 ** n;
    return sql<SqlBool>`id between ${sql.lit(from)} and ${sql.lit(from + 10 ** n - 1)}`;
  });
  return sql<SqlBool>`(${sql.join(ranges, sql` or `)})`;
}
