import { onDemand } from '../ondemand.ts';
import { ask, nudge, soft } from './japanese/ask.ts';
import { empty, filler, thanks } from './japanese/courtesy.ts';
import { give, log } from './japanese/give.ts';
import { cause, free } from './japanese/open.ts';
import { guilt, tally, urgency } from './japanese/pressure.ts';
import type { Rulebook } from './rule.ts';

export const JAPANESE: Rulebook = onDemand<Rulebook>({
  thanks,
  empty,
  give,
  log,
  ask,
  nudge,
  soft,
  filler,
  cause,
  free,
  urgency,
  guilt,
  tally,
});
