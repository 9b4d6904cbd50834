import { padEnd, widthOf, wrap } from './layout.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';
import type { PreparedThing } from './teamwords.ts';

interface ShownThing {
  readonly what: PreparedThing;
  readonly name: string;
  readonly isNew: boolean;
}

interface ShownJoin {
  readonly owner: string;
  readonly login: string;
  readonly address: string;
  readonly prepared: readonly ShownThing[];
}

interface ShownMember {
  readonly owner: string;
  readonly login: string;
  readonly isManager: boolean;
}

interface ShownRemoval {
  readonly owner: string;
  readonly logins: readonly string[];
}

/** Returns what the database has for a team, a line each, and what was made only now. */
export function preparedView(prepared: readonly ShownThing[], { words: { team } }: Page): string {
  return prepared
    .map(({ what, name, isNew }) => (isNew ? team.made : team.kept) + team.prepared[what](name))
    .join('\n');
}

/** Returns what was done for somebody who joins, and the line to give them, which is not wrapped. */
export function joinedView({ owner, login, address, prepared }: ShownJoin, page: Page): string {
  const { team } = page.words;
  return [
    preparedView(prepared, page),
    ...wrap(team.join(printable(owner)), page.width),
    `  FOLLOWUP_DB=${shellWord(address)}`,
    ...wrap(team.password(login), page.width),
  ].join('\n');
}

/** Returns who works on the book, a line each. */
export function membersView(members: readonly ShownMember[], { words: { team }, width }: Page): string {
  if (members.length === 0) return team.nobodyYet;
  const rows = members.map((it) => ({ ...it, owner: printable(it.owner), login: printable(it.login) }));
  const [names, logins] = (['owner', 'login'] as const).map((it) => Math.max(...rows.map((row) => widthOf(row[it]))));
  return rows
    .flatMap(({ owner, login, isManager }) => {
      const standing = team.standing[isManager ? 'manager' : 'rep'];
      return wrap(`${padEnd(owner, names ?? 0)}  ${padEnd(login, logins ?? 0)}  ${standing}`, width);
    })
    .join('\n');
}

/** Returns what was done for somebody who leaves, and what of it is left to the server's own tools. */
export function removedView({ owner, logins }: ShownRemoval, { words: { team }, width }: Page): string {
  const roles = logins.map((login) => `"${login}"`).join(', ');
  const said = [team.removed(printable(owner), logins.join(', ')), team.loginStays(`drop role ${roles}`)];
  return said.flatMap((line) => wrap(line, width)).join('\n');
}

/** Between two settings of an address stands a sign that shells take for the end of a command. */
function shellWord(address: string): string {
  return address.includes('&') ? `'${address}'` : address;
}
