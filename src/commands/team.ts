import type { Command } from 'commander';
import { addressFor, isServer } from '../core/bookaddress.ts';
import { readText } from '../core/dealfield.ts';
import { BadInput, Failure } from '../core/failure.ts';
import type { Team } from '../store/team.ts';
import { printable } from '../views/printable.ts';
import { joinedView, membersView, preparedView, removedView } from '../views/team.ts';
import { answer, type Context, remark } from './context.ts';
import { declare, withOptions } from './option.ts';

interface AddOptions {
  readonly manager?: true;
  readonly login?: string;
}

/** What a server takes as the name of a role without a second thought. */
const LOGIN = /^(?!pg_|(?:public|none)$)[a-z_][\w.-]{0,62}$/i;

/** `team` alone is the page; the others say who works on the book. */
export function addTeam(program: Command, context: Context): void {
  const command = declare(program, context, 'team').helpCommand('help [command]', context.words.help.help);
  withOptions(command, context, '--month <month>').action(async (options: { readonly month?: string }) =>
    (await import('./teampage.ts')).team(context, options),
  );
  declare(command, context, 'init').action(() => teamInit(context));
  withOptions(declare(command, context, 'add <rep>'), context, '--manager', '--login <role>').action(
    (rep: string, options: AddOptions) => teamAdd(context, rep, options),
  );
  declare(command, context, 'list').action(() => teamList(context));
  declare(command, context, 'remove <rep>').action((rep: string) => teamRemove(context, rep));
}

/** Prepares the database for a team; what is there already stays. */
export async function teamInit(context: Context): Promise<void> {
  const { prepared, managersByRole } = await atTeam(context, (team) => team.init());
  answer(
    context,
    () => ({ prepared: prepared.map(({ what, name, isNew }) => ({ what, name, made: isNew })) }),
    () => preparedView(prepared, context.page),
  );
  if (managersByRole.length > 0) {
    const who = managersByRole.map(({ owner, login }) => `${printable(owner)} (${login})`);
    remark(context, context.words.team.managersByRole(who.join(', ')));
  }
  remark(context, context.words.team.unowned);
  remark(context, context.words.team.next);
}

/** Lets somebody work on the book of the team. */
export async function teamAdd(context: Context, rep: string, { manager, login: named }: AddOptions): Promise<void> {
  const owner = readText(rep, '<rep>');
  const login = named ?? owner.toLowerCase().replace(/\s+/g, '.');
  if (!LOGIN.test(login)) throw new BadInput('bad_login', { value: login });
  const added = await atTeam(context, (team) => team.add({ login, owner, isManager: manager === true }));
  const joined = { ...added, owner, login, address: addressFor(context.bookFile, login) };
  answer(
    context,
    () => ({ owner, login, manager: manager === true, db: joined.address }),
    () => joinedView(joined, context.page),
  );
  if (added.earlierOwner !== null) sayDealsLeft(context, added.earlierOwner, added.dealsLeft, owner);
}

/** Shows who works on the book, whether they have deals or not. */
export async function teamList(context: Context): Promise<void> {
  const { members, isWhole } = await atTeam(context, (team) => team.list());
  answer(
    context,
    () => ({ members: members.map(({ owner, login, isManager }) => ({ owner, login, manager: isManager })) }),
    () => membersView(members, context.page),
  );
  if (!isWhole) remark(context, context.words.team.onlyYours);
}

/** Takes the book away from somebody who leaves; their deals stay until they are handed over. */
export async function teamRemove(context: Context, rep: string): Promise<void> {
  const owner = readText(rep, '<rep>');
  const removed = await atTeam(context, (team) => team.remove(owner));
  answer(
    context,
    () => ({ owner, ...removed }),
    () => removedView({ owner, ...removed }, context.page),
  );
  sayDealsLeft(context, owner, removed.dealsLeft, null);
}

/** Whoever has the name no more does not see its deals either. */
function sayDealsLeft(context: Context, owner: string, count: number, to: string | null): void {
  const { team } = context.words;
  if (count > 0) remark(context, team.dealsLeft(printable(owner), count, to === null ? null : printable(to)));
}

async function atTeam<Result>({ bookFile, openTeam }: Context, work: (team: Team) => Promise<Result>): Promise<Result> {
  if (!isServer(bookFile)) throw new Failure('team_needs_server', { file: bookFile });
  const team = await openTeam();
  try {
    return await work(team);
  } finally {
    await team.close();
  }
}
