import type { State } from '../deal.ts';
import { BadInput } from '../failure.ts';
import { searchKey } from '../text.ts';
import type { ImportColumn } from './cell.ts';
import { remember } from './remember.ts';
import { ENDINGS, type Ending, readStage, type Stage, stageKey, stateOfAnswers, stateOfStages } from './stage.ts';
import { isYes } from './value.ts';

/** A filled cell of a column that tells a deal's state. */
export interface StateCell {
  readonly column: ImportColumn;
  readonly text: string;
}

/** A problem of the row's state, which several cells make together. */
export class StateProblem extends BadInput {
  constructor(
    code: string,
    readonly cell: StateCell,
  ) {
    super(code, { value: cell.text });
  }
}

/** What is read from the cells of a row's state. */
export type ReadState = (cells: readonly StateCell[], hasLostReason?: boolean) => RowState;

/** The state of a row, and the reason that stood behind its stage. */
export interface RowState {
  readonly state: State | null;
  readonly reason: string | null;
}

/**
 * Returns the reader of a row's state from all its stage, status and yes/no cells. It throws StateProblem: `bad_state` where no
 * cell says it, `state_conflict` where they contradict each other, `archived_row` where it was put away and nothing says how it
 * ended, `left_out` for stages the rep wants to leave out.
 */
export function createStateReader(stages: ReadonlyMap<string, State | null>): ReadState {
  const told = new Map([...stages].map(([word, state]) => [stageKey(word), state] as const));
  const read = remember((text): Stage | null | 'left_out' => {
    const state = told.get(stageKey(text));
    if (state === null) return 'left_out';
    return state === undefined ? readStage(text) : { state, reason: null };
  });
  const stageOf = (cell: StateCell): Stage | null => {
    const stage = read(cell.text);
    if (stage === 'left_out') throw new StateProblem('left_out', cell);
    return stage;
  };
  return (cells, hasLostReason = false) => {
    const answers: Partial<Record<Ending, boolean>> = {};
    const found: (Stage | null)[] = [];
    let unknown: StateCell | null = null;
    let putAway: StateCell | null = null;
    for (const cell of cells) {
      const { part } = cell.column;
      if (part === 'active' || part === 'archived') {
        if (isPutAway(part, cell)) putAway = cell;
        continue;
      }
      const asked = ENDINGS.find((it) => it === part);
      if (asked) answers[asked] = answerOf(cell);
      else {
        const stage = stageOf(cell);
        found.push(stage);
        if (stage === null) unknown ??= cell;
      }
      if (asked === 'closed' && answers.closed) unknown ??= cell;
    }
    const state = together(found, answers, cells);
    if (putAway !== null && (state === null || state === 'open')) {
      // Odoo archives what it loses and leaves its stage as it was.
      if (!hasLostReason) throw new StateProblem('archived_row', putAway);
      return { state: 'declined', reason: null };
    }
    if (state === null && unknown !== null) throw new StateProblem('bad_state', unknown);
    return { state, reason: found.find((it) => it?.state === state)?.reason ?? null };
  };
}

function isPutAway(part: 'active' | 'archived', cell: StateCell): boolean {
  const key = searchKey(cell.text);
  const isSaid = key === part || (key === 'inactive' ? false : answerOf(cell));
  return part === 'active' ? !isSaid : isSaid;
}

function answerOf(cell: StateCell): boolean {
  try {
    return isYes(cell.text);
  } catch {
    throw new StateProblem('bad_flag', cell);
  }
}

function together(
  found: readonly (Stage | null)[],
  answers: Readonly<Partial<Record<Ending, boolean>>>,
  cells: readonly StateCell[],
): State | null {
  const [first] = cells;
  try {
    const said = stateOfStages(found.map((stage) => stage?.state ?? null));
    const answered = stateOfAnswers(answers);
    const hasEnded = said !== null && said !== 'open';
    if (hasEnded && answered === 'open') throw new BadInput('state_conflict');
    if (said === 'open' && answered === null && answers.closed) throw new BadInput('state_conflict');
    // "Closed and not won" is any end but a win; a stage word says which.
    if (hasEnded && said !== 'won' && answered === 'declined' && !answers.lost) return said;
    return answered === null ? said : stateOfStages([said, answered]);
  } catch (error) {
    if (!(error instanceof BadInput) || !first) throw error;
    throw new StateProblem(error.code, first);
  }
}
