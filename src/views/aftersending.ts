import type { AngleCode } from '../core/codes.ts';
import { firstDue } from '../core/figures.ts';
import type { TrackedDeal } from '../core/situation.ts';

/** Returns the command that records a message once it is sent. */
export function recordingCommand({ id, figures }: TrackedDeal, angle: AngleCode): string {
  const [flag, value] = recordingFlag(figures, angle);
  return `followup note ${id} --${flag} ${value}`;
}

/** Returns the flag that says what was sent. What settles the debt says enough; any other message is recorded by its angle. */
export function recordingFlag(
  figures: TrackedDeal['figures'],
  angle: AngleCode,
): readonly [flag: 'supplied' | 'kept' | 'answered' | 'angle', value: string] {
  const promise = firstDue(figures.promises);
  if (angle === 'promise' && promise)
    return promise.material ? ['supplied', promise.material] : ['kept', String(promise.n)];
  if (angle === 'answer' && figures.questions[0]) return ['answered', String(figures.questions[0].n)];
  if (angle === 'material' && figures.wanted[0]) return ['supplied', figures.wanted[0].code];
  return ['angle', angle];
}
