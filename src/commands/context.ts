import { type Calendar, createCalendar } from '../core/calendar.ts';
import { readClosedDays } from '../core/closedday.ts';
import type { Rule } from '../core/coefficients.ts';
import type { Day } from '../core/day.ts';
import type { Language } from '../core/deal.ts';
import type { Reading } from '../core/dealfield.ts';
import { declinedSince } from '../core/ended.ts';
import type { Failure } from '../core/failure.ts';
import type { GuidedCode } from '../core/guide.ts';
import { STANDARD_SETS } from '../core/material.ts';
import type { Leads } from '../core/playbook.ts';
import { type Placement, place } from '../core/priority.ts';
import type { SettingKey, Settings } from '../core/settings.ts';
import type { Ground, TrackedDeal } from '../core/situation.ts';
import type { Source } from '../exchange/table/source.ts';
import type { DayScope } from '../store/deals.ts';
import type { Finding } from '../store/finding.ts';
import type { GlancedDeal } from '../store/glance.ts';
import type { Move, Moved } from '../store/move.ts';
import type { Restored } from '../store/restore.ts';
import type { Store } from '../store/store.ts';
import type { Team } from '../store/team.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrap } from '../views/layout.ts';
import type { Page } from '../views/page.ts';
import { printableJson } from '../views/printable.ts';
import type { Words } from '../views/words.ts';

/** Other programs of the rep's machine. */
export interface Programs {
  /** Puts a text on the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  /** Opens the rep's editor on a text and returns what they saved. */
  readonly edit: (text: string) => Promise<string>;
}

/** Which questions the rep left open today: until tomorrow none is asked again unbidden, but for what the customer says meanwhile. */
export interface SkippedToday {
  readonly has: (dealId: number, code: GuidedCode) => boolean;
  readonly add: (dealId: number, codes: readonly GuidedCode[]) => void;
}

/** What outranks a setting in this one command, and the option or the variable that says so. */
export type Overruling = Readonly<
  Partial<Record<SettingKey, { readonly value: string; readonly from: string } | undefined>>
>;

/** All of the outside world that a command may touch. */
export interface Context {
  /** Names this build of the program. */
  readonly edition: string;
  /** Names the rep's own playbooks as they are now. */
  readonly knowledge: string;
  /** The day this command runs on: the time is asked once. */
  readonly today: Day;
  readonly terminal: Terminal;
  readonly page: Page;
  readonly words: Words;
  /** Makes ready to say something in these languages: a customer's may differ from the rep's. */
  readonly speak: (languages: Iterable<Language>) => Promise<void>;
  readonly isJson: boolean;
  readonly rule: Rule;
  /** The currency of an amount that names none. */
  readonly currency: string | null;
  readonly settings: Settings;
  /** What holds for a setting that the rep has not made. */
  readonly usual: Readonly<Partial<Record<SettingKey, string | null>>>;
  readonly overruling: Overruling;
  readonly saveSettings: (settings: Settings) => void;
  /** Checks a country for the holidays setting; throws BadInput where its holidays are not known. */
  readonly holidays: (country: string) => Promise<(day: Day) => string | undefined>;
  readonly holidayCountry: string;
  /** How long things usually take in the rep's trade. */
  readonly leads: Leads;
  /** The default limit of `today`. */
  readonly limit: number;
  /** Opens the book at the first call. */
  readonly store: () => Promise<Store>;
  /** Opens another book, such as the demo's; the caller closes it. */
  readonly openBook: (file: string) => Promise<Store>;
  /** Where the book is; to ask for it throws BadInput where that is an address which cannot be read. */
  readonly bookFile: string;
  /** Returns whether there is a book already. */
  readonly hasBook: () => boolean;
  /** Returns a few deals that these letters or digits may become, without making or changing the book. */
  readonly glance: (typed: string) => Promise<readonly GlancedDeal[]>;
  /** Returns the whole path of a file that was named from where the rep stands. */
  readonly wholePath: (file: string) => string;
  readonly configFile: string;
  /** Makes room for the demo book and returns its file. */
  readonly freshDemoFile: () => string;
  /** Returns a file that can be read as often as needed, or standard input for `-`; the caller closes it. */
  readonly openSource: (file: string) => Promise<Source>;
  /** Returns the day of an instant (milliseconds since 1970) where the rep is. */
  readonly localDayOf: (instantMs: number) => Day;
  /** Where mappings of imports are kept. */
  readonly mappingFolder: string;
  /** Returns the bytes of a file, or of standard input for `-`. */
  readonly readFile: (file: string) => Promise<Uint8Array>;
  /** Writes a file that only its owner can read; returns false where it exists and may not be replaced. */
  readonly writeFile: (file: string, text: string, mayReplace: boolean) => Promise<boolean>;
  readonly programs: Programs;
  readonly skipped: SkippedToday;
  /** Puts a backup in the place of the book, which is not to be open here. */
  readonly restoreBook: (from: string) => Promise<Restored>;
  /** Copies the book to another place; neither is to be open here. */
  readonly moveBook: (move: Omit<Move, 'from' | 'instant' | 'ownFolder'>) => Promise<Moved>;
  /** Examines the book's file as it lies there, before anything opens it. */
  readonly examineBook: (choice: { readonly isFixing: boolean }) => Promise<readonly Finding[]>;
  /** Opens the book on a server for the work of its owner; the caller closes it. */
  readonly openTeam: () => Promise<Team>;
  /** What was wrong with the settings, for the command that examines them; every other one has failed at it. */
  readonly troubles: readonly Failure[];
}

