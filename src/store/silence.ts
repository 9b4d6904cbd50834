import type { Kysely, Transaction } from 'kysely';
import type { DealFields } from '../core/deal.ts';
import { addressKey, nameKey, namesIn, type Person, phoneKey } from '../core/person.ts';
import type { Schema } from './schema.ts';
import { newUid } from './uid.ts';

/** Abroad a number begins otherwise; so many of its last digits are the same from everywhere. */
const COMMON_DIGITS = 9;

type Known = Pick<DealFields, 'customer'> & Partial<Pick<DealFields, 'contact' | 'email' | 'phone' | 'doNotContact'>>;

interface Silenced {
  readonly doNotContact?: true;
}
const NOT_SILENCED: Silenced = {};

/** The wishes for silence that outlive a person's data, looked up once for a command. */
export class Silence {
  readonly #db: Kysely<Schema>;
  #prints:
    | Promise<{ readonly printOf: (mark: string) => string; readonly known: ReadonlySet<string> } | null>
    | undefined;
  #kept = 0;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** How many deals were made silent because of a wish that was known. */
  get kept(): number {
    return this.#kept;
  }

  /** Returns what a deal must say because its contact was forgotten and had wished for silence. */
  async patchOf(deal: Known): Promise<Silenced> {
    const [patch = NOT_SILENCED] = await this.patchesOf([deal]);
    return patch;
  }

  /** Returns the same for many deals, in the same order. */
  async patchesOf(deals: readonly Known[]): Promise<readonly Silenced[]> {
    this.#prints ??= this.#load();
    const prints = await this.#prints;
    if (!prints) return deals.map(() => NOT_SILENCED);
    return deals.map((deal) => {
      const isWished = marksOfDeal(deal).some((mark) => prints.known.has(prints.printOf(mark)));
      if (deal.doNotContact || !isWished) return NOT_SILENCED;
      this.#kept += 1;
      return { doNotContact: true };
    });
  }

  async #load() {
    const rows = await this.#db.selectFrom('silence').select(['salt', 'print']).execute();
    const [first] = rows;
    return first ? { printOf: await printer(first.salt), known: new Set(rows.map(({ print }) => print)) } : null;
  }
}

/** Keeps that this person wishes no contact, as fingerprints; returns how many. */
export async function keepSilence(db: Transaction<Schema>, person: Person): Promise<number> {
  const kept = await db.selectFrom('silence').select('salt').limit(1).executeTakeFirst();
  const salt = kept?.salt ?? newUid();
  const marks = marksOfPerson(person);
  if (marks.length === 0) return 0;
  const printOf = await printer(salt);
  await db
    .insertInto('silence')
    .values(marks.map((mark) => ({ salt, print: printOf(mark) })))
    .onConflict((conflict) => conflict.column('print').doNothing())
    .execute();
  return marks.length;
}

function marksOfPerson({ names, customers, emails, phones }: Person): string[] {
  return [
    ...[...names].flatMap((name) => [...customers].map((customer) => nameMark(name, customer))),
    ...[...emails].map((email) => `email ${email}`),
    ...[...phones].map(phoneMark),
  ];
}

function marksOfDeal({ customer, contact, email, phone }: Known): string[] {
  const names = [...namesIn(contact ?? null), customer].map(nameKey);
  const [address, number] = [addressKey(email ?? ''), phoneKey(phone ?? '')];
  return [
    ...names.map((name) => nameMark(name, nameKey(customer))),
    ...(address === '' ? [] : [`email ${address}`]),
    ...(number === '' ? [] : [phoneMark(number)]),
  ];
}

/** The same name at another customer is somebody else. */
function nameMark(name: string, customer: string): string {
  return `name ${name}\n${customer}`;
}

function phoneMark(digits: string): string {
  return `phone ${digits.slice(-COMMON_DIGITS)}`;
}

/** Keeps a reader from the names; who has the book and tries every number will find it. An import asks too often for more. */
async function printer(salt: string): Promise<(mark: string) => string> {
  const { createHmac } = await import('node:crypto');
  return (mark) => createHmac('sha256', salt).update(mark).digest('hex');
}
