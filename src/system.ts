import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { engines } from '../package.json';
import { bookOf, choicesOf, overruling } from './choices.ts';
import type { Context, Programs } from './commands/context.ts';
import { assertBook, isServer } from './core/bookaddress.ts';
import { type Day, localDayOf } from './core/day.ts';
import { LANGUAGES, type Language } from './core/deal.ts';
import { BadInput, Failure } from './core/failure.ts';
import { ruleOf, type Settings } from './core/settings.ts';
import { readDay } from './core/spokenday.ts';
import { readConfig, writeConfig } from './exchange/config.ts';
import { loadHolidays } from './exchange/holidays.ts';
import { writeTextFile } from './exchange/textfile.ts';
import type { Globals } from './globals.ts';
import { BUILT_IN, knowledgeIn, speak } from './knowledge.ts';
import { type Locale, readLocale } from './locale.ts';
import { openSkipped } from './skipped.ts';
import type { Store } from './store/store.ts';
import { syncWarningDue } from './syncwarning.ts';
import { readInput } from './terminal/input.ts';
import { openTerminal } from './terminal/real.ts';
import type { SilentTerminal, Terminal } from './terminal/terminal.ts';
import { syncWarning } from './views/doctor.ts';
import { prepareWrapping } from './views/layout.ts';
import { createPage } from './views/page.ts';
import { loadWords, wordsOf } from './views/words.ts';
import { wrappedAsk } from './wrappedask.ts';

/** What a context is made of; tests bring their own. */
export interface Parts {
  /** Names this build of the program. */
  readonly edition: string;
  readonly env: NodeJS.ProcessEnv;
  readonly globals: Globals;
  readonly now: Date;
  readonly terminal: SilentTerminal;
  readonly folders: { readonly data: string; readonly config: string; readonly cache: string | null };
  readonly locale: Locale;
  /** The present instant, in ISO 8601: what the journal and the names of backups say. */
  readonly instant: () => string;
  readonly openStore: (file: string) => Promise<Store>;
  readonly hasBook: (file: string) => boolean;
  readonly programs: Programs;
}

/** How a session is opened. */
interface Manner {
  /** What is wrong with the settings is kept for the command that examines them. */
  readonly isForgiving?: boolean;
  /** What only lists the commands needs nothing of what the coach knows. */
  readonly isBare?: boolean;
}

/** An open context, and what is to be closed when the command is done. */
export interface Session {
  readonly context: Context;
  readonly close: () => Promise<void>;
}

/** Returns the parts of this process: the real clock, terminal and disk. */
export async function realParts(globals: Globals, edition: string): Promise<Parts> {
  const { env, platform } = process;
  const instant = (): string => new Date().toISOString();
  const paths = envPaths('followup', { suffix: '' });
  return {
    edition,
    env,
    globals,
    now: new Date(),
    terminal: await openTerminal({
      env,
      isQuiet: globals.quiet,
      mayAsk: globals.input && !globals.json,
      mayColor: globals.color,
      mayPage: globals.pager,
    }),
    folders: { data: paths.data, config: paths.config, cache: paths.cache },
    locale: readLocale(env, platform === 'linux' ? null : Intl.DateTimeFormat().resolvedOptions().locale),
    instant,
    openStore: async (file) => {
      const { openStore } = await import('./store/store.ts');
      return openStore(file, instant);
    },
    // What a server has, it says when it is asked.
    hasBook: (file) => isServer(file) || existsSync(file),
    programs: {
      copy: async (text) => (await import('./terminal/clipboard.ts')).copyToClipboard(text),
      edit: async (text) => (await import('./terminal/editor.ts')).editText(text),
    },
  };
}

/**
 * Builds the one context of a command. Throws where a global option or the config file cannot be used; a forgiving session
 * keeps what is wrong with the settings for the command that examines them, and goes on without.
 */
