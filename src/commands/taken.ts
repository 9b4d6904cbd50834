import { type Change, DealChanged, type Meanwhile } from '../core/meanwhile.ts';
import { takenLines } from '../views/typed.ts';

/** Throws where something was not recorded because somebody else has set the same since; everything else has been. */
export function refuseTaken(meanwhile: Meanwhile | null, taken: readonly Change[]): void {
  if (!meanwhile || taken.length === 0) return;
  throw new DealChanged({ ...meanwhile, changes: taken }, 'both_changed', takenLines(meanwhile.now.id, taken));
}
