/** The words of a team's page, in one language. */
export interface TeamPageWords {
  title(day: string): string;
  period(name: string): string;
  readonly nothing: string;
  readonly nobody: string;
  rep(name: string, open: number): string;
  /** The same in a word or two, over the columns of a long table. */
  readonly columns: Readonly<Record<'owed' | 'outstanding' | 'collected' | 'undated' | 'statusOnly', string>>;
  readonly everybody: string;
  readonly labels: Readonly<Record<'owed' | 'outstanding' | 'collected' | 'undated' | 'statusOnly', string>>;
  owed(owed: number, overdue: number): string;
  /** The share comes as a whole per cent. */
  statusOnly(count: number, of: number, share: number): string;
  readonly neediest: string;
  /** It says what was looked at: not every deal of everybody is. */
  readonly noNeed: string;
  /** What becomes of the deals that nobody has. */
  readonly handOver: string;
  readonly join: string;
}
