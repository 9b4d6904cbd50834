import type { LinkSource } from '../core/chain.ts';
import type { ChainLink, Channel } from '../core/deal.ts';
import type { Duration } from '../core/duration.ts';

/** The words of a letter that are no playbook's: how it begins and ends, and how its dates are told. */
export interface LetterWords {
  salutation(names: {
    readonly customer: string;
    readonly contact: string | null;
    readonly writer: string | null;
  }): string;
  /** The first words on the phone or at the door. */
  spokenHello(writer: string | null): string;
  readonly closing: string;
  /** One step of the chain: what takes how long, and the day it leads to. */
  readonly steps: Readonly<Record<Exclude<ChainLink, 'goal'>, (on: string, takes: string | null) => string>>;
  readonly sources: Readonly<Record<LinkSource | 'ours', string>>;
  /** A step with its source, as a line of a list. */
  step(text: string, source: string): string;
  duration(duration: Duration): string;
  /** A recorded fact as it can stand inside a sentence: quotation marks nested, articles and full stops taken off. */
  inSentence(fact: string): string;
  /** A title as one speaks of it. */
  topic(title: string): string;
  subjectLine(subject: string): string;
}

/** What `draft` says beside the message. */
export interface DraftWords {
  readonly letter: LetterWords;
  readonly toFill: string;
  fillHere(slot: string): string;
  angle(name: string, channel: Channel | null): string;
  readonly spoken: string;
  readonly asideFrom: Readonly<Record<'leaveAlone' | 'snoozed' | 'prepare', string>>;
  readonly noWriter: string;
  copied(parts: { readonly lines: number; readonly hasSubject: boolean }): string;
  written(file: string): string;
  readonly notReady: string;
  overwrite(file: string): string;
  readonly brakes: Readonly<Record<string, string>>;
  open(id: number, codes: readonly string[]): string;
}
