/** The day's lists: to contact, and every way of not contacting. */
export const LISTS = [
  'contact',
  'thisWeek',
  'findReason',
  'leaveAlone',
  'waiting',
  'prepare',
  'onHold',
  'snoozed',
] as const;
export type ListName = (typeof LISTS)[number];
