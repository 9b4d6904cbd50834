/** What there is to say of a list that is worked off over several days. */
export interface BacklogFacts {
  readonly waiting: number;
  readonly pressing: number;
  /** How many come on the first day, and which day that is: null for today. */
  readonly first: number;
  readonly firstOn: string | null;
  /** Business days after the first that the others take. */
  readonly furtherDays: number;
  /** The rep comes back today, came back lately, or the list is long for other reasons. */
  readonly occasion: 'back' | 'plan' | 'long';
}

export interface SpreadWords {
  backlog(facts: BacklogFacts): string;
  /** The days to come, with how many each takes. */
  toCome(days: readonly (readonly [day: string, count: number])[], isMore: boolean): string;
  heading(day: string, count: number): string;
}
