import type { FailureWords } from '../failurewords.ts';
import { bookFailures } from './bookfailures.ts';
import { endFailures } from './endfailures.ts';
import { serverFailures } from './serverfailures.ts';
import { tableFailures } from './tablefailures.ts';

const DAY_FORMS = 'Write it like 2026-09-30, 9/30, 30 Sep, tomorrow, fri, next fri, +2w or eom.';

export const failures = (): FailureWords => ({
  bad_day: ({ value }) => ({ message: `“${value}” is not a day I can read.`, hint: DAY_FORMS }),
  weekday_mismatch: ({ value, day }) => ({
    message: `In “${value}” the weekday does not fit the date (${day}).`,
    hint: 'Leave the weekday out, or correct one of the two.',
  }),
  day_ahead: ({ value }) => ({
    message: `${value} is still to come, so it cannot have happened yet.`,
    hint: 'Give the day of the contact with --on. For an agreed meeting use --next and --next-on.',
  }),
  bad_duration: ({ value }) => ({
    message: `“${value}” is not a duration I can read.`,
    hint: 'Write it like 10d, 2w, 1mo, or 10bd for business days.',
  }),
  bad_money: ({ value }) => ({
    message: `“${value}” is not an amount I can read without guessing.`,
    hint: 'Write it like 1200000, 1,200,000, ¥1,200,000 or $22,700.00.',
  }),
  bad_currency: ({ value }) => ({
    message: `“${value}” is not a currency code.`,
    hint: 'Use three capitals: JPY, USD, EUR.',
  }),
  bad_count: ({ value }) => ({
    message: `“${value}” is not a whole number above zero.`,
    hint: 'Give a number such as 5.',
  }),
  bad_choice: ({ flag, value, choices }) => ({
    message: `${flag} cannot be “${value}”.`,
    hint: `It can be: ${list(choices)}.`,
  }),
  bad_email: ({ value }) => ({
    message: `“${value}” is not an e-mail address.`,
    hint: 'It needs the form name@example.com.',
  }),
  bad_material: ({ flag, value }) => ({
    message: `${flag}: no material is called “${value}”.`,
    hint: 'Use its code or name: quote, proposal, compare, case, roi, plan, security, contract, ringi … All of them: followup show <deal>',
  }),
  cannot_ask: ({ id }) => ({
    message: 'Nobody is here to ask.',
    hint: `Answer with the flags above: followup edit ${id} …`,
  }),
  empty_value: ({ flag }) => ({
    message: `${flag} is empty.`,
    hint: 'Give a value; to remove one, use edit with --clear.',
  }),
  unknown_setting: ({ key }) => ({
    message: `There is no setting “${key}”.`,
    hint: 'See them all: followup config list',
  }),
  bad_setting: ({ key, value }) => ({
    message: `${key} cannot be “${value}”.`,
    hint: SETTING_FORMS[String(key)] ?? 'See what it can be: followup config list',
  }),
  bad_number: ({ key, value }) => ({
    message: `${key} cannot be “${value}”.`,
    hint: 'It takes a whole number from 0 to 9999; whether it adds or subtracts is the rule’s own.',
  }),
  bad_config: ({ file, key }) => ({
    message: `The config file cannot be used${key ? ` (at ${key})` : ''}: ${file}`,
    hint: 'Correct it, or remove it to go back to the defaults. Your deals are not touched.',
  }),
  cancelled: () => ({ message: 'Cancelled; nothing was changed.', hint: '' }),
  typed_cancelled: () => ({
    message: 'Cancelled; nothing was recorded.',
    hint: 'What you had typed is recorded with:',
  }),
  no_deal: ({ query }) => ({ message: `No deal fits “${query}”.`, hint: 'See them all: followup list' }),
  many_deals: ({ query, candidates }) => ({
    message: `Several deals fit “${query}”:\n${lines(candidates)}`,
    hint: 'Name one by its number.',
  }),
  no_owner: ({ value, choices }) => ({
    message: `No deal belongs to “${value}”.`,
    hint: Array.isArray(choices) && choices.length > 0 ? `These have deals: ${few(choices)}.` : NO_OWNERS,
  }),
  no_deals: () => ({ message: 'There are no deals yet.', hint: 'Add one: followup add, or followup import deals.csv' }),
  missing: ({ flag, command }) => ({
    message: `Missing: ${flag}.`,
    hint: `Nobody is here to ask. See followup ${command} --help`,
  }),
  nothing_to_do: ({ command }) => ({
    message: 'Nothing was given to change.',
    hint: `See what can be given: followup ${command} --help`,
  }),
  no_promise: ({ n }) => ({
    message: `There is no open promise ${n} on this deal.`,
    hint: 'See its promises: followup show',
  }),
  no_question: ({ n }) => ({
    message: `There is no open question ${n} on this deal.`,
    hint: 'See its questions: followup show',
  }),
  promise_needs_day: () => ({
    message: 'A promise needs its day.',
    hint: 'Add --by <day>: a promise without a day cannot be kept in time.',
  }),
  flag_needs: ({ flag, needs }) => ({ message: `${flag} needs ${needs}.`, hint: `Give both, or neither.` }),
  flags_apart: ({ flag, other }) => ({
    message: `${flag} and ${other} exclude each other.`,
    hint: 'Give one of them.',
  }),
  bad_month: ({ value }) => ({ message: `“${value}” is not a month I can read.`, hint: 'Write it like 2025-07 or 7.' }),
  month_ahead: ({ value, now }) => ({
    message: `The month ${value} has not begun.`,
    hint: `This page looks back. This month so far: --month ${now}`,
  }),
  period_ahead: ({ value }) => ({
    message: `${value} is still to come.`,
    hint: 'A review looks back: give an earlier day with --from.',
  }),
  period_backwards: ({ from, to }) => ({
    message: `The period ends (${to}) before it begins (${from}).`,
    hint: 'Give the earlier day with --from.',
  }),
  status_next: ({ value }) => ({
    message: `“${value}” is a status check, not a reason to meet.`,
    hint: 'Name something that helps them: work you can do, news, a new idea, an answer they wait for.',
  }),
  closed_deal: ({ id, state }) => ({
    message: `Deal ${id} has ended (${state}).`,
    hint: 'Snooze and hold are for open deals.',
  }),
  past_day: ({ value }) => ({ message: `${value} is not in the future.`, hint: 'Give a day to come.' }),
  file_missing: ({ file }) => ({ message: `There is no file ${file}`, hint: 'Check the name and the folder.' }),
  file_unreadable: ({ file }) => ({
    message: `The file cannot be read: ${file}`,
    hint: 'Check that it is a file and that you may read it.',
  }),
  file_not_writable: ({ file }) => ({
    message: `The file cannot be written: ${file}`,
    hint: 'Check the folder and its permissions; close the file where another program, such as Excel, has it open.',
  }),
  unknown_option: ({ value, suggestion }) => ({
    message: `There is no option ${value}.`,
    hint: suggestion ? `Did you mean ${suggestion}?` : 'See the options with --help.',
  }),
  unknown_command: ({ value, suggestion }) => ({
    message: `There is no command “${value}”.`,
    hint: suggestion ? `Did you mean ${suggestion}?` : 'See the commands: followup --help',
  }),
  unknown_topic: ({ value, topics }) => ({
    message: `There is no help on “${value}”.`,
    hint: `To read: ${list(topics)}. The commands: followup --help`,
  }),
  missing_argument: ({ value }) => ({ message: `Missing: <${value}>.`, hint: 'See how it is used with --help.' }),
  missing_option_value: ({ value }) => ({
    message: `${value} needs a value.`,
    hint: 'See how it is used with --help.',
  }),
  too_many_arguments: ({ command }) => ({
    message: `Too many words for ${command}.`,
    hint: 'Put quotes around a text of several words.',
  }),
  command_line: ({ value }) => ({ message: String(value), hint: 'See how it is used with --help.' }),
  bug: ({ value }) => ({
    message: `This is a bug in followup: ${value}`,
    hint: 'Nothing was half-written. Please report it with what you typed. FOLLOWUP_DEBUG=1 shows where it happened.',
  }),
  ...bookFailures(),
  ...serverFailures(),
  ...endFailures(),
  ...tableFailures(),
});

const SETTING_FORMS: Readonly<Record<string, string>> = {
  lang: 'It can be en or ja.',
  holidays: 'It can be jp, another country code such as us or de, or none.',
  currency: 'Use three capitals: JPY, USD, EUR.',
  limit: 'It takes a whole number from 1 to 9999.',
  pager: 'It can be on or off.',
  'closed-days':
    'Write days or ranges, such as 12-29..01-03, 08-13..08-16 or 2026-05-01. They may not close half the year.',
};

const NO_OWNERS = 'No deal has an owner yet. Give one: followup edit <deal> --owner <name>';
/** A company has too many reps to name them all. */
const MOST_NAMED = 12;

function few(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return list(names.slice(0, MOST_NAMED)) + (more > 0 ? ` and ${more} more` : '');
}

function list(items: unknown): string {
  return Array.isArray(items) ? items.join(', ') : String(items);
}

function lines(items: unknown): string {
  return Array.isArray(items) ? items.map((item) => `  ${item}`).join('\n') : String(items);
}
