/** What the commands of a team say, and what a command says of others. */
export interface TeamWords {
  /** What the database has for a team, each by its name. */
  readonly prepared: Readonly<Record<PreparedThing, (name: string) => string>>;
  /** Put before a line about what is made now, or was there. */
  readonly made: string;
  readonly kept: string;
  readonly next: string;
  /** What to hand on to somebody who joined. */
  join(owner: string): string;
  /** Passwords are not ours to set. */
  password(login: string): string;
  readonly unowned: string;
  /** Before what somebody else changed on a deal; who did it when may not be known. */
  changed(id: number, who: string): string;
  step(n: number): string;
  by(name: string): string;
  /** Behind a value that stands, the one that was to stand there instead. */
  yours(value: string): string;
  /** Before what others recorded on the same deal while this one typed. */
  meanwhile(count: number): string;
  /** An older version's role made these managers of this book, each with their login. */
  managersByRole(who: string): string;
  /** How somebody stands on the list of a team. */
  readonly standing: Readonly<Record<'manager' | 'rep', string>>;
  readonly nobodyYet: string;
  readonly onlyYours: string;
  /** A deal is given to a name that nobody in the team has; `near` may be meant. */
  noMember(owner: string, near: readonly string[]): string;
  /** Somebody does not reach the book any more, by these logins. */
  removed(owner: string, logins: string): string;
  /** What takes the logins themselves away. */
  loginStays(statement: string): string;
  /** Deals stand in a name that nobody has any more; `to` has it instead, where that is known. */
  dealsLeft(owner: string, count: number, to: string | null): string;
}

export type PreparedThing = 'book' | 'group' | 'members' | 'owner' | 'author' | 'guard' | 'login' | 'member';
