import { escapeIdentifier } from 'pg';

/** Who is who: the login of each member of the team and the owner's name on their deals. */
export const MEMBER = 'member';

/** What hangs on a deal, and is whose the deal is. */
const PARTS = ['contact', 'promise', 'question', 'material', 'slip', 'outcome', 'figures', 'standing'] as const;

/** The tables that the team works on, each guarded row by row. */
export const GUARDED = ['deal', ...PARTS, 'step', 'change', 'ground', 'median', 'page', 'silence', MEMBER] as const;
type Guarded = (typeof GUARDED)[number];

/** What the rules are called; others that the owner of the database made stay. */
const POLICIES = ['team', 'self', 'manager', 'rep', 'rep_reads', 'rep_clears'] as const;

/** The roles that the logins of a team belong to. */
export interface Groups {
  readonly rep: string;
  readonly manager: string;
}

/**
 * Returns what the groups of the team of a schema are called: roles are the whole server's, so the schema is in their names. A team in
 * another database may use the same; who is meant here, the table of members says.
 */
export function groupNames(schema: string): Groups {
  return { rep: `${schema}_rep`, manager: `${schema}_manager` };
}

/** Asked once for a statement: whether whoever asks is of this team, and whose deals they work on. */
const IS_MEMBER = (schema: string): string =>
  `(select exists (select from ${schema}.${MEMBER} m where m.role = current_user))`;
const ME = (schema: string): string => `(select m.owner from ${schema}.${MEMBER} m where m.role = current_user)`;
const BY_ME = 'author = current_user::text';

/** Returns the statements that let the groups work on the tables, and on nothing else. */
export function grants(schemaName: string, { rep, manager }: Groups): string[] {
  const schema = escapeIdentifier(schemaName);
  const team = `${escapeIdentifier(rep)}, ${escapeIdentifier(manager)}`;
  const worked = GUARDED.filter((table) => table !== MEMBER).map((table) => `${schema}.${table}`);
  return [
    `grant usage on schema ${schema} to ${team}`,
    `grant select on ${schema}.followup_book, ${schema}.${MEMBER} to ${team}`,
    `grant select, insert, update, delete on ${worked.join(', ')} to ${team}`,
    // Rows that are brought with their numbers set the counter as well.
    `grant usage, select, update on all sequences in schema ${schema} to ${team}`,
  ];
}

/**
 * Returns the statements that guard one table: a manager meets every row, a rep those of their own deals. The two are told apart
 * by their roles rather than in one condition, so that a rep's is a plain comparison that an index answers.
 */
export function guards(schemaName: string, table: Guarded, groups: Groups): string[] {
  const schema = escapeIdentifier(schemaName);
  const on = `on ${schema}.${table}`;
  const policy = (name: (typeof POLICIES)[number], scope: string, condition: string): string =>
    `create policy ${name} ${on} ${scope} ${condition}`;
  const [rep, manager] = [escapeIdentifier(groups.rep), escapeIdentifier(groups.manager)];
  const anew = [
    `alter table ${schema}.${table} enable row level security`,
    // Those of an older version as well.
    ...POLICIES.map((name) => `drop policy if exists ${name} ${on}`),
  ];
  if (table === MEMBER)
    return [...anew, policy('self', `for select to ${rep}, ${manager}`, 'using (role = current_user)')];
  return [
    ...anew,
    policy('team', `as restrictive for all to ${rep}, ${manager}`, both(IS_MEMBER(schema))),
    policy('manager', `for all to ${manager}`, both('true')),
    ...repRules(schema, table).map(([name, action, condition]) => policy(name, `for ${action} to ${rep}`, condition)),
  ];
}

function both(condition: string): string {
  return `using (${condition}) with check (${condition})`;
}

type Rule = readonly [name: (typeof POLICIES)[number], action: string, condition: string];

function repRules(schema: string, table: Exclude<Guarded, typeof MEMBER>): readonly Rule[] {
  // What a rep may see of `deal` is what its own rule shows them.
  const mine = (deal: string): string => `exists (select from ${schema}.deal d where d.id = ${deal})`;
  const ownStep = `exists (select from ${schema}.step s where s.id = change.step_id and s.${BY_ME})`;
  switch (table) {
    case 'deal':
      return [['rep', 'all', both(`owner = ${ME(schema)}`)]];
    case 'step':
      return [
        ['rep', 'all', both(BY_ME)],
        // What somebody else did to a deal of theirs.
        ['rep_reads', 'select', `using (${mine('step.deal_id')})`],
      ];
    case 'change':
      return [
        ['rep', 'all', both(ownStep)],
        ['rep_reads', 'select', `using (${mine('change.deal_id')})`],
      ];
    case 'ground':
    case 'median':
    case 'page':
      return [
        ['rep', 'all', both(`owner = ${ME(schema)}`)],
        // After a change everybody's is worth nothing any more, unseen as it is; another rep's does not rest on it.
        ['rep_clears', 'delete', "using (owner = '')"],
      ];
    case 'silence':
      return [['rep', 'select', 'using (true)']];
    default:
      return [['rep', 'all', both(mine(`${table}.deal_id`))]];
  }
}
