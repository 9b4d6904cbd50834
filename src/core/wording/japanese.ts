import { ASK, NUDGE, SOFT } from './japanese/ask.ts';
import { EMPTY, FILLER, THANKS } from './japanese/courtesy.ts';
import { GIVE, LOG } from './japanese/give.ts';
import { CAUSE, FREE } from './japanese/open.ts';
import { GUILT, TALLY, URGENCY } from './japanese/pressure.ts';
import type { Rulebook } from './rule.ts';

export const JAPANESE: Rulebook = {
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
