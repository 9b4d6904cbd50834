import type { FieldPart, ImportField } from '../../core/import/field.ts';
import { narrow } from '../../core/text.ts';

/** What a header stands for: a field, or a part of one that several columns make together. */
export type HeaderTarget = ImportField | `${'state' | 'closed-on' | 'do-not-contact'}:${FieldPart}`;

/** Headers by what they stand for: parted by commas, best first. */
export type HeaderWords = Readonly<Partial<Record<HeaderTarget, string>>>;

/** A header taken apart. */
export interface HeaderParts {
  /** The whole header as a key. */
  readonly whole: string;
  /** Without what stands in brackets. */
  readonly base: string;
  /** What stands in brackets: a unit, a tax mark, a date format. */
  readonly asides: readonly string[];
}

const BRACKETS = /\(([^()]*)\)|\[([^[\]]*)\]|【([^【】]*)】|〔([^〔〕]*)〕|<([^<>]*)>|〈([^〈〉]*)〉/g;

/** Names of records that reports set before a field: `Deal - Value`, `商談: 金額`, `Opportunity.Amount`. */
const PREFIX = /^(?:deals?|opportunit(?:y|ies)|potentials?|取引|商談|案件)(?: ?[-:：.] ?)(?=\S)/i;

/** Returns what headers are compared by: `Deal Name`, `deal_name`, `DealName` and `ＤＥＡＬＮＡＭＥ` are the same. */
export function headerKey(header: string): string {
  return cleaned(header)
    .toLowerCase()
    .replace(/\/(?:display )?name$/, ' name')
    .replace(/[\s_.\-–—:：]+/g, '');
}

/** Takes a header apart into its key and what stands in brackets. */
export function headerParts(header: string): HeaderParts {
  const plain = cleaned(header);
  const asides = [...plain.matchAll(BRACKETS)].map((match) =>
    (match.slice(1).find((it) => it !== undefined) ?? '').trim(),
  );
  return {
    whole: headerKey(plain),
    base: headerKey(plain.replace(BRACKETS, ' ')),
    asides: asides.filter((aside) => aside !== ''),
  };
}

/** Returns the header without the name of its record, or null where it has none. */
export function withoutPrefix(header: string): string | null {
  const plain = cleaned(header);
  return PREFIX.test(plain) ? plain.replace(PREFIX, '') : null;
}

/** Without marks around it: `* 必須`, `■金額`, `Amount*:`, line breaks, characters that nobody sees. */
function cleaned(header: string): string {
  return narrow(header.replace(/[\u200b-\u200d\u2060\ufeff]/g, ''))
    .replace(/^[^\p{L}\p{N}([<【〔〈]+/u, '')
    .replace(/[^\p{L}\p{N})\]>】〕〉%]+$/u, '');
}
