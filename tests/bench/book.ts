import { addBusinessDays, createCalendar } from '../../src/core/calendar.ts';
import { addDays, type Day } from '../../src/core/day.ts';
import { blankDeal } from '../../src/core/deal.ts';
import { openStore } from '../../src/store/store.ts';
import { seeded } from './random.ts';

export interface BookSize {
  readonly deals: number;
  readonly contactsEach: number;
  readonly today: string;
}

/** Makes a book of open deals with contacts, promises, questions and materials in proportion. The same size, the same book. */
export async function makeBook(file: string, { deals, contactsEach, today }: BookSize): Promise<void> {
  const store = await openStore(file, () => `${today}T03:00:00.000Z`);
  const calendar = createCalendar();
  const random = seeded(20250722);
  const pick = (count: number): number => Math.floor(random() * count);
  const on = (businessDays: number): Day => addBusinessDays(calendar, today as Day, businessDays);
  await store.change('bench', async (book) => {
    for (let n = 1; n <= deals; n += 1) {
      const id = await book.addDeal({
        ...blankDeal(`Customer ${n}`),
        title: `proposal ${n}`,
        amount: 1_000 * (1 + pick(200)),
        currency: 'USD',
        kind: (['small', 'mid', 'system'] as const)[pick(3)] ?? 'small',
        proposedOn: on(-60 + pick(50)),
        goal: pick(2) === 0 ? 'be done' : null,
        goalOn: pick(2) === 0 ? addDays(today as Day, 20 + pick(200)) : null,
        lead: pick(2) === 0 ? '1mo' : null,
        approval: pick(2) === 0 ? '5bd' : null,
        decisionOn: pick(3) > 0 ? on(-20 + pick(60)) : null,
        decider: pick(2) === 0 ? 'the owner' : null,
        next: pick(2) === 0 ? 'figures of two shops' : null,
        nextOn: pick(2) === 0 ? on(pick(20)) : null,
      });
      for (let contact = contactsEach; contact > 0; contact -= 1) {
        const from = pick(3) === 0 ? 'them' : 'us';
        await book.recordContact(id, {
          on: on(-contact * 4 + pick(3)),
          from,
          channel: (['email', 'phone', 'meeting'] as const)[pick(3)] ?? 'email',
          angle: from === 'us' && pick(2) === 0 ? 'info' : null,
          statusOnly: from === 'us' && pick(6) === 0,
          gives: from === 'us' && pick(2) === 0,
          noAnswer: false,
          text: `contact ${contact} with customer ${n}`,
        });
      }
      if (pick(10) === 0)
        await book.makePromise(id, { text: 'security sheet', material: 'security', dueOn: on(-2 + pick(10)) });
      if (pick(10) === 0)
        await book.askQuestion(id, { text: 'can we keep our data?', doubt: null, askedOn: on(-pick(5)) });
      await book.setMaterial(id, 'quote', 'supplied', on(-30));
      if (pick(8) === 0) await book.setMaterial(id, 'roi', 'wanted', on(-pick(5)));
    }
  });
  await store.close();
}
