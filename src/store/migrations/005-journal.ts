import type { Kysely } from 'kysely';
import { matchKey } from '../../core/match.ts';
import { type Migration, number, text } from './migration.ts';

type Row = Record<string, unknown>;

interface OldJournal {
  step: { id: number; added: number; changed: number; deal_id: number | null };
  change: {
    id: number;
    step_id: number;
    table_name: string;
    row_id: number;
    before: string | null;
    after: string | null;
    kind: string;
    deal_id: number;
    row: string | null;
  };
}

/**
 * What `undo` reads: whether a row was added, changed or removed, in which deal, and only the columns that differ. Steps that
 * were kept before, with whole rows, are turned into the same.
 */
export const journal: Migration = {
  name: '005-journal',
  async up(schema, _table, db) {
    const added = schema.alterTable('step').addColumn('added', number, (column) => column.notNull().defaultTo(0));
    await added.execute();
    await schema
      .alterTable('step')
      .addColumn('changed', number, (column) => column.notNull().defaultTo(0))
      .execute();
    await schema.alterTable('step').addColumn('deal_id', number).execute();
    await schema.alterTable('step').addColumn('undone_at', text).execute();
    await schema.alterTable('step').addColumn('redo_place', number).execute();
    await schema
      .alterTable('change')
      .addColumn('kind', text, (column) => column.notNull().defaultTo('added'))
      .execute();
    await schema
      .alterTable('change')
      .addColumn('deal_id', number, (column) => column.notNull().defaultTo(0))
      .execute();
    await schema.alterTable('change').addColumn('row', text).execute();
    await convert(db as Kysely<OldJournal>);
  },
};

async function convert(db: Kysely<OldJournal>): Promise<void> {
  for (const { id } of await db.selectFrom('step').select('id').execute()) {
    const changes = await db.selectFrom('change').selectAll().where('step_id', '=', id).orderBy('id').execute();
    const addedDeals = new Set<number>();
    const deals = new Set<number>();
    for (const change of changes) {
      const before = parsed(change.before);
      const after = parsed(change.after);
      const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
      const deal_id = change.table_name === 'deal' ? change.row_id : Number((after ?? before)?.deal_id ?? 0);
      deals.add(deal_id);
      if (kind === 'added' && change.table_name === 'deal') addedDeals.add(deal_id);
      const kept =
        before !== null && after !== null
          ? { before: differing(before, after), after: differing(after, before), row: null }
          : { before: null, after: null, row: kind === 'removed' ? change.before : null };
      await db
        .updateTable('change')
        .set({ kind, deal_id, ...kept })
        .where('id', '=', change.id)
        .execute();
    }
    const [only, ...others] = deals;
    const deal_id = only !== undefined && others.length === 0 ? only : null;
    const counts = { added: addedDeals.size, changed: deals.size - addedDeals.size };
    await db
      .updateTable('step')
      .set({ ...counts, deal_id })
      .where('id', '=', id)
      .execute();
  }
}

function parsed(text: string | null): Row | null {
  return text === null ? null : (JSON.parse(text) as Row);
}

/** The columns of a row that are otherwise in the other one; what deals are matched by goes with their names. */
function differing(row: Row, other: Row): string {
  const columns = Object.entries(row).filter(([column, value]) => other[column] !== value);
  const isRenamed = columns.some(([column]) => column === 'customer' || column === 'title');
  const key = { customer: String(row.customer), title: String(row.title) };
  return JSON.stringify({ ...Object.fromEntries(columns), ...(isRenamed ? { match_key: matchKey(key) } : {}) });
}
