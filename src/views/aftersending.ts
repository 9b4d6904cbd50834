import type { AngleCode } from '../core/codes.ts';
import { firstDue } from '../core/figures.ts';
import type { TrackedDeal } from '../core/situation.ts';

/** Returns the command that records a message once it is sent. */
export function recordingCommand({ id, figures }: TrackedDeal, angle: AngleCode): string {
  const flags = recordingFlags(figures, angle).map(([flag, value]) => `--${flag} ${value}`);
  return `followup note ${id} ${flags.join(' ')}`;
}

type RecordingFlag = readonly [flag: 'supplied' | 'kept' | 'answered' | 'angle', value: string];

/**
 * Returns the flags that say what was sent. What was handed over or answered says enough; any other message is recorded by its
 * angle, since a kept promise alone tells of none.
 */
export function recordingFlags(figures: TrackedDeal['figures'], angle: AngleCode): readonly RecordingFlag[] {
  const promise = firstDue(figures.promises);
  if (angle === 'promise' && promise?.material) return [['supplied', promise.material]];
  if (angle === 'answer' && figures.questions[0]) return [['answered', String(figures.questions[0].n)]];
  if (angle === 'material' && figures.wanted[0]) return [['supplied', figures.wanted[0].code]];
  const kept: readonly RecordingFlag[] = angle === 'promise' && promise ? [['kept', String(promise.n)]] : [];
  return [...kept, ['angle', angle]];
}
