import { momentText } from './changed.ts';
import { padStart, wrap } from './layout.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';
import type { RowKind } from './undowords.ts';

/** One command that changed the book, as it is shown. */
export interface ShownStep {
  readonly id: number;
  readonly command: string;
  readonly at: string;
  readonly added: number;
  readonly changed: number;
  readonly deal: { readonly id: number; readonly customer: string; readonly title: string } | null;
  readonly isUndone: boolean;
  /** The login that gave it, where a team works on one book. */
  readonly author: string | null;
}

/** A step that was taken back, or brought again. */
export interface ShownTurn {
  readonly step: ShownStep;
  readonly dealIds: readonly number[];
  readonly rows: Partial<Record<RowKind, number>>;
}

type Turn = 'undo' | 'redo';

/** Returns the steps, the newest first, with those marked that were taken back. */
export function stepsView(steps: readonly ShownStep[], page: Page): string {
  const { undo } = page.words;
  if (steps.length === 0) return undo.noSteps;
  const isShared = new Set(steps.map(({ author }) => author)).size > 1;
  const width = Math.max(...steps.map(({ id }) => String(id).length));
  return steps
    .map((step) => {
      const text = `${padStart(String(step.id), width)}  ${momentText(step.at, page)}  ${stepText(step, page)}`;
      const line = isShared ? text + byAuthor(step) : text;
      return step.isUndone ? page.paint.faint(`${line}  [${undo.isUndone}]`) : line;
    })
    .join('\n');
}

/** Returns a step with its number, as a line of a message. */
export function stepLine(step: ShownStep, page: Page): string {
  return `${step.id}  ${stepText(step, page)}  (${momentText(step.at, page)})${byAuthor(step)}`;
}

function byAuthor({ author }: ShownStep): string {
  return author === null ? '' : `  ${printable(author)}`;
}

/** Returns what was taken back or brought again, or would be. */
export function turnView({ step, rows }: ShownTurn, turn: Turn, { isDry }: { isDry: boolean }, page: Page): string {
  const { undo, screens } = page.words;
  const say = { undo: isDry ? undo.wouldUndo : undo.undone, redo: isDry ? undo.wouldRedo : undo.redone }[turn];
  const touched = Object.entries(rows).map(([kind, count]) => undo.rows[kind as RowKind](count));
  const said = [
    say(step.id, stepText(step, page), momentText(step.at, page)),
    undo.parts(touched.join(screens.listJoin)),
    ...(isDry ? [undo.dryRun] : turn === 'undo' ? [undo.redoHint] : []),
  ];
  return said.flatMap((line) => wrap(line, page.width)).join('\n');
}

export function stepsJson(steps: readonly ShownStep[]) {
  return {
    steps: steps.map(({ id, command, at, added, changed, deal, isUndone, author }) => ({
      step: id,
      command,
      at,
      added,
      changed,
      deal,
      undone: isUndone,
      author,
    })),
  };
}

export function turnJson({ step, dealIds, rows }: ShownTurn, turn: Turn, { isDry }: { isDry: boolean }) {
  const { id, command, at } = step;
  return { step: id, command, at, changes: rows, deals: dealIds, undone: turn === 'undo', dryRun: isDry };
}

function stepText({ command, added, changed, deal }: ShownStep, { words }: Page): string {
  if (!deal) return words.undo.onMany(command, added, changed);
  const name = [deal.customer, deal.title].map(printable).filter((text) => text !== '');
  return words.undo.onDeal(command, `#${deal.id} ${name.join(' / ')}`.trim());
}
