import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { cellOf } from '../support/book.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { runs } from '../support/engine.ts';

const SCOPE = { today: '2025-07-22' as Day, declinedSince: '2025-07-01' as Day };

const day = fc.integer({ min: 1, max: 22 }).map((date) => `2025-07-${String(date).padStart(2, '0')}`);
const deal = fc.constantFrom('1', '2');
const material = fc.constantFrom('quote', 'security', 'roi');

/** What a rep may record on a busy afternoon; some of it is refused, which must change nothing. */
const step = fc.oneof(
  fc
    .tuple(deal, fc.constantFrom('any update?', 'here is the case study you asked for', 'called'), day)
    .map(([id, text, on]) => ['note', id, text, '--on', on]),
  fc
    .tuple(deal, fc.constantFrom('info', 'verdict', 'workback', 'closefile', 'thanks', 'date'), day)
    .map(([id, angle, on]) => ['note', id, 'sent', '--angle', angle, '--on', on]),
  fc
    .tuple(deal, fc.constantFrom('visit', 'phone', 'meeting', 'email'), day)
    .map(([id, channel, on]) => ['note', id, 'talked', '--channel', channel, '--on', on]),
  fc
    .tuple(deal, fc.constantFrom('phone', 'visit'), day)
    .map(([id, channel, on]) => ['note', id, 'nobody there', '--channel', channel, '--no-answer', '--on', on]),
  fc
    .tuple(deal, material, day)
    .map(([id, code, on]) => ['note', id, 'they asked', '--from', 'them', '--needs', code, '--on', on]),
  fc.tuple(deal, material, day).map(([id, code, on]) => ['note', id, 'sent', '--supplied', code, '--on', on]),
  fc.tuple(deal, material).map(([id, code]) => ['note', id, 'will send', '--promise', code, '--by', '2025-07-25']),
  fc.tuple(deal, fc.integer({ min: 1, max: 3 })).map(([id, n]) => ['note', id, 'done', '--kept', String(n)]),
  fc
    .tuple(deal, day)
    .map(([id, on]) => [
      'note',
      id,
      'asked',
      '--from',
      'them',
      '--asked',
      'who runs it?',
      '--doubt',
      'security',
      '--on',
      on,
    ]),
  fc.tuple(deal, fc.integer({ min: 1, max: 3 })).map(([id, n]) => ['note', id, 'told them', '--answered', String(n)]),
  fc.tuple(deal, day).map(([id, on]) => ['edit', id, '--last-contact', on]),
  fc.tuple(deal, day).map(([id, on]) => ['edit', id, '--last-signal', on]),
  deal.map((id) => ['edit', id, '--clear', 'last-signal']),
  deal.map((id) => ['hold', id, '2025-09-01', '--words', 'quiet, please']),
);

async function figuresOf(desk: Desk): Promise<unknown[]> {
  return Promise.all([1, 2].map(async (id) => (await desk.store.dossier(id))?.deal.figures));
}

test('what is kept for today is what the whole history gives, whatever was recorded in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const desk = await setUpDesk({ today: '2025-07-22' });
      await desk.run('add', 'Aoki', '--last-contact', '2025-07-05');
      await desk.run('add', 'Sato');
      for (const argv of steps) {
        const { code } = await desk.run(...argv);
        expect([0, 2]).toContain(code);
      }
      const kept = await figuresOf(desk);
      await desk.store.recomputeFigures();
      expect(await figuresOf(desk)).toEqual(kept);
    }),
    runs(40),
  );
});

test('a contact that is noted late changes the figures as if it had been noted in time', async () => {
  const inTime = await setUpDesk();
  const late = await setUpDesk();
  const first = ['note', '1', 'any update?', '--on', '2025-07-10'];
  const second = ['note', '1', 'sent the case study', '--angle', 'info', '--on', '2025-07-15'];
  for (const desk of [inTime, late]) for (const name of ['Aoki', 'Sato']) await desk.run('add', name);
  for (const argv of [first, second]) await inTime.run(...argv);
  for (const argv of [second, first]) await late.run(...argv);
  expect(await figuresOf(late)).toEqual(await figuresOf(inTime));
});

test('a deal on which nothing was recorded keeps no figures, and reads as one whose history was taken back', async () => {
  const desk = await setUpDesk({ onDisk: true, today: '2025-07-22' });
  const kept = () => cellOf(desk.bookFile, 'select count(*) from figures');
  await desk.run('add', 'Aoki', '--last-contact', '2025-07-05');
  const [first] = await desk.store.dealsOfDay(SCOPE);
  expect([await kept(), first?.figures.lastContactOn, first?.figures.unanswered]).toEqual([0, '2025-07-05', 1]);
  await desk.run('note', '1', 'sent the case study');
  expect(await kept()).toBe(1);
  await desk.run('undo');
  const [again] = await desk.store.dealsOfDay(SCOPE);
  expect([await kept(), again]).toEqual([0, first]);
});
