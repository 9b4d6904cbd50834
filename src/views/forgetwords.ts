import type { ErasedKind } from './forget.ts';

/** What `forget` says. */
export interface ForgetWords {
  whichPerson(query: string): string;
  heading(person: string): string;
  readonly kinds: Readonly<Record<ErasedKind, (count: number) => string>>;
  erases(list: string): string;
  inDeals(list: string): string;
  /** The customer of these deals is the person. */
  customerOf(list: string): string;
  /** The person's name is a part of these customers' names. */
  customersLeft(list: string): string;
  readonly stays: string;
  backups(count: number): string;
  readonly elsewhere: string;
  readonly onServer: string;
  readonly silence: string;
  ask(person: string): string;
  forgotten(deals: number, backups: number): string;
  removed(file: string): string;
  readonly dryRun: string;
  /** Said when a deal comes in whose contact had wished for silence. */
  keptSilent(count: number): string;
}
