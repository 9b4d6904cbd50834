/** The words of handing deals over, in one language. */
export interface HandoverWords {
  nothing(owner: string): string;
  preview(count: number, owner: string): string;
  deal(name: string, owner: string | null): string;
  more(count: number): string;
  newOwner(owner: string): string;
  /** How a page for each of them is printed. */
  pages(command: string): string;
  ask(count: number, owner: string): string;
  given(count: number, owner: string): string;
  /** Some deals were changed by somebody else since they were shown. */
  kept(count: number): string;
  readonly headings: Readonly<
    Record<'decision' | 'promised' | 'asked' | 'waiting' | 'supplied' | 'agreed' | 'said', string>
  >;
  readonly nothingRecorded: string;
  heldBy(owner: string): string;
  /** With whose date it is. */
  decides(day: string): string;
  readonly noDecision: string;
  guess(day: string): string;
  goal(day: string, goal: string, source: string): string;
  latestUseful(day: string): string;
  next(next: string, day: string, isBooked: boolean): string;
  quiet(day: string): string;
  readonly noContact: string;
  /** What follows was written down by us, not said in these words. */
  readonly noted: string;
}
