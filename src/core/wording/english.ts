import { ASK, NUDGE, SOFT } from './english/ask.ts';
import { EMPTY, FILLER, THANKS } from './english/courtesy.ts';
import { GIVE, LOG } from './english/give.ts';
import { CAUSE, FREE } from './english/open.ts';
import { GUILT, TALLY, URGENCY } from './english/pressure.ts';
import type { Rulebook } from './rule.ts';

export const ENGLISH: Rulebook = {
  thanks: THANKS,
  empty: EMPTY,
  give: GIVE,
  log: LOG,
  ask: ASK,
  nudge: NUDGE,
  soft: SOFT,
  filler: FILLER,
  cause: CAUSE,
  free: FREE,
  urgency: URGENCY,
  guilt: GUILT,
  tally: TALLY,
};
