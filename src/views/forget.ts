import { wrap } from './layout.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';

export type ErasedKind = 'details' | 'contacts' | 'promises' | 'questions' | 'answers' | 'outcomes' | 'holds' | 'texts';

/** What would be erased of a person. */
export interface ShownErasure {
  readonly person: string;
  readonly dealIds: readonly number[];
  readonly erased: Readonly<Record<ErasedKind, number>>;
  readonly customerOf: readonly number[];
  readonly customersLeft: readonly string[];
  readonly backups: number;
  readonly wishedSilence: boolean;
  readonly isOnServer: boolean;
}

/** What was erased. */
export interface ShownForgotten extends ShownErasure {
  readonly removed: readonly string[];
  readonly fingerprints: number;
}

/** Somebody who may be meant. */
export interface ShownPerson {
  readonly name: string;
  readonly customers: Iterable<string>;
  readonly emails: Iterable<string>;
  readonly phones: Iterable<string>;
}

/** Returns one line that tells a person from others of the name. */
export function personLine({ name, customers, emails, phones }: ShownPerson): string {
  return [name, ...customers, ...emails, ...phones].map(printable).join('  ');
}

/** Returns what will be gone and what stays. */
export function erasureView(shown: ShownErasure, { words, width }: Page): string {
  const { forget, screens } = words;
  const list = (items: readonly string[]): string => items.map(printable).join(screens.listJoin);
  const numbers = (ids: readonly number[]): string => list(ids.map((id) => `#${id}`));
  const kinds = Object.entries(shown.erased).filter(([, count]) => count > 0);
  const said = [
    forget.heading(printable(shown.person)),
    ...(kinds.length > 0 ? [forget.erases(list(kinds.map(([kind, n]) => forget.kinds[kind as ErasedKind](n))))] : []),
    ...(shown.dealIds.length > 0 ? [forget.inDeals(numbers(shown.dealIds))] : []),
    ...(shown.customerOf.length > 0 ? [forget.customerOf(numbers(shown.customerOf))] : []),
    forget.stays,
    ...(shown.customersLeft.length > 0 ? [forget.customersLeft(list(shown.customersLeft))] : []),
    ...(shown.wishedSilence ? [forget.silence] : []),
    ...(shown.backups > 0 ? [forget.backups(shown.backups)] : []),
    forget.elsewhere,
    ...(shown.isOnServer ? [forget.onServer] : []),
  ];
  return said.flatMap((line) => wrap(line, width)).join('\n');
}

/** Returns what was done. A line with a path is not wrapped. */
export function forgottenView({ dealIds, backups, removed }: ShownForgotten, { words, width }: Page): string {
  const { forget } = words;
  return [...wrap(forget.forgotten(dealIds.length, backups), width), ...removed.map(forget.removed)].join('\n');
}

export function forgetJson({ person, dealIds, erased, backups, ...rest }: ShownErasure & Partial<ShownForgotten>) {
  const { removed = [], fingerprints = 0 } = rest;
  return { person, deals: dealIds, erased, backups, removedBackups: removed, fingerprints };
}
