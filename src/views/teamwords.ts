/** What `team init` and `team add` say. */
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
}

export type PreparedThing = 'book' | 'group' | 'members' | 'owner' | 'author' | 'guard' | 'login' | 'member';
