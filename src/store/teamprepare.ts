import { type Client, escapeIdentifier } from 'pg';
import { assertMayMakeRoles, isThere, type Member, type MemberRow, type Place, rowToMember } from './teamplace.ts';
import { answers, formerGroupNames, type Groups, GUARDED, grants, guards, MEMBER, revocations } from './teamrules.ts';

/** One thing that a team needs in its database, and whether it was only made now. */
export interface Prepared {
  readonly what: 'book' | 'group' | 'members' | 'owner' | 'author' | 'guard' | 'login' | 'member';
  readonly name: string;
  readonly isNew: boolean;
}

/** A database that is prepared for a team. */
export interface Readied {
  readonly prepared: readonly Prepared[];
  /** Who is a manager of this book now because an older version's role made them one. */
  readonly managersByRole: readonly Member[];
}

/** Makes what a team needs in its database, and brings what an older version made up to date. */
export async function prepare(client: Client, { schema: schemaName, groups }: Place): Promise<Readied> {
  await assertMayMakeRoles(client);
  const schema = escapeIdentifier(schemaName);
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
  const managersByRole = await takeOverManagers(client, schemaName);
  for (const statement of [
    ...answers(schemaName),
    ...ownerOfNewDeals(schemaName),
    ...authorOfSteps(schemaName),
    ...indexes(schema),
  ])
    await client.query(statement);
  done.push({ what: 'owner', name: 'deal', isNew: !hasMembers }, { what: 'author', name: 'step', isNew: !hasMembers });
  for (const name of await formerlyGuarded(client, schemaName, groups)) {
    for (const statement of revocations(schemaName, name)) await client.query(statement);
  }
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
  await joinGroups(client, schema, groups);
  return { prepared: done, managersByRole };
}

/** An older version had it stand in a role of the whole server. Returns who is a manager of this book because of it. */
async function takeOverManagers(client: Client, schemaName: string): Promise<Member[]> {
  const members = `${escapeIdentifier(schemaName)}.${MEMBER}`;
  await client.query(`alter table ${members} add column if not exists is_manager boolean`);
  const { rows } = await client.query<MemberRow>(
    `update ${members} m set is_manager = exists (
       select from pg_roles r, pg_roles g where r.rolname = m.role and g.rolname = $1 and pg_has_role(r.oid, g.oid, 'member'))
     where is_manager is null returning role, owner, is_manager`,
    [formerGroupNames(schemaName).manager],
  );
  await client.query(`alter table ${members} alter is_manager set default false, alter is_manager set not null`);
  return rows.filter((row) => row.is_manager).map(rowToMember);
}

/** Returns the groups that the rules were for, where they are others now: those of an older version, or of the database's former name. */
async function formerlyGuarded(client: Client, schemaName: string, groups: Groups): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct r.rolname as name from pg_policy p join pg_roles r on r.oid = any (p.polroles)
     where p.polrelid = to_regclass($1) and p.polname = 'team' and r.rolname not in ($2, $3)`,
    [`${escapeIdentifier(schemaName)}.deal`, groups.rep, groups.manager],
  );
  return rows.map(({ name }) => name);
}

/** Lets those who are members already into the groups, where these are new. */
async function joinGroups(client: Client, schema: string, { rep, manager }: Groups): Promise<void> {
  const { rows } = await client.query<{ role: string; joined: string }>(
    `select m.role, g.rolname as joined from ${schema}.${MEMBER} m join pg_roles r on r.rolname = m.role
     join pg_roles g on g.rolname = case when m.is_manager then $1 else $2 end
     where not pg_has_role(r.oid, g.oid, 'member')`,
    [manager, rep],
  );
  for (const { role, joined } of rows)
    await client.query(`grant ${escapeIdentifier(joined)} to ${escapeIdentifier(role)}`);
}

/**
 * A new deal that names no owner is whose login adds it. It takes the next number, unless it is one that comes back: its number may be
 * known to the journal as that of a deal out of sight, and whoever has a number reads what was recorded under it.
 */
function ownerOfNewDeals(schemaName: string): string[] {
  const schema = escapeIdentifier(schemaName);
  const numbers = `'${schema}.deal_id_seq'`;
  return [
    `create or replace function ${schema}.own_deal() returns trigger language plpgsql set search_path = '' as $$
      declare drawn bigint;
      begin
        if tg_op = 'UPDATE' then
          if new.id <> old.id and row_security_active('${schema}.deal') then
            raise insufficient_privilege using message = 'a deal keeps its number';
          end if;
          return new;
        end if;
        new.owner := coalesce(new.owner, (select m.owner from ${schema}.${MEMBER} m where m.role = current_user));
        if not row_security_active('${schema}.deal') then return new; end if;
        begin
          drawn := currval(${numbers});
        exception when object_not_in_prerequisite_state then
          drawn := null;
        end;
        if (new.id is distinct from drawn and not ${schema}.comes_back(new.id, current_user)) or ${schema}.is_taken(new.id) then
          new.id := nextval(${numbers});
        end if;
        return new;
      end $$`,
    `create or replace trigger own_deal before insert or update of id on ${schema}.deal
      for each row execute function ${schema}.own_deal()`,
  ];
}

/** A step is its author's, and about a deal that they have. */
function authorOfSteps(schemaName: string): string[] {
  const schema = escapeIdentifier(schemaName);
  return [
    `alter table ${schema}.step alter column author set default current_user::text`,
    `create or replace function ${schema}.own_step() returns trigger language plpgsql set search_path = '' as $$
      begin
        if new.deal_id is not null and row_security_active('${schema}.step')
          and not exists (select from ${schema}.deal d where d.id = new.deal_id) then
          raise insufficient_privilege using message = 'a step is about a deal of whoever takes it';
        end if;
        return new;
      end $$`,
    // What is taken back later may take the deal along.
    `create or replace trigger own_step before insert or update of at, command, added, changed, deal_id on ${schema}.step
      for each row execute function ${schema}.own_step()`,
  ];
}

/**
 * What the rows of one rep are found by among everybody's, what may come again among all steps and deals, and for a team's page its last weeks
 * among its years and what is open among what has ended.
 */
function indexes(schema: string): string[] {
  return [
    `create index if not exists deal_by_owner on ${schema}.deal (owner, id)`,
    `create index if not exists step_by_author on ${schema}.step (author, at)`,
    `create index if not exists step_to_redo on ${schema}.step (redo_place) where redo_place is not null`,
    `create index if not exists deal_taken_back on ${schema}.change (row_id) where table_name = 'deal' and row is not null`,
    `create index if not exists contact_by_day on ${schema}.contact (held_on, deal_id)
      include (side, channel, no_answer, status_only)`,
    `create index if not exists deal_open on ${schema}.deal (id) include (owner, next_on, booked, decision_on, goal_on)
      where state = 'open'`,
    `create index if not exists material_wanted on ${schema}.material (deal_id) include (since_on) where status = 'wanted'`,
    `create index if not exists figures_by_thanks on ${schema}.figures (thanks_owed_since_on, deal_id)
      where thanks_owed_since_on is not null`,
  ];
}
