/** What is said where a deal is picked, or a day is asked for. */
export interface PickWords {
  readonly whichDeal: string;
  readonly hint: string;
  readonly nothing: string;
  readonly untilWhen: string;
  readonly untilExample: string;
  /** What the prompts say of their own accord. */
  readonly prompts: Readonly<Record<'yes' | 'no' | 'yesOrNo' | 'chooseKeys' | 'pickKeys', string>>;
}
