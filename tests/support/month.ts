import { createCalendar } from '../../src/core/calendar.ts';
import type { Day } from '../../src/core/day.ts';
import type { Outcome } from '../../src/core/deal.ts';
import { checkOutcome, importedOutcome } from '../../src/core/outcome.ts';
import { type Desk, type DeskOptions, setUpDesk } from './desk.ts';

/** Ends a deal as the book keeps it. */
export async function ended(
  desk: Desk,
  id: number,
  outcome: Partial<Outcome> & Pick<Outcome, 'state' | 'on'>,
): Promise<void> {
  const { state, on, reason = null, factor = null } = outcome;
  await desk.store.change('close', async (book) => {
    const dossier = await book.dossier(id);
    if (!dossier) throw new Error(`there is no deal ${id}`);
    const said = {
      words: 'It is more than we can spend.',
      who: 'Ms Aoki',
      channel: 'phone',
      fact: null,
      revisitOn: null,
    } as const;
    const ground = { today: '2025-07-22' as Day, calendar: createCalendar() };
    const checked =
      state === 'lost'
        ? checkOutcome({ state, on, reason, factor, ...said }, dossier, ground)
        : importedOutcome(state, null, on, on);
    await book.endDeal(id, checked);
  });
}

/** A rep's book on 22 July 2025, with a June before it: deals won, lost and still open, gives, asks and status checks. */
export async function bookOfJuly(options: Partial<DeskOptions> = {}): Promise<Desk> {
  const desk = await setUpDesk({ today: '2025-07-22', ...options });
  const names = ['Aoki Kogyo', 'Hayashi Foods', 'Mori Trading', 'Sato Shoji', 'Kita Kensetsu', 'Ono Denki'];
  for (const [at, name] of [...names, ...names.map((it) => `${it} West`)].entries()) {
    const dated = at < 6 ? ['--decision-date', `2025-07-${String(4 + 3 * at).padStart(2, '0')}`] : [];
    await desk.run('add', name, 'proposal', '--proposed', '2025-06-02', ...dated);
  }
  const note = (id: number, text: string, ...flags: readonly string[]) => desk.run('note', String(id), text, ...flags);
  for (let id = 1; id <= 9; id += 1) {
    await note(id, 'sent what the trade press says', '--angle', 'info', '--on', '2025-07-02');
    if (id % 2 === 0) await note(id, 'thanked me', '--from', 'them', '--on', '2025-07-04');
  }
  for (let id = 1; id <= 3; id += 1) await note(id, 'asked when they decide', '--angle', 'date', '--on', '2025-07-09');
  await note(10, 'any update?', '--on', '2025-07-03');
  await note(11, 'any update?', '--on', '2025-07-10');
  for (const id of [7, 8, 9]) await note(id, 'any update?', '--on', '2025-06-20');
  await note(12, 'sent the idea', '--angle', 'idea', '--on', '2025-06-23');
  await note(12, 'nobody there', '--channel', 'phone', '--no-answer', '--on', '2025-07-11');
  await note(4, 'they need the figures', '--from', 'them', '--needs', 'roi', '--on', '2025-07-07');
  await note(4, 'they shall have them', '--promise', 'roi', '--by', '2025-07-16', '--on', '2025-07-08');
  await note(4, 'sent them', '--supplied', 'roi', '--on', '2025-07-15');
  await note(5, 'who runs it?', '--from', 'them', '--asked', 'who runs it?', '--on', '2025-07-14');
  await note(5, 'told them', '--answered', '1', '--on', '2025-07-15');
  await note(6, 'is our data safe?', '--from', 'them', '--asked', 'is our data safe?', '--on', '2025-07-17');
  await note(3, 'it moves to the autumn', '--from', 'them', '--decision-date', '2025-09-30', '--on', '2025-07-10');
  const on = (date: number): Day => `2025-07-${String(date).padStart(2, '0')}` as Day;
  await ended(desk, 1, { state: 'won', on: on(7) });
  await ended(desk, 2, { state: 'lost', on: on(18), reason: 'price', factor: 'decider-not-reached' });
  await ended(desk, 7, { state: 'lost', on: on(9), reason: 'price', factor: 'price-late' });
  await ended(desk, 8, { state: 'declined', on: on(10) });
  await ended(desk, 9, { state: 'dormant', on: on(11) });
  return desk;
}
