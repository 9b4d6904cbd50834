import { type Client, escapeIdentifier } from 'pg';
import { withoutPassword } from '../core/bookaddress.ts';
import { Failure } from '../core/failure.ts';
import { BUSY_TIMEOUT_MS } from './engine.ts';
import { openEngine } from './open.ts';
import { schemaIn } from './serveraddress.ts';
import { beginning, connectTo } from './serverconnection.ts';
import { toServerFailure } from './serverfailure.ts';
import { GUARDED, grants, groupNames, guards, MEMBER } from './teamrules.ts';

/** One thing that a team needs in its database, and whether it was only made now. */
export interface Prepared {
  readonly what: 'book' | 'group' | 'members' | 'owner' | 'author' | 'guard' | 'login' | 'member';
  readonly name: string;
  readonly isNew: boolean;
}

export interface Member {
  readonly login: string;
  /** The name that stands as owner on their deals. */
  readonly owner: string;
  readonly isManager: boolean;
}

/** Somebody who works on the book from now on. */
export interface Joined {
  readonly prepared: readonly Prepared[];
  /** The name that their login had before; null where it is the same, or the login is new. */
  readonly earlierOwner: string | null;
  /** How many deals that are not ended stand in that name still. */
  readonly dealsLeft: number;
}

/** Somebody who does not work on the book any more. */
export interface Removed {
  readonly logins: readonly string[];
  /** How many deals that are not ended stand in their name still. */
  readonly dealsLeft: number;
}

/** The book of a team, opened by whoever owns its database. */
export interface Team {
  /** Prepares the database: roles, rights, rules for every table. What is there already stays. */
  init(): Promise<readonly Prepared[]>;
  /**
   * Lets a login work on the book, and makes the login, without a password, where there is none. Fails with `no_team` before
   * `init`, and with `login_sees_all` where the server's rules do not hold for a rep's login.
   */
  add(member: Member): Promise<Joined>;
  /** Takes the book away from the logins of this owner, which themselves stay. Fails with `no_team` and `no_member`. */
  remove(owner: string): Promise<Removed>;
  close(): Promise<void>;
}

/** Opens the book on a server for the work of its owner, with its tables up to date. Fails as every command there. */
export async function openTeam(address: string, instant: () => string): Promise<Team> {
  const book = withoutPassword(address);
  const schema = schemaIn(address);
  const { manager } = groupNames(schema);
  if (manager.length > LONGEST_NAME) throw new Failure('team_schema_long', { schema, most: LONGEST_NAME - 8 });
  const client = await connectTo(address).catch((error: unknown) => {
    throw toServerFailure(error, book);
  });
  const mark = `${escapeIdentifier(schema)}.followup_book`;
  const hadBook = await isThere(client, 'select where to_regclass($1) is not null', mark);
  try {
    const engine = await openEngine(address, instant);
    await engine.db.destroy();
  } catch (error) {
    await client.end();
    throw error;
  }
  const atOnce = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      await client.query(beginning('read committed', BUSY_TIMEOUT_MS));
      const result = await work();
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw toServerFailure(error, book);
    }
  };
  return {
    init: async () => [
      { what: 'book', name: schema, isNew: !hadBook },
      ...(await atOnce(() => prepare(client, schema))),
    ],
    add: (member) => atOnce(() => addMember(client, schema, member)),
    remove: (owner) => atOnce(() => removeMember(client, schema, owner)),
    close: () => client.end(),
  };
}

async function addMember(on: Client, schemaName: string, { login, owner, isManager }: Member): Promise<Joined> {
  const { rep, manager } = groupNames(schemaName);
  const members = await membersOf(on, schemaName);
  const role = escapeIdentifier(login);
  const hasLogin = await isThere(on, 'select from pg_roles where rolname = $1', login);
  if (!hasLogin) await on.query(`create role ${role} login`);
  if (!isManager && (await seesAll(on, schemaName, login))) throw new Failure('login_sees_all', { login });
  const { rows } = await on.query<{ owner: string }>(`select owner from ${members} where role = $1`, [login]);
  const earlier = rows[0]?.owner ?? null;
  const [joined, left] = isManager ? [manager, rep] : [rep, manager];
  const wasThere =
    earlier === owner && (await isThere(on, "select where pg_has_role($1::name, $2::name, 'member')", login, joined));
  await on.query(`grant ${escapeIdentifier(joined)} to ${role}`);
  await on.query(`revoke ${escapeIdentifier(left)} from ${role}`);
  await on.query(`insert into ${members} values ($1, $2) on conflict (role) do update set owner = excluded.owner`, [
    login,
    owner,
  ]);
  const earlierOwner = earlier === owner ? null : earlier;
  return {
    prepared: [
      { what: 'login', name: login, isNew: !hasLogin },
      { what: 'member', name: joined, isNew: !wasThere },
    ],
    earlierOwner,
    dealsLeft: earlierOwner === null ? 0 : await dealsLeft(on, schemaName, earlierOwner),
  };
}

async function removeMember(on: Client, schemaName: string, owner: string): Promise<Removed> {
  const members = await membersOf(on, schemaName);
  const { rows } = await on.query<{ role: string; owner: string }>(
    `select role, owner from ${members} order by owner, role`,
  );
  const logins = rows.filter((row) => row.owner === owner).map(({ role }) => role);
  if (logins.length === 0)
    throw new Failure('no_member', { value: owner, choices: [...new Set(rows.map((row) => row.owner))] });
  const groups = Object.values(groupNames(schemaName)).map(escapeIdentifier).join(', ');
  for (const login of logins) {
    // Somebody may have dropped it already.
    if (await isThere(on, 'select from pg_roles where rolname = $1', login))
      await on.query(`revoke ${groups} from ${escapeIdentifier(login)}`);
  }
  await on.query(`delete from ${members} where owner = $1`, [owner]);
  return { logins, dealsLeft: await dealsLeft(on, schemaName, owner) };
}

