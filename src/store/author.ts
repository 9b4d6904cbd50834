import type { ExpressionBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** Returns the condition that a step is this login's, or of before there were several. */
export function isBy(login: string | null) {
  return ({ eb, or }: ExpressionBuilder<Schema, 'step'>) =>
    or([eb('step.author', 'is', null), ...(login === null ? [] : [eb('step.author', '=', login)])]);
}
