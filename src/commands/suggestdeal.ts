import { isShellSafe, type Offer, type Suggestion } from '../core/shell.ts';
import { narrow, searchKey } from '../core/text.ts';
import type { GlancedDeal } from '../store/glance.ts';
import { printable } from '../views/printable.ts';
import type { Context } from './context.ts';

/** A name longer than this is no word to type. */
const LONGEST_NAME = 60;

/**
 * Returns the deals that a word may become: numbers for digits, and where nothing is typed and the shell says what they mean;
 * names for letters. A name that some shell could take for a command of its own is left to its number.
 */
export async function suggestDeals(context: Context, typed: string, showsAbout: boolean): Promise<Offer> {
  const deals = await context.glance(typed);
  const wantsNumbers = typed === '' ? showsAbout : /^#?\d/.test(narrow(typed));
  if (wantsNumbers) return { kind: 'words', suggestions: deals.map(byNumber) };
  const named = deals.map((deal) => {
    const name = nameOf(deal, deals);
    return isTypeable(name) ? { word: name, about: `#${deal.id} ${deal.title}` } : null;
  });
  const suggestions = named.map((it, at) => it ?? byNumber(deals[at] as GlancedDeal));
  const key = searchKey(typed);
  const isBegun = ({ word }: Suggestion): boolean => searchKey(word).startsWith(key);
  if (showsAbout || suggestions.length === 1) {
    return { kind: suggestions.every(isBegun) ? 'words' : 'others', suggestions };
  }
  // A shell without a menu puts in their place what all words have in common, which would be less than what was typed.
  return { kind: 'words', suggestions: named.filter((it) => it !== null).filter(isBegun) };
}

function byNumber({ id, customer, title }: GlancedDeal): Suggestion {
  const about = [customer, title].filter((it) => it !== '').join(' — ');
  return { word: String(id), about };
}

/** The customer, with the title where they have several of the deals. */
function nameOf({ customer, title }: GlancedDeal, among: readonly GlancedDeal[]): string {
  const alike = among.filter((it) => searchKey(it.customer) === searchKey(customer));
  return alike.length > 1 && title !== '' ? `${customer} ${title}` : customer;
}

/** Returns whether the name reaches us as it is, and means this deal rather than another one's number. */
function isTypeable(name: string): boolean {
  return isShellSafe(name) && printable(name) === name && name.length <= LONGEST_NAME && !/^\d*$/.test(narrow(name));
}
