import { BadInput, Cancelled } from '../core/failure.ts';
import { givenView, handoverPreview } from '../views/handover.ts';
import { dealJson } from '../views/json.ts';
import { printable } from '../views/printable.ts';
import { readConditions } from './condition.ts';
import { answer, type Context } from './context.ts';
import { doubtOf } from './owner.ts';

/** Which deals go to whom. */
export interface Handing {
  readonly where: readonly string[];
  readonly owner: string;
  readonly isDry: boolean;
  readonly isAgreed: boolean;
}

/** Gives all deals that the conditions mean to another owner, once it has been said which, and somebody has agreed. */
export async function handOver(context: Context, { where, owner, isDry, isAgreed }: Handing): Promise<void> {
  const { terminal, words, page } = context;
  const filter = await readConditions(context, where);
  const store = await context.store();
  const deals = (await store.deals(filter)).filter((deal) => deal.owner !== owner);
  const json = (given: typeof deals) => ({ owner, count: given.length, dryRun: isDry, deals: given.map(dealJson) });
  const doubt = deals.length === 0 ? null : await doubtOf(context, owner);
  const preview = handoverPreview({ deals, owner, where, doubt }, page);
  if (isDry || deals.length === 0) {
    answer(
      context,
      () => json(deals),
      () => (deals.length === 0 ? preview : `${preview}\n${words.undo.dryRun}`),
    );
    return;
  }
  if (!isAgreed && !terminal.ask) throw new BadInput('missing', { flag: '--yes', command: 'edit' });
  if (!context.isJson) terminal.note(preview);
  const question = words.handover.ask(deals.length, printable(owner));
  if (!isAgreed && !(await terminal.ask?.confirm(question, false))) throw new Cancelled();
  const given = await store.change('edit', (book) => book.handOver(deals, owner));
  answer(
    context,
    () => json(given),
    () => givenView({ given: given.length, of: deals.length, owner }, page),
  );
}
