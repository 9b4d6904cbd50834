import type { Language } from '../core/deal.ts';
import type { BackupWords } from './backupwords.ts';
import type { CheckWords } from './checkwords.ts';
import type { CloseWords } from './closewords.ts';
import type { CompletionWords } from './completionwords.ts';
import type { DoctorWords } from './doctorwords.ts';
import type { DraftWords } from './draftwords.ts';
import type { ExportWords } from './exportwords.ts';
import type { FailureWords } from './failurewords.ts';
import type { ForgetWords } from './forgetwords.ts';
import type { GoWords } from './gowords.ts';
import type { HandoverWords } from './handoverwords.ts';
import type { HelpWords } from './helpwords.ts';
import type { ImportWords } from './importwords.ts';
import type { PickWords } from './pickwords.ts';
import type { ReviewWords } from './reviewwords.ts';
import type { ScreenWords } from './screenwords.ts';
import type { SpreadWords } from './spreadwords.ts';
import type { TeamPageWords } from './teampagewords.ts';
import type { TermWords } from './termwords.ts';
import type { UndoWords } from './undowords.ts';

/** Every sentence of the program in one language. */
export interface Words {
  readonly language: Language;
  readonly terms: TermWords;
  readonly screens: ScreenWords;
  readonly spread: SpreadWords;
  readonly review: ReviewWords;
  readonly check: CheckWords;
  readonly draft: DraftWords;
  readonly failures: FailureWords;
  readonly help: HelpWords;
  readonly close: CloseWords;
  readonly completion: CompletionWords;
  readonly importing: ImportWords;
  readonly export: ExportWords;
  readonly undo: UndoWords;
  readonly backup: BackupWords;
  readonly forget: ForgetWords;
  readonly doctor: DoctorWords;
  readonly picking: PickWords;
  readonly go: GoWords;
  readonly teamPage: TeamPageWords;
  readonly handover: HandoverWords;
}
