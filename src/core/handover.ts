import { type LinkSource, spokenSource } from './chain.ts';
import type { Day } from './day.ts';
import type { Channel, Deal, History, Outcome, Slip } from './deal.ts';
import { isSignal } from './figures.ts';
import type { Situation } from './situation.ts';

/** What somebody who takes a deal over has to know of it. */
export interface Handover {
  readonly deal: Deal;
  readonly decision: {
    /** The customer's own date, or null while nobody knows it. */
    readonly on: Day | null;
    readonly goalOn: Day | null;
    readonly goalSource: LinkSource | 'ours' | null;
    readonly latestUsefulOn: Day | null;
    /** Our guess, which is not their date. */
    readonly guessOn: Day | null;
    readonly moved: readonly Slip[];
  };
  readonly promised: History['promises'];
  readonly asked: History['questions'];
  /** Materials they want and do not have yet. */
  readonly waiting: History['materials'];
  readonly supplied: History['materials'];
  readonly said: readonly Said[];
}

/** Something the customer said. */
export interface Said {
  readonly on: Day | null;
  readonly channel: Channel | null;
  readonly who: string | null;
  readonly text: string;
  /** Whether these are their words, or how we noted them. */
  readonly isVerbatim: boolean;
}

type Recorded = History & {
  readonly slips: readonly Slip[];
  readonly outcome: Outcome | null;
  readonly earlierOutcomes: readonly Outcome[];
};

/** Returns what the next owner of a deal has to know, from all that is recorded of it. */
export function handoverOf(record: Recorded, { deal, chain }: Situation): Handover {
  const goal = chain.links.find(({ link }) => link === 'goal');
  return {
    deal,
    decision: {
      on: deal.decisionOn,
      goalOn: deal.goalOn,
      goalSource: goal ? spokenSource(goal) : null,
      latestUsefulOn: chain.latestUsefulOn,
      guessOn: deal.expectedCloseOn,
      moved: record.slips,
    },
    promised: record.promises,
    asked: record.questions,
    waiting: record.materials.filter(({ status }) => status === 'wanted' || status === 'promised'),
    supplied: record.materials.filter(({ status }) => status === 'supplied' || status === 'useful'),
    said: saidIn(record, deal),
  };
}

/** The newest first; what has no day comes first of all, since it still holds. */
function saidIn({ contacts, outcome, earlierOutcomes }: Recorded, { holdWords, holdSinceOn }: Deal): Said[] {
  const verbatim: Said[] = [...earlierOutcomes, ...(outcome ? [outcome] : [])].flatMap(({ on, channel, who, words }) =>
    words === null ? [] : [{ on, channel, who, text: words, isVerbatim: true }],
  );
  if (holdWords) verbatim.push({ on: holdSinceOn, channel: null, who: null, text: holdWords, isVerbatim: true });
  // A wish and an outcome are recorded as contacts as well: once is enough.
  const quoted = new Set(verbatim.map(({ text }) => text));
  const noted = contacts
    .filter((contact) => isSignal(contact) && contact.text !== '' && !quoted.has(contact.text))
    .map(({ on, channel, text }): Said => ({ on, channel, who: null, text, isVerbatim: false }));
  return [...noted, ...verbatim].reverse().sort((a, b) => compare(b.on ?? '9', a.on ?? '9'));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
