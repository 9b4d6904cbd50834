import type { FailureText, FailureWords } from './failurewords.ts';

/** What `doctor` says. */
export interface DoctorWords {
  /** What a finding means, and what to do; a failure that was found has its own words. */
  readonly findings: FailureWords;
  readonly healthy: string;
  readonly mended: string;
  readonly advice: string;
  /** When the book lies where a sync service works: said when it is opened, once a day. */
  synced(file: string, service: string): FailureText;
}