/** Says the answer: as JSON where that was asked for, else as text. */
export function answer(context: Context, json: () => unknown, text: () => string): void {
  context.terminal.answer(context.isJson ? printableJson(json(), 2) : text());
}

/** Says something beside the answer, which leads to the file it speaks of; a script that reads JSON hears nothing. */
export function remark({ isJson, terminal, page, wholePath }: Context, text: string, file?: string): void {
  if (isJson) return;
  const lines = wrap(text, page.width).join('\n');
  terminal.note(file ? lines.replace(file, () => page.paint.link(file, wholePath(file))) : lines);
}

/** Says that deals were made silent because of a wish that had outlived its person. */
export function remarkSilence(context: Context, deals: number): void {
  if (deals > 0) remark(context, context.words.forget.keptSilent(deals));
}

export function readingOf({ today, currency }: Context): Reading {
  return { today, currency };
}

/** Returns the calendar of business days: the country's holidays and the rep's own closed days. */
export async function calendarOf(context: Context): Promise<Calendar> {
  const own = context.settings['closed-days'];
  const holidays = await context.holidays(context.holidayCountry);
  return createCalendar(holidays, (own ? readClosedDays(own) : null) ?? undefined);
}

/** Returns what is the same for every deal today, medians aside. */
export async function groundOf(context: Context): Promise<Omit<Ground, 'medians'>> {
  const { today, rule } = context;
  return { today, rule, calendar: await calendarOf(context), standardSets: STANDARD_SETS };
}

/** Returns the ground with the medians of the book, or of one owner's deals in it. */
export async function weighedGround(
  store: Store,
  ground: Omit<Ground, 'medians'>,
  owner: string | undefined,
): Promise<Ground> {
  return { ...ground, medians: await store.openMedians(owner) };
}

/** Returns which deals `today` may read. */
export function scopeOf({ settings }: Context, ground: Omit<Ground, 'medians'>): DayScope {
  return { today: ground.today, declinedSince: declinedSince(ground), owner: settings.owner };
}

/** Returns where one deal stands, weighed against all that are open. */
export async function placementOf(context: Context, deal: TrackedDeal): Promise<Placement> {
  const ground = await groundOf(context);
  return place(deal, await weighedGround(await context.store(), ground, context.settings.owner));
}
