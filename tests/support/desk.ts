import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Programs } from '../../src/commands/context.ts';
import type { Language } from '../../src/core/deal.ts';
import { Cancelled, Failure } from '../../src/core/failure.ts';
import { readGlobals } from '../../src/globals.ts';
import { run } from '../../src/main.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { openSession, type Parts } from '../../src/system.ts';
import { type Ask, type Paint, PLAIN, type SilentTerminal } from '../../src/terminal/terminal.ts';
import { closing, placeOf } from './book.ts';
import { ON_FILE } from './engine.ts';
import { freshFolder } from './folder.ts';

/** What one command did: its exit code, what it answered and what it said beside. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was sent to stdout to the byte. */
  readonly sent: Buffer;
}

/**
 * A scripted answer: what is typed, `true`/`false` for a confirmation, names for a choice, a key, or Ctrl-C. In a search it is the
 * one that is taken, or the letters typed and the one that is taken.
 */
export type Reply = string | boolean | readonly string[] | typeof CTRL_C;
export const CTRL_C = Symbol('Ctrl-C');

export interface DeskOptions {
  readonly today?: string;
  readonly language?: Language;
  /** Columns of a terminal; none is a pipe. */
  readonly width?: number;
  /** What is painted; nothing by default. */
  readonly paint?: Paint;
  readonly env?: Readonly<Record<string, string>>;
  /** Stands in for clipboard and editor; by default there are none. */
  readonly programs?: Partial<Programs>;
  /** Remembers from one command to the next what the cache folder holds. */
  readonly remembers?: true;
  /** Keeps the book in its file, so that another program can look into it. */
  readonly onDisk?: true;
}

/** What a command did at a terminal, and the questions it asked, each as often as it was put anew. */
export interface Answered extends Ran {
  readonly transcript: string;
  readonly asked: readonly string[];
}

