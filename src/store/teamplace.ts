import { type Client, escapeIdentifier } from 'pg';
import { Failure } from '../core/failure.ts';
import { type Groups, groupNames, MEMBER } from './teamrules.ts';

/** Where a team's book is, and what its groups are called. */
export interface Place {
  readonly schema: string;
  readonly groups: Groups;
}

export interface Member {
  readonly login: string;
  /** The name that stands as owner on their deals. */
  readonly owner: string;
  readonly isManager: boolean;
}

/** A member as the table has them. */
export interface MemberRow {
  readonly role: string;
  readonly owner: string;
  readonly is_manager: boolean;
}

/** A server cuts longer names off, and two roles would be one. */
const LONGEST_NAME = 63;

/** Returns the place of a team's book in the database; fails with `team_schema_long`. */
export async function placeOf(on: Client, schema: string): Promise<Place> {
  const { rows } = await on.query<{ name: string }>('select current_database() as name');
  const database = rows[0]?.name ?? '';
  const groups = groupNames(schema, database);
  const excess = Buffer.byteLength(groups.manager) - LONGEST_NAME;
  if (excess > 0)
    throw new Failure('team_schema_long', { schema, database, most: Math.max(0, schema.length - excess) });
  return { schema, groups };
}

export function rowToMember(row: MemberRow): Member {
  return { login: row.role, owner: row.owner, isManager: row.is_manager };
}

/** Returns the table of members as a statement names it; fails with `no_team` where the database is not prepared as it is now. */
export async function membersOf(on: Client, { schema, groups }: Place): Promise<string> {
  const members = `${escapeIdentifier(schema)}.${MEMBER}`;
  const isPrepared = await isThere(
    on,
    `select from pg_roles, pg_attribute
     where rolname = $1 and attrelid = to_regclass($2) and attname = 'is_manager' and not attisdropped`,
    groups.rep,
    members,
  );
  if (!isPrepared) throw new Failure('no_team');
  return members;
}

/** Throws Failure where whoever is at work may not make roles, nor let anybody into one. */
export async function assertMayMakeRoles(on: Client): Promise<void> {
  const { rows } = await on.query<{ login: string }>(
    'select rolname as login from pg_roles where rolname = current_user and not (rolcreaterole or rolsuper)',
  );
  const [lacking] = rows;
  if (lacking) throw new Failure('no_createrole', { login: lacking.login });
}

export async function isThere(client: Client, query: string, ...values: readonly string[]): Promise<boolean> {
  return ((await client.query(query, [...values])).rowCount ?? 0) > 0;
}
