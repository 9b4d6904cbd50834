import { describe, expect, test } from 'vitest';
import { bookBeforeHoliday, deskLater } from '../support/away.ts';
import type { Desk } from '../support/desk.ts';

interface Planned {
  readonly deal: { readonly id: number };
  readonly owed: boolean;
  readonly plannedOn: string;
}

const planOf = async (desk: Desk): Promise<Planned[]> => (await desk.json('today')).lists.contact;
const days = (plan: readonly Planned[]): Map<number, string> =>
  new Map(plan.map(({ deal, plannedOn }) => [deal.id, plannedOn]));

describe('a book untouched for three weeks', () => {
  test('keeps its order, and every deal has its day: what cannot wait today, seven a day', async () => {
    const back = await deskLater(await bookBeforeHoliday(), '2025-07-22');
    const plan = await planOf(back);
    expect(plan.slice(0, 3).map(({ owed }) => owed)).toEqual([true, true, true]);
    const counts = new Map<string, number>();
    for (const { plannedOn } of plan) counts.set(plannedOn, (counts.get(plannedOn) ?? 0) + 1);
    expect([...counts]).toEqual([
      ['2025-07-22', 7],
      ['2025-07-23', 7],
      ['2025-07-24', 7],
      ['2025-07-25', 2],
    ]);
    expect(plan.filter(({ plannedOn }) => plannedOn === '2025-07-22').slice(0, 5)).toMatchObject(
      [1, 2, 3, 4, 5].map((id) => ({ deal: { id } })),
    );
  });

  test('is worked off as planned: no deal comes later than was announced, and none twice', async () => {
    let desk = await deskLater(await bookBeforeHoliday(), '2025-07-22');
    const announced = days(await planOf(desk));
    const done: number[] = [];
    for (const today of ['2025-07-22', '2025-07-23', '2025-07-24', '2025-07-25']) {
      desk = await deskLater(desk, today);
      // Three days on, those of the first day may come again; the plan was about the others.
      const plan = (await planOf(desk)).filter(({ deal }) => !done.includes(deal.id));
      for (const { deal, plannedOn } of plan) expect(plannedOn <= (announced.get(deal.id) ?? '')).toBe(true);
      for (const { deal, plannedOn } of plan.filter((it) => it.plannedOn === today)) {
        expect(plannedOn).toBe(announced.get(deal.id));
        await settle(desk, deal.id);
        done.push(deal.id);
      }
    }
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, at) => at + 1));
  });

  test('is worked off as planned where a clock that is set by --today is all there is', async () => {
    const book = await bookBeforeHoliday();
    const real = await deskLater(book, '2026-03-02');
    const at = (today: string, ...argv: readonly string[]) => real.run(...argv, '--today', today);
    const plan = async (today: string): Promise<Planned[]> =>
      JSON.parse((await at(today, 'today', '--json')).out).lists.contact;
    const announced = days(await plan('2025-07-22'));
    for (const { deal, plannedOn } of await plan('2025-07-22')) {
      if (plannedOn !== '2025-07-22') continue;
      await at('2025-07-22', 'note', String(deal.id), 'sent a case', '--angle', 'info', '--supplied', 'security,roi');
      await at('2025-07-22', 'note', String(deal.id), 'told them', '--answered', '1');
    }
    const next = await plan('2025-07-23');
    expect(next).toHaveLength(16);
    for (const { deal, plannedOn } of next) expect(plannedOn).toBe(announced.get(deal.id));
  });

  test.each([
    ['en', 80],
    ['en', 50],
    ['ja', 80],
    ['ja', 50],
  ] as const)('says so plainly (%s, %i columns)', async (language, width) => {
    const back = await deskLater(await bookBeforeHoliday(), '2025-07-22', { language, width });
    const { out } = await back.run('today', '-n', '7');
    const lines = out.split('\n');
    const head = lines
      .slice(
        0,
        lines.findIndex((line) => line.startsWith(' 1  ')),
      )
      .join('\n');
    const tail = lines.slice(lines.lastIndexOf('') + 1).join('\n');
    expect(`${head}\n[…]\n\n${tail}`).toMatchSnapshot();
    for (const line of lines) expect(line).not.toMatch(/!|！|overdue|failed|streak|放置|サボ/i);
  });

  test('shows the later days under their own headings with --all', async () => {
    const back = await deskLater(await bookBeforeHoliday(), '2025-07-22');
    const { out } = await back.run('today', '--all');
    expect(out).toMatch(/\n\nWed 23 Jul \(7\)\n\n 8 {2}Passed 7/);
    expect(out).toMatch(/\n\nFri 25 Jul \(2\)\n\n22 {2}Undated 2/);
    expect(out).not.toContain('more: followup today --all');
  });

  test('goes on the next day without speaking of the absence again', async () => {
    const back = await deskLater(await bookBeforeHoliday(), '2025-07-22');
    for (const { deal } of (await planOf(back)).filter((it) => it.plannedOn === '2025-07-22'))
      await settle(back, deal.id);
    const { out } = await (await deskLater(back, '2025-07-23')).run('today');
    expect(out).toContain(
      'The plan since your return goes on; 16 deals are waiting. Nothing is pressing; these 7 come',
    );
    expect(out).toContain('Then: Thu 24 Jul, 7 · Fri 25 Jul, 2');
  });
});

test('a list of nine on an ordinary day says nothing of it, and shows the first seven by rank', async () => {
  const book = await bookBeforeHoliday();
  const desk = await deskLater(book, '2025-07-22');
  for (let id = 1; id <= 14; id += 1) await settle(desk, id);
  await desk.run('config', 'set', 'limit', '9');
  const { out } = await desk.run('today');
  expect(out).not.toContain('waiting');
  expect((await planOf(desk)).map(({ plannedOn }) => plannedOn)).toEqual(Array<string>(9).fill('2025-07-22'));
});

/** What a rep does in the morning: hand over what is owed, answer, and give something. */
async function settle(desk: Desk, id: number): Promise<void> {
  const note = ['note', String(id), 'sent what helps them', '--angle', 'info'];
  if (id === 2) note.push('--answered', '1');
  if (id === 1) note.push('--supplied', 'security');
  if (id === 3) note.push('--supplied', 'roi');
  const { code, err } = await desk.run(...note);
  expect([code, err]).toEqual([0, expect.anything()]);
}
