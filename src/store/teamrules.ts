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

/** The roles that give the logins of a team their rights on the tables; which rows they meet, the table of members says. */
export interface Groups {
  readonly rep: string;
  readonly manager: string;
}

/**
 * Returns what the groups of the team of a book are called: roles are the whole server's, so the book is in their names. No schema has
 * a dot in its name.
 */
export function groupNames(schema: string, database: string): Groups {
  return { rep: `${schema}_rep.${database}`, manager: `${schema}_manager.${database}` };
}

/** Returns what they were called when all databases of a server shared them, and a manager of one team was so in every other. */
export function formerGroupNames(schema: string): Groups {
  return { rep: `${schema}_rep`, manager: `${schema}_manager` };
}

/** Asked once for a statement: whether whoever asks is of this team, whether as a manager, and whose deals they work on. */
const IS_MEMBER = (schema: string): string =>
  `(select exists (select from ${schema}.${MEMBER} m where m.role = current_user))`;
const IS_MANAGER = (schema: string): string => `(select ${schema}.is_manager(current_user))`;
const ME = (schema: string): string => `(select m.owner from ${schema}.${MEMBER} m where m.role = current_user)`;
const BY_ME = 'author = current_user::text';

/** Returns the statements that make what the rules and the program ask. */
export function answers(schemaName: string): string[] {
  const schema = escapeIdentifier(schemaName);
  const asked = (name: string, condition: string): string =>
    `create or replace function ${schema}.${name} returns boolean stable
      language sql security definer set search_path = '' as $$ select exists (${condition}) $$`;
  return [
    // Past the rules: a rule for the table of members cannot ask that table.
    asked('is_manager(login name)', `select from ${schema}.${MEMBER} m where m.role = login and m.is_manager`),
    // Of a step on many deals a rep meets the rows, but not the step itself.
    asked('is_undone(step bigint)', `select from ${schema}.step s where s.id = step and s.undone_at is not null`),
    asked('is_taken(number bigint)', `select from ${schema}.deal where id = number`),
    // Under the rules every deal that is brought again would have all of theirs looked through.
    asked(
      'comes_back(deal bigint, login name)',
      `select from ${schema}.change c join ${schema}.step s on s.id = c.step_id
       where c.row_id = deal and c.table_name = 'deal' and c.row is not null
       and (s.author = login::text or ${schema}.is_manager(login))`,
    ),
  ];
}

/** Returns the statements that let the groups work on the tables, and on nothing else. */
export function grants(schemaName: string, { rep, manager }: Groups): string[] {
  const schema = escapeIdentifier(schemaName);
  const team = `${escapeIdentifier(rep)}, ${escapeIdentifier(manager)}`;
  const worked = GUARDED.filter((table) => table !== MEMBER).map((table) => `${schema}.${table}`);
  return [
    `grant usage on schema ${schema} to ${team}`,
    `grant select on ${schema}.followup_book, ${schema}.${MEMBER} to ${team}`,
    `grant select, insert, update, delete on ${worked.join(', ')} to ${team}`,
    // To take the next number. Whoever could set a counter back would have everybody's rows collide.
    `grant usage, select on all sequences in schema ${schema} to ${team}`,
  ];
}

/** Returns the statements that take from a role what it had in this schema. */
export function revocations(schemaName: string, role: string): string[] {
  const schema = escapeIdentifier(schemaName);
  return [`all tables in schema ${schema}`, `all sequences in schema ${schema}`, `schema ${schema}`].map(
    (what) => `revoke all on ${what} from ${escapeIdentifier(role)}`,
  );
}

/**
 * Returns the statements that guard one table: a manager meets every row, a rep those of their own deals. The two are told apart
 * by their roles as well as in the conditions, so that a rep's is a plain comparison that an index answers.
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
    return [
      ...anew,
      policy('self', `for select to ${rep}, ${manager}`, 'using (role = current_user)'),
      policy('manager', `for select to ${manager}`, `using (${IS_MANAGER(schema)})`),
    ];
  return [
    ...anew,
    policy('team', `as restrictive for all to ${rep}, ${manager}`, both(IS_MEMBER(schema))),
    policy('manager', `for all to ${manager}`, both(IS_MANAGER(schema))),
    ...repRules(schema, table).map(([name, action, condition]) => policy(name, `for ${action} to ${rep}`, condition)),
  ];
}

function both(condition: string, ...whenWritten: readonly string[]): string {
  return `using (${condition}) with check (${[condition, ...whenWritten].join(' and ')})`;
}

type Rule = readonly [name: (typeof POLICIES)[number], action: string, condition: string];

function repRules(schema: string, table: Exclude<Guarded, typeof MEMBER>): readonly Rule[] {
  // What a rep may see of `deal` is what its own rule shows them.
  const mine = (deal: string): string => `exists (select from ${schema}.deal d where d.id = ${deal})`;
  const ownStep = `exists (select from ${schema}.step s where s.id = change.step_id and s.${BY_ME})`;
  // A number that nobody was given yet would be in the way of whoever is given it.
  const given = `${table}.id <= pg_sequence_last_value('${schema}.${table}_id_seq'::regclass)`;
  switch (table) {
    case 'deal':
      return [['rep', 'all', both(`owner = ${ME(schema)}`)]];
    case 'step':
      return [
        ['rep', 'all', both(BY_ME, given)],
        // What somebody else did to a deal of theirs.
        ['rep_reads', 'select', `using (${mine('step.deal_id')})`],
      ];
    case 'change':
      return [
        ['rep', 'all', both(ownStep, mine('change.deal_id'), "(table_name <> 'deal' or row_id = deal_id)", given)],
        // What was taken back stays between the journal and whoever had done it.
        [
          'rep_reads',
          'select',
          `using (${mine('change.deal_id')} and row is null and not ${schema}.is_undone(change.step_id))`,
        ],
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
    case 'figures':
    case 'standing':
      return [['rep', 'all', both(mine(`${table}.deal_id`))]];
    default:
      return [['rep', 'all', both(mine(`${table}.deal_id`), given)]];
  }
}
