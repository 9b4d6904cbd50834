import type { Deal } from '../core/deal.ts';
import { unknownTerms } from '../core/explain.ts';
import type { Handover } from '../core/handover.ts';
import { LISTS } from '../core/lists.ts';
import { checklist } from '../core/material.ts';
import type { Plan } from '../core/plan.ts';
import type { Placement } from '../core/priority.ts';
import type { Spread } from '../core/spread.ts';
import type { ShownDeal } from './show.ts';

/** The public shapes of `--json`. Fields are only ever added. */

/** Returns a deal as lists give it. */
export function dealJson(deal: Deal) {
  const { id, externalId, customer, contact, title, amount, currency, owner, state } = deal;
  return { id, externalId, customer, contact, title, amount, currency, owner, state };
}

/** Returns a deal with every field. */
function wholeDealJson(deal: Placement['deal']) {
  const { figures, earlierContactOn: _contact, earlierSignalOn: _signal, ...fields } = deal;
  const { lastContactOn, lastSignalOn, unanswered, statusRun } = figures;
  return { ...dealJson(deal), ...fields, lastContactOn, lastSignalOn, unanswered, statusRun };
}

export function entryJson({ deal, score, owed, terms, angle, milestone, gate, until, conflict }: Placement) {
  return {
    deal: dealJson(deal),
    score,
    owed,
    terms: terms.map(({ code, group, points, on, value, unit }) => ({ code, group, points, on, value, unit })),
    angle,
    milestone,
    gate: gate?.code ?? null,
    until,
    conflict,
  };
}

/** Returns the day's lists; `limit` cuts the ones to contact, each of which has its planned day. */
export function planJson({ today, lists }: Plan, { plannedOn }: Spread, limit: number | null) {
  return {
    today,
    lists: Object.fromEntries(
      LISTS.map((name) => {
        if (name !== 'contact') return [name, lists[name].map(entryJson)];
        const cut = lists.contact.slice(0, limit ?? Infinity);
        return [name, cut.map((it) => ({ ...entryJson(it), plannedOn: plannedOn.get(it.deal.id) ?? null }))];
      }),
    ),
  };
}

export function shownJson({
  placement,
  materials,
  questions,
  promises,
  contacts,
  slips,
  outcome,
  earlierOutcomes,
}: ShownDeal) {
  const { deal, situation } = placement;
  return {
    deal: wholeDealJson(deal),
    chain: situation.chain.links,
    latestUsefulOn: situation.chain.latestUsefulOn,
    approvalStartOn: situation.chain.approvalStartOn,
    milestone: placement.milestone,
    materials: checklist(deal.kind, materials, situation.standardSets).map(({ code, status, on }) => ({
      code,
      status,
      on,
    })),
    questions,
    promises,
    contacts,
    slips,
    outcome,
    earlierOutcomes,
  };
}

/** Returns a hand-over page; what is agreed stands in its deal. */
export function handoverJson({ deal, decision, promised, asked, waiting, supplied, said }: Handover) {
  const { next, nextOn, booked, holdUntilOn, doNotContact } = deal;
  const agreed = { next, nextOn, booked, holdUntilOn, doNotContact };
  return { deal: dealJson(deal), decision, promised, asked, waiting, supplied, agreed, said };
}

export function whyJson(placement: Placement) {
  return {
    ...entryJson(placement),
    terms: placement.terms.map((term) => ({ ...term, setTo: placement.situation.rule[term.coefficient] })),
    removedByBrakes: placement.removed,
    unknown: unknownTerms(placement),
    list: placement.list,
    chain: placement.situation.chain.links,
    latestUsefulOn: placement.situation.chain.latestUsefulOn,
  };
}
