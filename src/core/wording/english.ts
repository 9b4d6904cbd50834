import { onDemand } from '../ondemand.ts';
import { ask, nudge, soft } from './english/ask.ts';
import { empty, filler, thanks } from './english/courtesy.ts';
import { give, log } from './english/give.ts';
import { cause, free } from './english/open.ts';
import { guilt, tally, urgency } from './english/pressure.ts';
import type { Rulebook } from './rule.ts';

export const ENGLISH: Rulebook = onDemand<Rulebook>({
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
