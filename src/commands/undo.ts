import type { Command } from 'commander';
import { BadInput, Failure } from '../core/failure.ts';
import { stepLine, stepsJson, stepsView, turnJson, turnView } from '../views/undo.ts';
import { answer, type Context } from './context.ts';
import { declare, readCount, withOptions } from './option.ts';

interface UndoOptions {
  readonly list?: true;
  readonly limit?: string;
  readonly dryRun?: true;
}

/** A first look at what was done lately. */
const USUAL_STEPS = 20;
/** Of the steps that stand in the way, the newest are named. */
const MOST_NAMED = 10;

export function addUndo(program: Command, context: Context): void {
  const command = declare(program, context, 'undo [step]');
  withOptions(command, context, '--list', '-n, --limit <count>', '--dry-run').action(
    (step: string | undefined, options: UndoOptions) => undo(context, step, options),
  );
}

export async function undo(context: Context, text: string | undefined, options: UndoOptions): Promise<void> {
  if (options.limit !== undefined && !options.list) throw new BadInput('flag_needs', { flag: '-n', needs: '--list' });
  if (options.list) {
    if (text !== undefined) throw new BadInput('flags_apart', { flag: '--list', other: `“${text}”` });
    return listSteps(context, options.limit === undefined ? USUAL_STEPS : readCount(options.limit));
  }
  const trial = { isDry: options.dryRun === true };
  const store = await context.store();
  const turned = await store.undo(text === undefined ? null : readCount(text.replace(/^#/, '')), trial);
  if ('blockedBy' in turned) {
    const { step, blockedBy, byOthers } = turned;
    const inTheWay = byOthers.length > 0 ? byOthers : blockedBy;
    const named = inTheWay.slice(0, MOST_NAMED).map((it) => stepLine(it, context.page));
    const more = inTheWay.length - named.length;
    const steps = more > 0 ? [...named, context.words.undo.more(more)] : named;
    throw new Failure(byOthers.length > 0 ? 'others_after' : 'step_needed', { step: step.id, steps });
  }
  answer(
    context,
    () => turnJson(turned, 'undo', trial),
    () => turnView(turned, 'undo', trial, context.page),
  );
}

async function listSteps(context: Context, limit: number): Promise<void> {
  const store = await context.store();
  const steps = await store.steps(limit);
  answer(
    context,
    () => stepsJson(steps),
    () => stepsView(steps, context.page),
  );
}
