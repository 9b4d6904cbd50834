import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { blankDeal } from '../../src/core/deal.ts';
import { importedOutcome } from '../../src/core/outcome.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';

async function deskWithThree(): Promise<Desk> {
  const desk = await setUpDesk();
  await desk.run('add', 'Sato', 'form', '--amount', '¥300', '--decision-date', '9/1', '--owner', 'Mori');
  await desk.run('add', 'Aoki', 'event', '--amount', '¥900', '--proposed', '7/1', '--contact', 'Ms Tanaka');
  const on = '2025-07-01' as Day;
  await desk.store.change('import', (book) => book.addDeal(blankDeal('Kita'), importedOutcome('won', null, on, on)));
  return desk;
}

const ids = async (desk: Desk, ...argv: string[]): Promise<number[]> =>
  (await desk.json('list', ...argv)).deals.map(({ id }: { id: number }) => id);

describe('the list of deals', () => {
  test('gives each deal in the shape of the contract', async () => {
    const desk = await deskWithThree();
    const { deals } = await desk.json('list', 'aoki');
    expect(deals).toEqual([
      {
        id: 2,
        externalId: null,
        customer: 'Aoki',
        contact: 'Ms Tanaka',
        title: 'event',
        amount: 900,
        currency: 'JPY',
        owner: null,
        state: 'open',
      },
    ]);
  });

  test.each([
    ['everything, the open ones first', [], [1, 2, 3]],
    ['by a word of the customer', ['sato'], [1]],
    ['by a word of the contact', ['TANAKA'], [2]],
    ['by every word given', ['aoki', 'form'], []],
    ['by state', ['--state', 'won'], [3]],
    ['by several states', ['--state', 'won,open'], [1, 2, 3]],
    ['of every state', ['--state', 'all'], [1, 2, 3]],
    ['by owner', ['--owner', 'Mori'], [1]],
    ['by customer', ['--sort', 'customer'], [2, 3, 1]],
    ['by amount, the largest first', ['--sort', 'amount'], [2, 1, 3]],
    ['by decision, the soonest first', ['--sort', 'decision'], [1, 2, 3]],
    ['by proposal, the latest first', ['--sort', 'proposed'], [2, 1, 3]],
    ['by number', ['--sort', 'number'], [1, 2, 3]],
    ['cut short', ['--limit', '2'], [1, 2]],
  ])('%s', async (_how, argv, expected) => {
    const desk = await deskWithThree();
    expect(await ids(desk, ...argv)).toEqual(expected);
  });

  test('is that of the rep who set an owner', async () => {
    const desk = await deskWithThree();
    await desk.run('config', 'set', 'owner', 'Mori');
    expect(await ids(desk)).toEqual([1]);
  });

  test('says how many there are beyond a limit', async () => {
    const desk = await deskWithThree();
    expect((await desk.run('list', '--limit', '2')).out).toContain('2 of 3 deals; more: --limit');
    expect((await desk.run('list')).out).toContain('3 deals');
  });

  test('is no error when it is empty', async () => {
    const desk = await setUpDesk();
    expect(await desk.run('list')).toMatchObject({ code: 0, out: 'No deal fits.', err: '' });
    expect(await desk.json('list')).toEqual({ deals: [] });
  });

  test.each([
    [['--state', 'asleep'], 'bad_choice'],
    [['--sort', 'mood'], 'bad_choice'],
    [['--limit', '0'], 'bad_count'],
    [['--limit', 'few'], 'bad_count'],
  ])('refuses %j', async (argv, error) => {
    const desk = await setUpDesk();
    const { code, err } = await desk.run('list', ...argv, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([2, error]);
  });
});
