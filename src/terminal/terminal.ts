/** Weights and hues that never carry meaning alone. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  accent(text: string): string;
  warm(text: string): string;
  /** Leads to an encoded address with its scheme, or to a file by its whole path, where the terminal can; it takes no room. */
  link(text: string, target: string): string;
}

export interface Choice<Value> {
  readonly value: Value;
  readonly name: string;
  readonly checked?: boolean;
}

/** What a single key does. */
export interface Key<Value> extends Choice<Value> {
  /** One letter, or `Enter`. */
  readonly key: string;
}

/** What the prompts say of their own accord. */
export interface PromptWords {
  readonly yes: string;
  readonly no: string;
  /** Said to an answer that is neither. */
  readonly yesOrNo: string;
  /** The keys that choose one, and those that tick several. */
  readonly chooseKeys: string;
  readonly pickKeys: string;
}

/** Asking a person. It throws `Cancelled` when they press Ctrl-C. */
export interface Ask {
  /** Returns what they typed, trimmed; empty where they pressed Enter. `check` returns a complaint, or null. */
  text(question: {
    readonly message: string;
    readonly hint?: string | undefined;
    readonly check?: (text: string) => string | null;
  }): Promise<string>;
  confirm(message: string, isYesUsual: boolean): Promise<boolean>;
  choose<Value>(message: string, choices: readonly Choice<Value>[]): Promise<Value>;
  /** Returns the chosen ones; none is an answer. */
  pick<Value>(message: string, choices: readonly Choice<Value>[]): Promise<Value[]>;
  /** Returns what the key does that was pressed; `legend` says which keys there are. */
  key<Value>(message: string, legend: string, keys: readonly Key<Value>[]): Promise<Value>;
  /** Returns one of those that `source` offers for the letters typed so far. */
  search<Value>(question: {
    readonly message: string;
    readonly hint: string;
    /** Said where nothing is offered. */
    readonly nothing: string;
    /** What was typed before; it can be changed. */
    readonly typed: string;
    readonly source: (typed: string) => Promise<readonly Choice<Value>[]>;
  }): Promise<Value>;
}

/** How far a long work has come, on one line that goes away when it is done. Saying it throws `Cancelled` after Ctrl-C. */
export interface Progress {
  say(text: string): Promise<void>;
  done(): void;
}

/** The rep's terminal: stdout is the answer, stderr is talk. */
export interface Terminal {
  /** Columns to wrap at, or null in a pipe, where nothing is wrapped. */
  readonly width: number | null;
  readonly paint: Paint;
  answer(text: string): void;
  /** As `answer`, but a screen at a time where it is longer than one. Absent where nobody could turn the page. */
  readonly page?: (text: string) => void;
  /** Sends a piece of a file to stdout, to the byte; done once the reader has taken it. Throws Failure where it cannot be. */
  send(bytes: Uint8Array): Promise<void>;
  note(text: string): void;
  /** Says what went wrong, which --quiet does not silence. */
  complain(text: string): void;
  /** Absent when nobody is there to answer: every question has a flag. */
  readonly ask?: Ask;
  /** Returns null where nobody watches. */
  readonly progress?: () => Promise<Progress | null>;
}

/** A terminal before it is known in which language it is to ask. */
export interface SilentTerminal extends Omit<Terminal, 'ask'> {
  /** Absent when nobody is there to answer. */
  readonly askIn?: (words: PromptWords) => Ask;
}

export const PLAIN: Paint = {
  strong: (text) => text,
  faint: (text) => text,
  accent: (text) => text,
  warm: (text) => text,
  link: (text) => text,
};
