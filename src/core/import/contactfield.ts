/** The fields a column of an activity export can be. */
export const CONTACT_FIELDS = [
  'subject',
  'type',
  'date',
  'note',
  'deal',
  'external-id',
  'customer',
  'title',
  'contact',
  'direction',
  'outcome',
  'done',
] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** The fields that say which deal an activity belongs to; a file needs one of them. */
export const DEAL_NAMING: readonly ContactField[] = ['deal', 'external-id', 'title', 'customer'];
