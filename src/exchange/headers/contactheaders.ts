import { CONTACT_FIELDS, type ContactField, DEAL_NAMING } from '../../core/import/contactfield.ts';
import { asidesOf, isSilentAside } from './headerhit.ts';
import { headerKey, headerParts } from './headerkey.ts';
import type { Column } from './headers.ts';
import { ACTIVITY_HEADERS } from './headerwords/activities.ts';
import { toldColumns } from './toldcolumns.ts';

interface Hit {
  readonly field: ContactField;
  /** Lower is better. */
  readonly rank: number;
}

/** What several columns may be told to be: their texts are put together. */
const SHARED: readonly ContactField[] = ['note'];

/**
 * Returns what the columns of an activity export are: as told by `maps`, else recognised by header. Where several want one field,
 * the best name has it, then the first. Throws BadInput where `maps` names what is not there.
 */
export function mapContactHeaders(
  headers: readonly string[],
  maps: ReadonlyMap<string, ContactField | null>,
): readonly Column<ContactField>[] {
  const told = toldColumns(headers, maps, SHARED);
  const hits = inContext(
    headers,
    headers.map((header, index) => (told.has(index) ? null : hitOf(header))),
    [...told.values()],
  );
  const taken = new Set(told.values());
  const best = new Map<ContactField, number>();
  for (const [index, hit] of hits.entries()) {
    if (hit === null || taken.has(hit.field)) continue;
    const rival = hits[best.get(hit.field) ?? -1];
    if (!rival || hit.rank < rival.rank) best.set(hit.field, index);
  }
  return headers.map((header, index) => {
    const won = hits[index] && best.get(hits[index].field) === index ? hits[index].field : null;
    const field = told.get(index);
    const { order } = asidesOf(header);
    const known = { header, part: null, unit: null, order, isUnclear: false };
    return { ...known, field: field === undefined ? won : field, isTold: field !== undefined };
  });
}

/** Returns whether the text is a header of an activity export that is known. */
export function isKnownContactHeader(cell: string): boolean {
  return hitOf(cell) !== null;
}

const WORDS: ReadonlyMap<string, Hit> = new Map(
  CONTACT_FIELDS.flatMap((field) =>
    [field, ...ACTIVITY_HEADERS[field].split(/[,\n]/)]
      .map(headerKey)
      .filter((key) => key !== '')
      // Where a word stands twice, the last entry counts: the field's own name comes first of all.
      .map((key, rank) => [key, { field, rank }] as const)
      .reverse(),
  ),
);

/** `Activity - Subject`, `Task: Status`: the record that the field belongs to. */
const PREFIX = /^(?:activit(?:y|ies)|tasks?|events?|calls?|meetings?|engagements?|活動|行動)(?: ?[-:：.] ?)(?=\S)/i;

function hitOf(header: string): Hit | null {
  const { whole, base, asides } = headerParts(header);
  const known = WORDS.get(whole);
  if (known) return known;
  const says = asides.every((aside) => isSilentAside(aside) || asidesOf(`x (${aside})`).order !== null);
  const bare = says ? WORDS.get(base) : undefined;
  if (bare) return bare;
  const plain = header.normalize('NFKC').trim();
  return PREFIX.test(plain) ? hitOf(plain.replace(PREFIX, '')) : null;
}

/** HubSpot's "Title" is the activity's where another column names the deal and none the subject. */
function inContext(
  headers: readonly string[],
  hits: readonly (Hit | null)[],
  told: readonly (ContactField | null)[],
): readonly (Hit | null)[] {
  const has = (field: ContactField): boolean => told.includes(field) || hits.some((hit) => hit?.field === field);
  const others = DEAL_NAMING.filter((field) => field === 'deal' || field === 'external-id');
  const namesDeal =
    others.some(has) || headers.some((header, at) => hits[at]?.field === 'title' && headerKey(header) !== 'title');
  if (!namesDeal || has('subject')) return hits;
  return hits.map((hit, at) => (headerKey(headers[at] ?? '') === 'title' ? { field: 'subject', rank: 0 } : hit));
}