/** A rep's desk: a real book in memory or on a server, a stopped clock, a recorded terminal, an empty config folder. */
export interface Desk {
  readonly store: Store;
  readonly folder: string;
  readonly bookFile: string;
  /** Runs a piece of a command in this desk's context; what it throws comes through. */
  within<Result>(work: (context: Context) => Promise<Result>): Promise<Result>;
  /** Makes the terminal so many columns wide. */
  resize(columns: number): void;
  run(...argv: readonly string[]): Promise<Ran>;
  /** Runs a command at a terminal where these replies are given in turn; the questions are in the transcript. */
  answering(replies: readonly Reply[], ...argv: readonly string[]): Promise<Answered>;
  /** Runs a command with `--json`, expects it to succeed, and returns what it answered. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read public JSON by its names
  json(...argv: readonly string[]): Promise<any>;
}

export async function setUpDesk({
  today = '2025-07-22',
  language = 'en',
  width,
  paint = PLAIN,
  env = {},
  programs = {},
  remembers,
  onDisk,
}: DeskOptions = {}): Promise<Desk> {
  const folder = freshFolder();
  const instant = (): string => `${today}T03:00:00.000Z`;
  const books = new Map<string, Store>();
  const bookAt = async (file: string): Promise<Store> => {
    if (onDisk) return openStore(await placeOf(file), instant);
    const found = books.get(file);
    if (found) return found;
    const opened = await openStore(ON_FILE ? ':memory:' : await placeOf(file), instant);
    closing(opened);
    // The book outlives the command, as a file would.
    const kept: Store = { ...opened, close: async () => undefined };
    books.set(file, kept);
    return kept;
  };
  const book = join(folder, 'followup.db');
  const store = await bookAt(book);

  let columns = width ?? null;
  const play = async (argv: readonly string[], script?: Script): Promise<Ran> => {
    const out: string[] = [];
    const err: string[] = [];
    const sent: Uint8Array[] = [];
    const write = (stream: string[], text: string): void => {
      stream.push(text);
      script?.lines.push(text);
    };
    const terminal: SilentTerminal = {
      width: columns,
      paint,
      answer: (text) => write(out, text),
      send: async (bytes) => void sent.push(bytes),
      note: (text) => write(err, text),
      complain: (text) => write(err, text),
      ...(script ? { askIn: () => script.ask } : {}),
    };
    const code = await run(argv, partsFor(argv, terminal));
    return { code, out: out.join('\n'), err: err.join('\n'), sent: Buffer.concat(sent) };
  };

  const partsFor = (argv: readonly string[], terminal: SilentTerminal): Parts => {
    const globals = readGlobals(argv);
    return {
      edition: 'test',
      env,
      globals: { ...globals, today: globals.today ?? today },
      now: new Date(`${today}T12:00:00Z`),
      terminal: globals.json || !globals.input ? withoutAsking(terminal) : terminal,
      folders: { data: folder, config: folder, cache: remembers ? join(folder, 'cache') : null },
      locale: { language, country: null },
      instant,
      openStore: bookAt,
      // What a server has, it says when it is asked.
      hasBook: (file) => !ON_FILE || books.has(file) || existsSync(file),
      programs: { copy: absent('no_clipboard'), edit: absent('no_editor'), ...programs },
    };
  };

  return {
    store,
    folder,
    bookFile: book,
    async within(work) {
      const { context, close } = await openSession(partsFor([], SILENT), { isForgiving: false });
      try {
        return await work(context);
      } finally {
        await close();
      }
    },
    resize: (to) => {
      columns = to;
    },
    run: (...argv) => play(argv),
    async answering(replies, ...argv) {
      const script = createScript(replies);
      const ran = await play(argv, script);
      if (script.left() > 0)
        throw new Error(`${script.left()} replies were not asked for:\n${script.lines.join('\n')}`);
      return { ...ran, transcript: script.lines.join('\n'), asked: script.asked };
    },
    async json(...argv) {
      const { code, out, err } = await play([...argv, '--json']);
      if (code !== 0) throw new Error(`${argv.join(' ')} exited ${code}: ${err}`);
      return JSON.parse(out);
    },
  };
}

const SILENT: SilentTerminal = {
  width: null,
  paint: PLAIN,
  answer: () => undefined,
  send: async () => undefined,
  note: () => undefined,
  complain: () => undefined,
};

function absent(code: string): () => Promise<never> {
  return () => Promise.reject(new Failure(code));
}

function withoutAsking({ askIn: _nobody, ...terminal }: SilentTerminal): SilentTerminal {
  return terminal;
}

interface Script {
  readonly lines: string[];
  readonly asked: readonly string[];
  readonly ask: Ask;
  left(): number;
}

/** Somebody at the terminal who gives these replies; every question is written down with its reply. */
function createScript(replies: readonly Reply[]): Script {
  const queue = [...replies];
  const lines: string[] = [];
  const asked: string[] = [];
  const next = (question: string): Exclude<Reply, typeof CTRL_C> => {
    const reply = queue.shift();
    if (reply === undefined) throw new Error(`Nobody answers “${question}”:\n${lines.join('\n')}`);
    if (reply === CTRL_C) {
      lines.push(`? ${question} ^C`);
      throw new Cancelled();
    }
    return reply;
  };
  const ask: Ask = {
    async text({ message, hint, check }) {
      asked.push(message);
      for (;;) {
        const reply = String(next(message)).trim();
        lines.push(`? ${message}${hint ? ` ${hint}` : ''}`, `> ${reply}`);
        const complaint = check?.(reply) ?? null;
        if (complaint === null) return reply;
        lines.push(`! ${complaint}`);
      }
    },
    async confirm(message) {
      asked.push(message);
      const reply = next(message) === true;
      lines.push(`? ${message} ${reply ? 'Y' : 'n'}`);
      return reply;
    },
    async choose(message, choices) {
      asked.push(message);
      const wanted = String(next(message));
      const found = choices.find(({ name }) => name.includes(wanted));
      if (!found) throw new Error(`“${wanted}” is none of: ${choices.map(({ name }) => name).join(' | ')}`);
      lines.push(`? ${message}`, `> ${found.name}`);
      return found.value;
    },
    async pick(message, choices) {
      asked.push(message);
      const reply = next(message);
      const wanted = Array.isArray(reply) ? (reply as readonly string[]) : [];
      const found = choices.filter(({ name }) => wanted.some((it) => name.includes(it)));
      lines.push(`? ${message} ${choices.map(({ name, checked }) => `[${checked ? 'x' : ' '}] ${name}`).join(' ')}`);
      lines.push(`> ${found.map(({ name }) => name).join(', ')}`);
      return found.map(({ value }) => value);
    },
    async key(message, legend, keys) {
      asked.push(message);
      const wanted = String(next(message));
      const found = keys.find(({ key }) => key === wanted);
      if (!found) throw new Error(`“${wanted}” is none of: ${keys.map(({ key }) => key).join(' ')}`);
      lines.push(`? ${message}`, legend, `> ${found.name}`);
      return found.value;
    },
    async search({ message, typed, nothing, source }) {
      asked.push(message);
      const offered = async (letters: string) => {
        const choices = await source(letters);
        lines.push(`? ${message} ${letters}`, ...choices.map(({ name }) => `  ${name}`));
        if (choices.length === 0) lines.push(`  ${nothing}`);
        return choices;
      };
      const before = await offered(typed);
      const reply = next(message);
      const [letters, wanted = ''] = Array.isArray(reply) ? (reply as readonly string[]) : ['', String(reply)];
      const choices = letters ? await offered(letters) : before;
      const found = choices.find(({ name }) => name.includes(wanted));
      if (!found) throw new Error(`“${wanted}” is none of: ${choices.map(({ name }) => name).join(' | ')}`);
      lines.push(`> ${found.name}`);
      return found.value;
    },
  };
  return { lines, asked, ask, left: () => queue.length };
}
