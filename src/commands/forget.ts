import type { Command } from 'commander';
import { isServer } from '../core/bookaddress.ts';
import { BadInput, Cancelled, Failure } from '../core/failure.ts';
import { nameKey, type Person } from '../core/person.ts';
import { erasureView, forgetJson, forgottenView, personLine } from '../views/forget.ts';
import { printable } from '../views/printable.ts';
import { answer, type Context } from './context.ts';
import { declare, withOptions } from './option.ts';

interface ForgetOptions {
  readonly customer?: string;
  readonly doNotContact?: true;
  readonly dryRun?: true;
  readonly yes?: true;
}

export function addForget(program: Command, context: Context): void {
  const command = declare(program, context, 'forget <person>');
  withOptions(command, context, '--customer <name>', '--do-not-contact', '--dry-run', '--yes').action(
    (query: string, options: ForgetOptions) => forget(context, query, options),
  );
}

/** Erases a person for good, once it has been said what goes and what stays, and somebody has agreed. */
export async function forget(context: Context, query: string, options: ForgetOptions): Promise<void> {
  const { terminal, words, page } = context;
  const person = await personMeant(context, query, options);
  const store = await context.store();
  const isSilenced = options.doNotContact === true;
  const found = await store.erasure(person);
  const shown = {
    ...found,
    person: person.name,
    wishedSilence: isSilenced || found.wishedSilence,
    isOnServer: isServer(context.bookFile),
  };
  const preview = erasureView(shown, page);
  if (options.dryRun) {
    answer(
      context,
      () => ({ ...forgetJson(shown), dryRun: true }),
      () => `${preview}\n${words.forget.dryRun}`,
    );
    return;
  }
  if (!options.yes && !terminal.ask) throw new BadInput('missing', { flag: '--yes', command: 'forget' });
  if (!context.isJson) terminal.note(preview);
  if (!options.yes && !(await terminal.ask?.confirm(words.forget.ask(printable(person.name)), false))) {
    throw new Cancelled();
  }
  const forgotten = { ...shown, ...(await store.forget(person, { isSilenced })) };
  answer(
    context,
    () => ({ ...forgetJson(forgotten), dryRun: false }),
    () => forgottenView(forgotten, page),
  );
}

/** So many are named when a query fits several people. */
const MOST_CANDIDATES = 10;

async function personMeant(context: Context, query: string, { customer, yes }: ForgetOptions): Promise<Person> {
  const { terminal, words } = context;
  const store = await context.store();
  const meant = await store.people(query);
  const people = meant.people.filter(
    ({ customers }) => customer === undefined || [...customers].some((it) => it.includes(nameKey(customer))),
  );
  const [only, ...others] = people;
  if (!only) throw new Failure('no_person', { query });
  // Whether somebody of nearly that name is meant, the last question asks as well.
  if (others.length === 0 && (meant.isExact || (terminal.ask && !yes))) return only;
  if (terminal.ask) {
    const choices = people.map((person) => ({ value: person, name: personLine(person) }));
    return terminal.ask.choose(words.forget.whichPerson(printable(query)), choices);
  }
  throw new Failure('many_people', { query, candidates: people.slice(0, MOST_CANDIDATES).map(personLine) });
}