export async function openSession(parts: Parts, { isForgiving = false, isBare = false }: Manner): Promise<Session> {
  const { env, globals, folders, instant } = parts;
  const troubles: Failure[] = isForgiving ? oldNode() : [];
  const forgiving = async <Value>(fallback: Value, work: () => Value | Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      if (!isForgiving || !(error instanceof Failure)) throw error;
      troubles.push(error);
      return fallback;
    }
  };
  // First of all: a failure below is wrapped as well.
  if (parts.terminal.width !== null) await prepareWrapping();
  const configFile = join(folders.config, 'config.json');
  const settings = await forgiving<Settings>({}, () => readConfig(configFile));
  const inForce = choicesOf(parts, settings);
  const language = languageOf(inForce.lang);
  const named = bookOf(parts, inForce);
  const bookFile = (): string => {
    assertBook(named);
    return named;
  };
  const today = dayOf(globals.today ?? env.FOLLOWUP_TODAY, parts.now);
  await (isBare ? loadWords(language) : speak([language]));
  const terminal = speaking(parts.terminal, language, inForce.pager !== 'off');
  const playbooks = join(folders.config, 'playbooks');
  const { playbookOf, leads, stamp } = isBare ? BUILT_IN : await forgiving(BUILT_IN, () => knowledgeIn(playbooks));
  const open: Store[] = [];
  const openBook = async (file: string): Promise<Store> => {
    const store = await parts.openStore(file);
    open.push(store);
    return store;
  };
  let book: Promise<Store> | undefined;
  const warnOfSync = (): void => {
    const service = isServer(bookFile()) ? null : syncWarningDue(bookFile(), today, folders.cache);
    if (service) terminal.note(syncWarning(bookFile(), service, wordsOf(language), terminal.width));
  };
  const context: Context = {
    edition: parts.edition,
    knowledge: stamp,
    today,
    terminal,
    words: wordsOf(language),
    page: createPage({ language, today, width: terminal.width, paint: terminal.paint, playbookOf }),
    leads,
    speak,
    isJson: globals.json,
    rule: ruleOf(settings),
    currency: inForce.currency,
    settings,
    usual: choicesOf(parts, {}),
    overruling: overruling(parts),
    saveSettings: (changed) => writeConfig(configFile, changed),
    holidays: (country) => loadHolidays(country, language, today, folders.cache),
    holidayCountry: inForce.holidays,
    limit: Number(inForce.limit),
    store: () => {
      if (!book && !globals.json) warnOfSync();
      book ??= openBook(bookFile());
      return book;
    },
    openBook,
    get bookFile() {
      return bookFile();
    },
    hasBook: () => parts.hasBook(bookFile()),
    glance: async (typed) => (await import('./store/glance.ts')).glanceAtDeals(bookFile(), typed),
    wholePath: (file) => (isServer(file) ? file : resolve(file)),
    configFile,
    freshDemoFile: () => freshFile(join(folders.data, `demo-${language}.db`)),
    openSource: async (file) => {
      const { fileSource, spooledSource } = await import('./exchange/table/source.ts');
      return file === '-' ? spooledSource(file, process.stdin) : fileSource(file);
    },
    localDayOf: (instantMs) => localDayOf(new Date(instantMs)),
    mappingFolder: join(folders.config, 'mappings'),
    readFile: readInput,
    writeFile: writeTextFile,
    programs: parts.programs,
    skipped: openSkipped(named, today, folders.cache),
    restoreBook: async (from) => {
      const { restoreBook } = await import('./store/care.ts');
      return restoreBook({ book: bookFile(), from, at: instant() });
    },
    moveBook: async (move) => {
      const { moveBook } = await import('./store/care.ts');
      return moveBook({ ...move, from: bookFile(), ownFolder: folders.data, instant });
    },
    examineBook: async ({ isFixing }) => {
      const { examineBook } = await import('./store/care.ts');
      return examineBook({ book: bookFile(), at: instant(), ownFolder: folders.data, isFixing });
    },
    openTeam: async () => {
      const { openTeam } = await import('./store/team.ts');
      return openTeam(bookFile(), instant);
    },
    troubles,
  };
  return {
    context,
    close: async () => {
      for (const store of open) await store.close();
    },
  };
}

/** Asks in that language, and shows long answers a screen at a time, where somebody is there to answer and to turn the page. */
function speaking({ askIn, ...terminal }: SilentTerminal, language: Language, isPaged: boolean): Terminal {
  const ask = askIn && wrappedAsk(askIn(wordsOf(language).picking.prompts), terminal.width);
  return { ...terminal, answer: (isPaged && terminal.page) || terminal.answer, ...(ask && { ask }) };
}

/** Returns the language of errors that come before there is a context. */
export function likelyLanguage({ env, globals, locale }: Parts): Language {
  return LANGUAGES.find((language) => language === (globals.lang ?? env.FOLLOWUP_LANG)) ?? locale.language;
}

/** What package.json asks for, said where somebody looks for it. */
function oldNode(): Failure[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isOld = major < 20 || (major === 20 && minor < 17);
  return isOld ? [new Failure('old_node', { version: process.versions.node, needed: engines.node })] : [];
}

function languageOf(value: string): Language {
  const language = LANGUAGES.find((it) => it === value.toLowerCase());
  if (!language) throw new BadInput('bad_choice', { flag: '--lang', value, choices: LANGUAGES });
  return language;
}

/** The rep's own day, not the one in Greenwich. */
function dayOf(value: string | undefined, now: Date): Day {
  const local = localDayOf(now);
  return value === undefined || value === '' ? local : readDay(value, local);
}

function freshFile(file: string): string {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  return file;
}
