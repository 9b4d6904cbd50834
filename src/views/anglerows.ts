import { ANGLE_CODES, ANGLE_KINDS, type AngleKind } from '../core/codes.ts';
import type { Playbook } from '../core/playbook.ts';
import type { Row } from './topicwords.ts';

/** Returns the angles of a kind: its code, its name, and when it is due. */
export function angleRows({ angles }: Playbook, kind: AngleKind): Row[] {
  return ANGLE_CODES.filter((code) => ANGLE_KINDS[code] === kind).map((code) => {
    const { name, when } = angles[code];
    return [code, `${name} — ${when}`];
  });
}
