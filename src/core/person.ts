import { folded } from './spelling.ts';
import { joinJapanese } from './text.ts';

/** One place of the book where somebody stands: as a deal's contact, as its customer, or named in another field. */
export interface Mention {
  readonly dealId: number;
  readonly customer: string;
  readonly as: 'contact' | 'customer' | 'named';
  /** What the field says, and the parts it is made of: `Sato (buyer)` is also `Sato`. */
  readonly names: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
}

/** Somebody, by everything the book calls them. */
export interface Person {
  /** For showing. */
  readonly name: string;
  /** By `nameKey`. */
  readonly names: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
  readonly phones: ReadonlySet<string>;
  readonly customers: ReadonlySet<string>;
  /** Whether somebody else has the same name. */
  readonly hasNamesake: boolean;
}

const TITLES = /^(?:mr|mrs|ms|miss|dr|prof)\.? +|(?<=.) *(?:様|さま|さん|殿|氏|先生)$/g;

/** Returns what names are compared by: `佐藤 花子様` and `佐藤花子` are the same, `Ms Sato` and `sato` as well. */
export function nameKey(name: string): string {
  return joinJapanese(folded(name).replace(/ +/g, ' ').trim().replace(TITLES, '')).trim();
}

/** Returns what addresses are compared by. */
export function addressKey(address: string): string {
  return folded(address).trim();
}

/** Returns the digits of a number without its extension, as dialled at home; nothing where it has too few to be one. */
export function phoneKey(phone: string): string {
  const [number = ''] = folded(phone).split(/ext|内線|x/);
  const digits = number.replace(/^\D*\+ *81\D*0?/, '0').replace(/\D/g, '');
  return digits.length >= 6 ? digits : '';
}

/** Returns a field's text and the names it may be made of. */
export function namesIn(text: string | null): readonly string[] {
  if (text === null) return [];
  const parts = text.split(/[,、，/／()（）;；&＆|\n]+/).map((part) => part.trim());
  return [...new Set([text.trim(), ...parts])].filter((name) => nameKey(name) !== '');
}

/** Returns the people that a query means: by whole name, address or number. The same name at two customers is two people. */
export function peopleNamed(query: string, all: readonly Mention[]): Person[] {
  const fits = all.filter((mention) => isFit(mention, query));
  return grouped(fits, (mention) => mention.names.find((name) => nameKey(name) === nameKey(query)) ?? null, all);
}

/** Returns the people whose name, address or number has the query in it: not sure enough to erase without choosing. */
export function peopleLike(query: string, all: readonly Mention[]): Person[] {
  const key = nameKey(query);
  if (key === '') return [];
  const isLike = ({ names, email }: Mention): boolean =>
    names.some((name) => nameKey(name).includes(key)) || (email !== null && addressKey(email).includes(key));
  return grouped(
    all.filter((mention) => mention.as !== 'customer' && isLike(mention)),
    (mention) => mention.names.find((name) => nameKey(name).includes(key)) ?? null,
    all,
  );
}

/** Returns whether a mention is of this person. Another person at the same address is not. */
export function isOf(person: Person, { customer, names, email, phone }: Mention): boolean {
  const isReached =
    (email !== null && person.emails.has(addressKey(email))) || (phone !== null && person.phones.has(phoneKey(phone)));
  if (names.length === 0) return isReached;
  return (
    names.some((name) => person.names.has(nameKey(name))) && (isReached || person.customers.has(nameKey(customer)))
  );
}

/**
 * Returns the person with everything else that these mentions call them. An address or number that another person has as
 * well, such as a reception's, is nobody's own.
 */
export function completed(person: Person, all: readonly Mention[]): Person {
  let known = person;
  for (let size = -1; size !== sizeOf(known); ) {
    size = sizeOf(known);
    const theirs = all.filter((mention) => isOf(known, mention));
    const deals = new Set(theirs.filter(({ as }) => as !== 'named').map(({ dealId }) => dealId));
    const reached = all.filter(
      (it) => it.as === 'contact' && (isOf(known, it) || (it.names.length === 0 && deals.has(it.dealId))),
    );
    known = {
      ...known,
      names: union(
        known.names,
        theirs.filter((it) => it.as === 'contact').map(({ names }) => nameKey(names[0] ?? '')),
      ),
      customers: union(
        known.customers,
        theirs.map(({ customer }) => nameKey(customer)),
      ),
      emails: union(
        known.emails,
        reached.map(({ email }) => addressKey(email ?? '')),
      ),
      phones: union(
        known.phones,
        reached.map(({ phone }) => phoneKey(phone ?? '')),
      ),
    };
  }
  const others = all.filter(({ names }) => names.length > 0 && !names.some((name) => known.names.has(nameKey(name))));
  const taken = new Set(
    others.flatMap(({ as, email, phone }) =>
      as === 'contact' ? [addressKey(email ?? ''), phoneKey(phone ?? '')] : [],
    ),
  );
  return {
    ...known,
    emails: new Set([...known.emails].filter((it) => !taken.has(it))),
    phones: new Set([...known.phones].filter((it) => !taken.has(it))),
    hasNamesake: all.some((it) => !isOf(known, it) && it.names.some((name) => known.names.has(nameKey(name)))),
  };
}

function isFit({ names, email, phone }: Mention, query: string): boolean {
  const [name, address, number] = [nameKey(query), addressKey(query), phoneKey(query)];
  return (
    (name !== '' && names.some((it) => nameKey(it) === name)) ||
    (email !== null && address !== '' && addressKey(email) === address) ||
    (phone !== null && number !== '' && /^[-+\d\s().]+$/.test(folded(query)) && phoneKey(phone) === number)
  );
}

/** A mention that says no name may be anybody's who has the address. */
function grouped(
  fits: readonly Mention[],
  nameOf: (mention: Mention) => string | null,
  all: readonly Mention[],
): Person[] {
  const people: Person[] = [];
  for (const mention of [...fits].sort((a, b) => b.names.length - a.names.length)) {
    if (people.some((person) => isOf(person, mention))) continue;
    const name = nameOf(mention) ?? mention.names[1] ?? mention.names[0] ?? mention.email ?? mention.phone ?? '';
    const first: Person = {
      name,
      names: new Set(mention.names.length > 0 ? [nameKey(name)] : []),
      emails: keys(mention.email, addressKey),
      phones: keys(mention.phone, phoneKey),
      customers: new Set([nameKey(mention.customer)]),
      hasNamesake: false,
    };
    people.push(completed(first, all));
  }
  return people;
}

function keys(text: string | null, keyOf: (text: string) => string): Set<string> {
  return union(new Set(), [keyOf(text ?? '')]);
}

function union(known: ReadonlySet<string>, more: readonly string[]): Set<string> {
  return new Set([...known, ...more].filter((it) => it !== ''));
}

function sizeOf({ names, emails, phones, customers }: Person): number {
  return names.size + emails.size + phones.size + customers.size;
}
