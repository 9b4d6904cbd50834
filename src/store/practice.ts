import { type Kysely, sql } from 'kysely';
import type { Day } from '../core/day.ts';
import type { PracticeRecord, ReviewedContact, ReviewedDeal, Wait } from '../core/practicerecord.ts';
import { rowToContact } from './contactrow.ts';
import type { Schema } from './schema.ts';

/** Which part of the book a review reads. */
export interface PracticeScope {
  readonly from: Day;
  readonly to: Day;
  /** Contacts are read from the period before on, for comparison, and past the end, for replies. */
  readonly contactsFrom: Day;
  readonly contactsTo: Day;
  readonly owner?: string | undefined;
}

/** Returns what a review of these days is made from. */
export async function practiceOf(db: Kysely<Schema>, scope: PracticeScope): Promise<PracticeRecord> {
  return {
    deals: await dealsOf(db, scope),
    contacts: await contactsOf(db, scope),
    waits: [...(await materialWaits(db, scope)), ...(await questionWaits(db, scope))],
    slips: await slipsOf(db, scope),
  };
}

/** Open and dormant deals, and those that ended within the days, each with the factor of its last outcome. */
async function dealsOf(db: Kysely<Schema>, scope: PracticeScope): Promise<ReviewedDeal[]> {
  const rows = await ofOwner(db, scope)
    .select(['deal.id', 'deal.customer', 'deal.title', 'deal.state', 'deal.reason'])
    .select(['deal.closed_on as closedOn', 'deal.proposed_on as proposedOn', 'deal.decision_on as decisionOn'])
    .select(({ selectFrom }) =>
      selectFrom('outcome')
        .select('outcome.factor')
        .whereRef('outcome.deal_id', '=', 'deal.id')
        .orderBy('outcome.id', 'desc')
        .limit(1)
        .as('factor'),
    )
    .where(({ eb, or, and }) =>
      or([
        eb('deal.state', 'in', ['open', 'dormant']),
        and([eb('deal.closed_on', '>=', scope.from), eb('deal.closed_on', '<=', scope.to)]),
      ]),
    )
    .orderBy('deal.id')
    .execute();
  return rows as ReviewedDeal[];
}

async function contactsOf(db: Kysely<Schema>, scope: PracticeScope): Promise<ReviewedContact[]> {
  const rows = await ofOwner(db, scope)
    .innerJoin('contact', 'contact.deal_id', 'deal.id')
    .select(['contact.deal_id', 'contact.n', 'contact.held_on', 'contact.side', 'contact.channel', 'contact.angle'])
    .select(['contact.status_only', 'contact.gives', 'contact.no_answer'])
    .where('contact.held_on', '>=', scope.contactsFrom)
    .where('contact.held_on', '<=', scope.contactsTo)
    .orderBy('contact.held_on')
    .orderBy('contact.id')
    .execute();
  return rows.map((row) => ({ ...rowToContact(row), dealId: row.deal_id }));
}

/** Materials that were wanted: handed over within the days, or still waited for on an open deal. */
async function materialWaits(db: Kysely<Schema>, scope: PracticeScope): Promise<Wait[]> {
  const wantedOn = sql<
    string | null
  >`coalesce(material.wanted_on, case material.status when 'wanted' then material.since_on end)`;
  const rows = await ofOwner(db, scope)
    .innerJoin('material', 'material.deal_id', 'deal.id')
    .select(['deal.id', 'deal.customer', 'deal.title', 'material.code', 'material.supplied_on'])
    .select(wantedOn.as('wanted_on'))
    .where(wantedOn, 'is not', null)
    .where(({ eb, or, and }) =>
      or([
        and([eb('material.supplied_on', '>=', scope.from), eb('material.supplied_on', '<=', scope.to)]),
        and([eb('material.status', 'in', ['wanted', 'promised']), eb('deal.state', '=', 'open')]),
      ]),
    )
    .orderBy('material.id')
    .execute();
  return rows.map(
    ({ id, customer, title, code, wanted_on, supplied_on }) =>
      ({
        kind: 'material',
        deal: { id, customer, title },
        material: code,
        text: code,
        since: wanted_on,
        until: supplied_on,
      }) as Wait,
  );
}

/** Questions: answered within the days, or still open on an open deal. */
async function questionWaits(db: Kysely<Schema>, scope: PracticeScope): Promise<Wait[]> {
  const rows = await ofOwner(db, scope)
    .innerJoin('question', 'question.deal_id', 'deal.id')
    .select(['deal.id', 'deal.customer', 'deal.title', 'question.text', 'question.asked_on', 'question.answered_on'])
    .where(({ eb, or, and }) =>
      or([
        and([eb('question.answered_on', '>=', scope.from), eb('question.answered_on', '<=', scope.to)]),
        and([eb('question.answered_on', 'is', null), eb('deal.state', '=', 'open')]),
      ]),
    )
    .orderBy('question.id')
    .execute();
  return rows.map(
    ({ id, customer, title, text, asked_on, answered_on }) =>
      ({
        kind: 'question',
        deal: { id, customer, title },
        material: null,
        text,
        since: asked_on,
        until: answered_on,
      }) as Wait,
  );
}

async function slipsOf(db: Kysely<Schema>, scope: PracticeScope): Promise<PracticeRecord['slips']> {
  const rows = await ofOwner(db, scope)
    .innerJoin('slip', 'slip.deal_id', 'deal.id')
    .select(['deal.id', 'deal.customer', 'deal.title', 'slip.from_on', 'slip.to_on', 'slip.slipped_on'])
    .where('slip.from_on', 'is not', null)
    .where('slip.to_on', 'is not', null)
    .where('slip.slipped_on', '>=', scope.from)
    .where('slip.slipped_on', '<=', scope.to)
    .orderBy('slip.id')
    .execute();
  return rows.map(({ id, customer, title, from_on, to_on, slipped_on }) => ({
    deal: { id, customer, title },
    from: from_on as Day,
    to: to_on as Day,
    on: slipped_on as Day,
  }));
}

function ofOwner(db: Kysely<Schema>, { owner }: PracticeScope) {
  const deals = db.selectFrom('deal');
  return owner === undefined ? deals : deals.where('deal.owner', '=', owner);
}
