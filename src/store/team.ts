import { type Client, escapeIdentifier } from 'pg';
import { withoutPassword } from '../core/bookaddress.ts';
import { BadInput, Failure } from '../core/failure.ts';
import { nameKey } from '../core/team.ts';
import { BUSY_TIMEOUT_MS } from './engine.ts';
import { openEngine } from './open.ts';
import { schemaIn } from './serveraddress.ts';
import { beginning, connectTo } from './serverconnection.ts';
import { toServerFailure } from './serverfailure.ts';
import {
  assertMayMakeRoles,
  isThere,
  type Member,
  type MemberRow,
  membersOf,
  type Place,
  placeOf,
  rowToMember,
} from './teamplace.ts';
import { type Prepared, prepare, type Readied } from './teamprepare.ts';
import { formerGroupNames } from './teamrules.ts';

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

/** Who works on the book, by name; for a rep only they themselves. */
export interface Roll {
  readonly members: readonly Member[];
  readonly isWhole: boolean;
}

/** The book of a team, opened by whoever owns its database. */
export interface Team {
  /** Prepares the database: roles, rights, rules for every table. What is there already stays. Fails with `no_createrole`. */
  init(): Promise<Readied>;
  /**
   * Lets a login work on the book, and makes the login, without a password, where there is none. Fails with `no_team` before
   * `init`, with `no_createrole`, with `login_reserved` and `login_is_group` where nobody could log in so, with `name_taken` where
   * another login has this name, and with `login_sees_all` where the server's rules do not hold for a rep's login.
   */
  add(member: Member): Promise<Joined>;
  /** Takes the book away from the logins of this owner, which themselves stay. Fails with `no_team`, `no_createrole` and `no_member`. */
  remove(owner: string): Promise<Removed>;
  /** Returns who works on the book; a manager may ask that too. Fails with `no_team`. */
  list(): Promise<Roll>;
  close(): Promise<void>;
}

/** Opens the book on a server for the work of its owner, with its tables up to date. Fails as every command there. */
export async function openTeam(address: string, instant: () => string): Promise<Team> {
  const book = withoutPassword(address);
  const schema = schemaIn(address);
  const client = await connectTo(address).catch((error: unknown) => {
    throw toServerFailure(error, book);
  });
  const mark = `${escapeIdentifier(schema)}.followup_book`;
  const hadBook = await isThere(client, 'select where to_regclass($1) is not null', mark);
  let place: Place;
  try {
    place = await placeOf(client, schema);
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
    init: async () => {
      const { prepared, managersByRole } = await atOnce(() => prepare(client, place));
      return { prepared: [{ what: 'book', name: schema, isNew: !hadBook }, ...prepared], managersByRole };
    },
    add: (member) => atOnce(() => addMember(client, place, member)),
    remove: (owner) => atOnce(() => removeMember(client, place, owner)),
    list: () => atOnce(() => rollOf(client, place)),
    close: () => client.end(),
  };
}

async function addMember(on: Client, place: Place, { login, owner, isManager }: Member): Promise<Joined> {
  const { schema, groups } = place;
  const members = await membersOf(on, place);
  await assertMayMakeRoles(on);
  const hasLogin = await isLogin(on, place, login);
  const { rows } = await on.query<MemberRow>(`select role, owner, is_manager from ${members} order by role`);
  const earlier = rows.find(({ role }) => role === login) ?? null;
  const other = rows.find((row) => row.role !== login && nameKey(row.owner) === nameKey(owner));
  if (other) throw new Failure('name_taken', { value: owner, owner: other.owner, login: other.role });
  const role = escapeIdentifier(login);
  if (!hasLogin) await on.query(`create role ${role} login`);
  if (!isManager && (await seesAll(on, schema, login))) throw new Failure('login_sees_all', { login });
  const [joined, left] = isManager ? [groups.manager, groups.rep] : [groups.rep, groups.manager];
  await on.query(`grant ${escapeIdentifier(joined)} to ${role}`);
  await on.query(`revoke ${escapeIdentifier(left)} from ${role}`);
  await on.query(
    `insert into ${members} (role, owner, is_manager) values ($1, $2, $3)
     on conflict (role) do update set owner = excluded.owner, is_manager = excluded.is_manager`,
    [login, owner, isManager],
  );
  const earlierOwner = earlier === null || earlier.owner === owner ? null : earlier.owner;
  return {
    prepared: [
      { what: 'login', name: login, isNew: !hasLogin },
      { what: 'member', name: joined, isNew: earlier?.owner !== owner || earlier.is_manager !== isManager },
    ],
    earlierOwner,
    dealsLeft: earlierOwner === null ? 0 : await dealsLeft(on, schema, earlierOwner),
  };
}

async function removeMember(on: Client, place: Place, owner: string): Promise<Removed> {
  const members = await membersOf(on, place);
  await assertMayMakeRoles(on);
  const { rows } = await on.query<Pick<MemberRow, 'role' | 'owner'>>(
    `select role, owner from ${members} order by owner, role`,
  );
  const logins = rows.filter((row) => row.owner === owner).map(({ role }) => role);
  if (logins.length === 0)
    throw new Failure('no_member', { value: owner, choices: [...new Set(rows.map((row) => row.owner))] });
  const groups = Object.values(place.groups).map(escapeIdentifier).join(', ');
  for (const login of logins) {
    // Somebody may have dropped it already.
    if (await isThere(on, 'select from pg_roles where rolname = $1', login))
      await on.query(`revoke ${groups} from ${escapeIdentifier(login)}`);
  }
  await on.query(`delete from ${members} where owner = $1`, [owner]);
  return { logins, dealsLeft: await dealsLeft(on, place.schema, owner) };
}

async function rollOf(on: Client, place: Place): Promise<Roll> {
  const members = await membersOf(on, place);
  const schema = escapeIdentifier(place.schema);
  const { rows } = await on.query<MemberRow>(
    `select role, owner, is_manager from ${members} order by owner collate "C", role`,
  );
  const isWhole = await isThere(
    on,
    `select where not row_security_active($1::regclass) or ${schema}.is_manager(current_user)`,
    members,
  );
  return { members: rows.map(rowToMember), isWhole };
}

/** Returns whether the login is there; throws BadInput where the name is, or is kept for, a group. */
async function isLogin(on: Client, { schema, groups }: Place, login: string): Promise<boolean> {
  const kept = [groups, formerGroupNames(schema)].flatMap((it) => Object.values(it));
  if (kept.includes(login) || (await isOfAnotherBook(on, login)))
    throw new BadInput('login_reserved', { value: login });
  const { rows } = await on.query<{ rolcanlogin: boolean }>('select rolcanlogin from pg_roles where rolname = $1', [
    login,
  ]);
  const [found] = rows;
  if (found && !found.rolcanlogin) throw new BadInput('login_is_group', { value: login });
  return found !== undefined;
}

/** It may not be there yet: its database may have a team of an older version. */
function isOfAnotherBook(on: Client, name: string): Promise<boolean> {
  return isThere(
    on,
    `select from pg_database, unnest(array['_rep.', '_manager.']) as kind
     where right($1, length(kind || datname)) = kind || datname`,
    name,
  );
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