/** Returns the table of members as a statement names it; fails with `no_team` where the database is not prepared. */
async function membersOf(on: Client, schemaName: string): Promise<string> {
  const members = `${escapeIdentifier(schemaName)}.${MEMBER}`;
  const isPrepared = await isThere(
    on,
    'select from pg_roles where rolname = $1 and to_regclass($2) is not null',
    groupNames(schemaName).rep,
    members,
  );
  if (!isPrepared) throw new Failure('no_team');
  return members;
}

/** The rules bind neither superusers nor whoever owns the tables. */
function seesAll(on: Client, schemaName: string, login: string): Promise<boolean> {
  return isThere(
    on,
    `select from pg_roles r where r.rolname = $1 and (r.rolsuper or r.rolbypassrls or
       pg_has_role(r.oid, (select relowner from pg_class where oid = to_regclass($2)), 'member'))`,
    login,
    `${escapeIdentifier(schemaName)}.deal`,
  );
}

async function dealsLeft(on: Client, schemaName: string, owner: string): Promise<number> {
  const { rows } = await on.query<{ count: number }>(
    `select count(*) as count from ${escapeIdentifier(schemaName)}.deal where owner = $1 and state in ('open', 'dormant')`,
    [owner],
  );
  return Number(rows[0]?.count);
}

/** A server cuts longer names off, and two roles would be one. */
const LONGEST_NAME = 63;

async function prepare(client: Client, schemaName: string): Promise<Prepared[]> {
  const schema = escapeIdentifier(schemaName);
  const groups = groupNames(schemaName);
  const done: Prepared[] = [];
  for (const name of [groups.rep, groups.manager]) {
    const isNew = !(await isThere(client, 'select from pg_roles where rolname = $1', name));
    if (isNew) await client.query(`create role ${escapeIdentifier(name)} nologin`);
    done.push({ what: 'group', name, isNew });
  }
  const hasMembers = await isThere(client, 'select where to_regclass($1) is not null', `${schema}.${MEMBER}`);
  // Every statement of a rep asks it; as another type than the server's own for roles, no index would answer.
  await client.query(`create table if not exists ${schema}.${MEMBER} (role name primary key, owner text not null)`);
  done.push({ what: 'members', name: MEMBER, isNew: !hasMembers });
  for (const statement of [...ownerOfNewDeals(schema), ...authorOfSteps(schema), ...indexes(schema)])
    await client.query(statement);
  done.push({ what: 'owner', name: 'deal', isNew: !hasMembers }, { what: 'author', name: 'step', isNew: !hasMembers });
  for (const statement of grants(schemaName, groups)) await client.query(statement);
  for (const table of GUARDED) {
    const isNew = !(await isThere(
      client,
      'select from pg_class where oid = to_regclass($1) and relrowsecurity',
      `${schema}.${table}`,
    ));
    for (const statement of guards(schemaName, table, groups)) await client.query(statement);
    done.push({ what: 'guard', name: table, isNew });
  }
  return done;
}

/**
 * A new deal that names no owner is whose login adds it. One that comes back with a number that a deal out of sight has gets
 * another.
 */
function ownerOfNewDeals(schema: string): string[] {
  return [
    `create or replace function ${schema}.is_taken(number bigint) returns boolean stable
      language sql security definer set search_path = '' as $$ select exists (select from ${schema}.deal where id = number) $$`,
    `create or replace function ${schema}.own_deal() returns trigger language plpgsql as $$ begin
      new.owner := coalesce(new.owner, (select m.owner from ${schema}.${MEMBER} m where m.role = current_user));
      if ${schema}.is_taken(new.id) then new.id := nextval(pg_get_serial_sequence('${schema}.deal', 'id')); end if;
      return new;
    end $$`,
    `create or replace trigger own_deal before insert on ${schema}.deal for each row execute function ${schema}.own_deal()`,
  ];
}

function authorOfSteps(schema: string): string[] {
  return [`alter table ${schema}.step alter column author set default current_user::text`];
}

/**
 * What the rows of one rep are found by among everybody's, what may come again among all steps, and for a team's page its last weeks
 * among its years and what is open among what has ended.
 */
function indexes(schema: string): string[] {
  return [
    `create index if not exists deal_by_owner on ${schema}.deal (owner, id)`,
    `create index if not exists step_by_author on ${schema}.step (author, at)`,
    `create index if not exists step_to_redo on ${schema}.step (redo_place) where redo_place is not null`,
    `create index if not exists contact_by_day on ${schema}.contact (held_on, deal_id)
      include (side, channel, no_answer, status_only)`,
    `create index if not exists deal_open on ${schema}.deal (id) include (owner, next_on, booked, decision_on, goal_on)
      where state = 'open'`,
    `create index if not exists material_wanted on ${schema}.material (deal_id) include (since_on) where status = 'wanted'`,
    `create index if not exists figures_by_thanks on ${schema}.figures (thanks_owed_since_on, deal_id)
      where thanks_owed_since_on is not null`,
  ];
}

async function isThere(client: Client, query: string, ...values: readonly string[]): Promise<boolean> {
  return ((await client.query(query, [...values])).rowCount ?? 0) > 0;
}
