import type { Deal } from '../core/deal.ts';
import { candidateText } from './candidate.ts';
import { indented, wrap } from './layout.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';

/** So many of the deals are named before they are handed over. */
const NAMED = 10;

/** Returns which deals are about to go to whom, and how their pages are printed. */
export function handoverPreview(
  handing: {
    readonly deals: readonly Deal[];
    readonly owner: string;
    readonly where: readonly string[];
    /** What is odd about the new owner. */
    readonly doubt: string | null;
  },
  page: Page,
): string {
  const { deals, doubt, where } = handing;
  const { handover } = page.words;
  const owner = printable(handing.owner);
  if (deals.length === 0) return wrap(handover.nothing(owner), page.width).join('\n');
  const named = deals.slice(0, NAMED).map((deal) => {
    const name = candidateText({ ...deal }, { ...page, width: null });
    return handover.deal(name, deal.owner === null ? null : printable(deal.owner));
  });
  const more = deals.length - named.length;
  const command = ['followup show --handover', ...where.map((it) => `--where "${printable(it)}"`)].join(' ');
  return [
    ...wrap(handover.preview(deals.length, owner), page.width),
    ...[...named, ...(more > 0 ? [handover.more(more)] : [])].flatMap((line) => indented(line, '  ', page.width)),
    ...(doubt === null ? [] : wrap(doubt, page.width)),
    ...wrap(handover.pages(command), page.width),
  ].join('\n');
}

/** Returns what has been handed over. */
export function givenView(
  { given, of, owner }: { readonly given: number; readonly of: number; readonly owner: string },
  { words: { handover }, width }: Page,
): string {
  const kept = given < of ? [handover.kept(of - given)] : [];
  return [handover.given(given, printable(owner)), ...kept].flatMap((line) => wrap(line, width)).join('\n');
}
