import type { FailureWords } from '../failurewords.ts';
import type { TeamWords } from '../teamwords.ts';
import { many } from './count.ts';

const changedHead = (id: unknown, who: unknown): string =>
  `#${id} was changed while you were at it${who ? ` (${who})` : ''}:`;
const lines = (changes: unknown): string => (Array.isArray(changes) ? changes.join('\n') : '');

export const team = (): TeamWords => ({
  prepared: {
    book: (name) => `the book, in the schema ${name}`,
    group: (name) => `the role ${name}, for the logins of a team`,
    members: (name) => `the table ${name}: which login is whom`,
    owner: () => 'a new deal belongs to whoever adds it',
    author: () => 'every step says whose it is',
    guard: (name) => `${name}: reps reach the rows of their own deals, managers all`,
    login: (name) => `the login ${name}`,
    member: (name) => `its place among ${name}`,
  },
  made: 'made   ',
  kept: 'there  ',
  next: 'Next, for each person: followup team add <rep>, with --manager for whoever sees all deals.',
  join: (owner) => `For ${owner}, to put into their environment:`,
  password: (login) =>
    `A password is set by whoever keeps the server, never by followup: psql, then \\password ${login}`,
  unowned:
    'Deals without an owner are seen by managers only. Give them one: followup edit --where owner= --owner <rep>',
  changed: changedHead,
  step: (n) => `step ${n}`,
  by: (name) => `by ${name}`,
  yours: (value) => `; yours: ${value}`,
  meanwhile: (count) =>
    `Somebody else recorded ${many(count, 'contact')} on this deal meanwhile; yours stands beside it:`,
  managersByRole: (who) =>
    `Managers of this book, as they were by a role of the whole server: ${who}. If one should be a rep: followup team add <rep> --login <role>`,
  standing: { manager: 'manager', rep: 'rep' },
  nobodyYet: 'Nobody is in the team yet: followup team add <rep>',
  onlyYours: 'As a rep you see your own place only; a manager sees all.',
  noMember: (owner, near) =>
    `Nobody in the team is called ${owner}, so only managers see what has that name. ${near.length > 0 ? `Perhaps you mean: ${near.join(', ')}` : 'Who is in it: followup team list'}`,
  removed: (owner, logins) => `${owner} does not reach the book any more (login ${logins}). What they recorded stays.`,
  loginStays: (statement) => `The login itself is the server’s; whoever keeps it takes it away in psql: ${statement}`,
  dealsLeft: (owner, count, to) =>
    `${many(count, 'deal')} still ${count === 1 ? 'stands' : 'stand'} in the name of ${owner}. Hand over: followup edit --where "owner=${owner}" --owner ${to === null ? '<rep>' : `"${to}"`}`,
});

export const teamFailures = (): FailureWords => ({
  team_needs_server: ({ file }) => ({
    message: `A team needs a book on a PostgreSQL server; this one is a file: ${file}`,
    hint: 'Name the server with --db or FOLLOWUP_DB: postgres://owner@host/database',
  }),
  team_schema_long: ({ schema, database, most }) => ({
    message: `The names of schema and database are too long for a team: ${schema} in ${database}`,
    hint: `Its roles are named after both. Choose a schema of at most ${most} letters (?schema=<name>), or a database with a shorter name.`,
  }),
  no_team: () => ({
    message: 'This database is not prepared for a team yet, or was by an older followup.',
    hint: 'Have whoever owns the database and may create roles run: followup team init',
  }),
  no_createrole: ({ login }) => ({
    message: `The login ${login} may not create roles on this server, and a team needs some.`,
    hint: `The team is as it was. Have whoever keeps the server allow it, in psql: alter role "${login}" createrole`,
  }),
  login_reserved: ({ value }) => ({
    message: `“${value}” is a name that followup keeps for a group of its own.`,
    hint: 'Nothing was changed. Give another one with --login <role>.',
  }),
  login_is_group: ({ value }) => ({
    message: `“${value}” is a role that nobody can log in with.`,
    hint: 'Nothing was changed. Give the login of one person with --login <role>.',
  }),
  name_taken: ({ value, owner, login }) => ({
    message: `The login ${login} is in the team as ${owner} already, and ${value} would have the same deals.`,
    hint: `Nothing was changed. For somebody else choose a name that tells them apart. For a new login of the same person, first: followup team remove "${owner}"`,
  }),
  bad_login: ({ value }) => ({
    message: `“${value}” cannot be the name of a login.`,
    hint: 'Give one with --login: Latin letters, digits, _ . - and at most 63 of them; not beginning with pg_.',
  }),
  no_member: ({ value, choices }) => ({
    message: `Nobody in the team has this name: ${value}`,
    hint: `Nothing was changed. ${Array.isArray(choices) && choices.length > 0 ? `In it are: ${choices.join(', ')}` : 'Nobody is in it yet: followup team add <rep>'}`,
  }),
  login_sees_all: ({ login }) => ({
    message: `The rules of the database do not bind the login ${login}: it would see every deal.`,
    hint: 'Nothing was changed. For a rep choose one that is no superuser, does not bypass row-level security and does not own the tables: --login <role>. For somebody who may see all: --manager',
  }),
  forget_by_manager: () => ({
    message: 'You see your own deals only, and the person may be in others.',
    hint: 'Nothing was changed. Ask a manager to run: followup forget <person>',
  }),
  deal_changed: ({ id, who, changes }) => ({
    message: `${changedHead(id, who)}\n${lines(changes)}`,
    hint: `Nothing of yours was recorded. Look at it, then run your command again: followup show ${id}`,
  }),
  both_changed: ({ id, who, changes }) => ({
    message: `${changedHead(id, who)}\n${lines(changes)}`,
    hint: 'Theirs stands there; everything else of yours was recorded. To have yours instead:',
  }),
  deal_gone: ({ id }) => ({
    message: `#${id} is gone: while you were at it somebody handed it over, or took it back.`,
    hint: 'Nothing of yours was recorded. What you have now: followup list',
  }),
  others_step: ({ step, login }) => ({
    message: `Step ${step} is ${login}’s.`,
    hint: 'Nothing was changed. Only who did a step takes it back; yours are in: followup undo --list',
  }),
  others_deal: ({ step }) => ({
    message: `Step ${step} touched deals that are somebody else’s by now, or that somebody went on with.`,
    hint: 'Nothing was changed. Look at the deal and correct it: followup show <deal>, followup edit <deal>',
  }),
  redo_overtaken: ({ step, by }) => ({
    message: `Step ${step} cannot be brought again: step ${by} changed the same since.`,
    hint: 'Nothing was changed. Look at the deal and record it anew: followup show <deal>',
  }),
});
