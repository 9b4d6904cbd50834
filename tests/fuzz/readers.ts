import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addBusinessDays, createCalendar } from '../../src/core/calendar.ts';
import { readClosedDays } from '../../src/core/closedday.ts';
import { type Day, isDay } from '../../src/core/day.ts';
import type { Contact } from '../../src/core/deal.ts';
import { DEAL_FLAGS, type DealFlag, readDealFlag } from '../../src/core/dealfield.ts';
import { durationToText, readDuration } from '../../src/core/duration.ts';
import { readPastDay } from '../../src/core/entry.ts';
import { Failure } from '../../src/core/failure.ts';
import { readMoney } from '../../src/core/money.ts';
import { readMonth } from '../../src/core/period.ts';
import { readSetting, SETTING_KEYS } from '../../src/core/settings.ts';
import { readDay } from '../../src/core/spokenday.ts';
import { flawOf } from '../../src/core/testimony.ts';
import { judge } from '../../src/core/wording.ts';
import { readConfig } from '../../src/exchange/config.ts';
import { mailToEml } from '../../src/exchange/eml.ts';
import { materialFinder } from '../../src/exchange/materialnames.ts';
import { readOwnPlaybooks } from '../../src/exchange/ownplaybook.ts';
import { builtInPlaybook } from '../../src/exchange/playbooks.ts';
import { readTemplate } from '../../src/exchange/template.ts';
import { clip, wrap } from '../../src/views/layout.ts';
import { printable, printableJson } from '../../src/views/printable.ts';
import { fill } from '../../src/views/template.ts';
import { wordsOf } from '../../src/views/words.ts';
import { freshFolder } from '../support/folder.ts';

const TODAY = '2025-07-22' as Day;
const CONTACTS: readonly Contact[] = [
  {
    n: 1,
    on: TODAY,
    from: 'us',
    channel: 'email',
    angle: null,
    statusOnly: false,
    gives: false,
    noAnswer: false,
    toldLatestOn: null,
    text: 'Here is the price list for the three offices we spoke about.',
  },
];

/** A file of the rep's with this text in it. */
function fileWith(name: string, text: string): string {
  const file = join(freshFolder(), name);
  writeFileSync(file, text);
  return file;
}

function mustBeDay(day: string): void {
  if (!isDay(day)) throw new Error(`read as ${day}, which is no day`);
}

/** Throws unless the number is whole and can be kept without loss. */
function mustBeWhole(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new Error(`read as ${amount}`);
}

/**
 * Everything that reads what somebody typed or keeps in a file. Each may refuse with a failure in words; none throws anything
 * else, reads something that cannot be, or does not end.
 */
export const READERS: Readonly<Record<string, (text: string) => void>> = {
  day: (text) => mustBeDay(readDay(text, TODAY)),
  'past day': (text) => mustBeDay(readPastDay(text, TODAY)),
  month: (text) => mustBeDay(readMonth(text, TODAY)),
  duration: (text) => {
    const duration = readDuration(text);
    const again = readDuration(durationToText(duration));
    if (JSON.stringify(again) !== JSON.stringify(duration)) throw new Error(`${text} is not kept as it was read`);
  },
  money: (text) => mustBeWhole(readMoney(text).amount),
  'closed days': (text) => {
    const closed = readClosedDays(text);
    if (closed) mustBeDay(addBusinessDays(createCalendar(undefined, closed), TODAY, 3));
  },
  'a field of a deal': (text) => {
    for (const flag of Object.keys(DEAL_FLAGS) as DealFlag[]) {
      harmless(() => readDealFlag(flag, text, { today: TODAY, currency: 'JPY' }));
    }
  },
  'a setting': (text) => {
    for (const key of [...SETTING_KEYS, 'quiet_after', text]) harmless(() => readSetting(key, text));
  },
  'a template': (text) => {
    const { problem } = readTemplate(text);
    if (problem === null) fill(text, { goal: text }, () => '…');
    fill('{goal}{#goal}{title}{/goal}', { goal: text, title: text }, () => '…');
  },
  'a material': (text) => void materialFinder(() => [builtInPlaybook('en'), builtInPlaybook('ja')])(text),
  'the wording': (text) => {
    for (const { from, to } of judge(text).findings) {
      if (!(from >= 0 && from <= to && to <= text.length)) throw new Error(`found at ${from} to ${to}`);
    }
  },
  testimony: (text) => void flawOf(text, CONTACTS),
  'a fact in a sentence': (text) => {
    for (const language of ['en', 'ja'] as const) wordsOf(language).draft.letter.inSentence(text);
  },
  layout: (text) => void [printable(text), printableJson(text), clip(text, 40), wrap(text, 40)],
  mail: (text) => void mailToEml({ to: { name: text, address: text }, subject: text, body: text }),
};

/** What reads a whole file: slower, so fewer texts go through it. */
export const FILE_READERS: Readonly<Record<string, (text: string) => void>> = {
  config: (text) => {
    harmless(() => readConfig(fileWith('config.json', text)));
    harmless(() => readConfig(fileWith('config.json', `{"closed-days": ${JSON.stringify(text)}}`)));
    readConfig(fileWith('config.json', `{${JSON.stringify(text)}: ${text}}`));
  },
  playbook: (text) => {
    harmless(() => readOwnPlaybooks([fileWith('own.yaml', text)]));
    harmless(() => readOwnPlaybooks([fileWith('own.yaml', `language: en\nreasons:\n  price: ${text}\n`)]));
    readOwnPlaybooks([fileWith('own.yaml', `language: ja\nangles:\n  info:\n    spoken: ${JSON.stringify(text)}\n`)]);
  },
};

/** Does the work; a refusal in words is an answer, anything else is not. */
export function harmless(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}
