import { schemaIn } from '../../src/store/serveraddress.ts';
import type { Store } from '../../src/store/store.ts';
import { openTeam } from '../../src/store/team.ts';
import { NOON, openStore } from './book.ts';
import { type Desk, setUpDesk } from './desk.ts';
import { freshAddress, MANY_AT_ONCE, serverRows } from './engine.ts';

/** The people of the tests: two reps and a manager, who are owners by the same names. */
export type Person = 'ann' | 'bob' | 'max';

/** A book that is prepared for a team. */
export interface TeamBook {
  readonly address: string;
  /** Does work as this person's login. */
  as<Result>(person: Person, work: (store: Store) => Promise<Result>): Promise<Result>;
  /** Returns a desk whose commands are this person's; they are run within `as`. */
  deskOf(person: Person): Promise<Desk>;
  /** Returns the rows of one statement that this person's login sends past the program. */
  raw(person: Person, query: string): Promise<readonly Record<string, unknown>[]>;
}

export async function teamBook(): Promise<TeamBook> {
  const address = await freshAddress();
  const loginOf = (person: Person): string => `${schemaIn(address)}_${person}`;
  const addressOf = (person: Person): string =>
    MANY_AT_ONCE ? address.replace(/\/\/[^@]*@/, `//${loginOf(person)}@`) : address;
  const team = await openTeam(address, () => NOON);
  await team.init();
  for (const person of ['ann', 'bob', 'max'] as const)
    await team.add({ login: loginOf(person), owner: person, isManager: person === 'max' });
  await team.close();
  const playing = async <Result>(person: Person, work: () => Promise<Result>): Promise<Result> => {
    if (MANY_AT_ONCE) return work();
    // PGlite has one session, which is the superuser's whoever connects.
    await serverRows(address, `set role ${loginOf(person)}`);
    try {
      return await work();
    } finally {
      await serverRows(address, 'reset role');
    }
  };
  return {
    address,
    as: (person, work) =>
      playing(person, async () => {
        const store = await openStore(addressOf(person));
        return work(store);
      }),
    deskOf: (person) => setUpDesk({ env: { FOLLOWUP_DB: addressOf(person) } }),
    raw: (person, query) => playing(person, () => serverRows(addressOf(person), query)),
  };
}
