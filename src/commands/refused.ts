import type { DraftRefusal } from '../core/draftable.ts';
import { Refusal } from '../core/failure.ts';
import type { Placement } from '../core/priority.ts';
import type { Context } from './context.ts';

/** Returns the refusal of a draft with the names, days and commands that its words need. */
export function refusalOf({ page }: Context, { deal }: Placement, refusal: DraftRefusal): Refusal {
  const { rule, angle, brake, until, open } = refusal;
  const { words, days, playbook } = page;
  return new Refusal(`draft_${rule}`, {
    id: deal.id,
    state: playbook.outcomes[deal.state],
    name: angle ? playbook.angles[angle].name : '',
    when: angle ? playbook.angles[angle].when : '',
    why: brake ? (words.draft.brakes[brake.rule] ?? brake.rule) : '',
    until: until ? days.short(until) : '',
    open: open.length > 0 ? words.draft.open(deal.id, open) : '',
  });
}
