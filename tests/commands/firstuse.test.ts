import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { setUpDesk } from '../support/desk.ts';

// What a first user stumbled over, so that nobody does again.

test('facts learnt are recorded without inventing a contact', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki');
  for (const flags of [
    ['--scene', 'board meeting'],
    ['--decider', 'Mr Mori'],
    ['--decision-date', '8/8'],
  ]) {
    expect((await desk.run('note', '1', ...flags)).code).toBe(0);
  }
  const { deal, contacts } = await desk.json('show', '1');
  expect(contacts).toEqual([]);
  expect(deal).toMatchObject({
    scene: 'board meeting',
    decider: 'Mr Mori',
    decisionOn: '2025-08-08',
    lastContactOn: null,
  });
});

test('what they asked for, told without a word of ours, came from them', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki');
  expect((await desk.json('note', '1', '--needs', 'roi')).contacts).toMatchObject([{ from: 'them' }]);
  expect((await desk.json('note', '1', '--supplied', 'roi')).contacts.at(-1)).toMatchObject({
    from: 'us',
    gives: true,
  });
});

test.each([['hello'], ['了解しました'], ['ok']])('%s gives nothing, though it is no status check', async (text) => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki');
  expect((await desk.json('note', '1', text)).contacts).toMatchObject([{ statusOnly: false }]);
  expect((await desk.json('check', text)).verdict).toBe('value');
  const { lastGiveOn } = (await desk.store.dossier(1))?.deal.figures ?? {};
  expect(lastGiveOn).toBeNull();
});

test('nobody answers from their side', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki');
  expect((await desk.run('note', '1', 'rang', '--from', 'them', '--no-answer')).code).toBe(2);
});

test('a row is named by its line although cells before it span lines, as Excel writes them', async () => {
  const desk = await setUpDesk();
  const file = join(desk.folder, 'deals.csv');
  writeFileSync(
    file,
    'customer,title,note,amount\r\nA,x,"l1\r\nl2\r\nl3",1\r\nB,y,,bad\r\nC,z,"m1\r\nm2",2\r\nD,w,,worse\r\n',
  );
  const { out } = await desk.run('import', file, '--dry-run', '--json');
  expect(JSON.parse(out).rejects.map(({ line }: { line: number }) => line)).toEqual([5, 8]);
});

test('the Japanese words of our own screens are known as headers', async () => {
  const desk = await setUpDesk({ language: 'ja' });
  const file = join(desk.folder, 'deals.csv');
  writeFileSync(
    file,
    '顧客名,件名,提案日,判断予定日,目標日,決裁者,案件規模\n青木工業,採用,2025-07-01,2025-08-01,2025-09-30,部長,mid\n',
  );
  await desk.run('import', file);
  expect((await desk.json('show', '1')).deal).toMatchObject({
    proposedOn: '2025-07-01',
    decisionOn: '2025-08-01',
    goalOn: '2025-09-30',
    decider: '部長',
    kind: 'mid',
  });
});

test('--all names the deals of which almost nothing is known, too', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Thin', 'x');
  expect((await desk.run('today')).out).not.toContain('Thin');
  expect((await desk.run('today', '--all')).out).toContain('Thin');
});

test.each([['YEN'], ['XXQ'], ['EURO']])('%s is no currency', async (code) => {
  const desk = await setUpDesk();
  expect((await desk.run('add', 'Aoki', '--amount', '5', '--currency', code)).code).toBe(2);
});

test.each([['me'], ['our CRM'], ['自分']])('%s is no witness to a loss', async (who) => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki');
  const claim = ['--words', 'We have no budget this year.', '--channel', 'phone', '--reason', 'budget'];
  expect((await desk.run('close', '1', 'lost', '--who', who, ...claim)).code).toBe(3);
});

test('a deal is no duplicate of itself', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki');
  expect((await desk.run('close', '1', 'void', '--fact', 'duplicate of #1')).code).toBe(3);
});

test('what was told is the day as it stood: a goal that moves makes another, which is not told yet', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki', '--goal', 'open the shop', '--goal-date', '2025-12-31', '--lead', '1mo');
  await desk.run('note', '1', 'sent the calendar', '--angle', 'workback', '--on', '2025-07-15');
  await desk.run('edit', '1', '--goal-date', '2025-08-10');
  expect((await desk.run('close', '1', 'withdrawn')).code).toBe(3);
  expect((await desk.json('why', '1')).angle).toMatchObject({ code: 'withdraw' });
  await desk.run('note', '1', 'said that it is too late for them', '--angle', 'withdraw');
  expect((await desk.run('close', '1', 'withdrawn')).code).toBe(0);
});

test('without a goal there is no latest useful day to tell', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki');
  await desk.run('note', '1', 'sent a calendar', '--angle', 'workback', '--on', '2025-07-15');
  await desk.run('edit', '1', '--goal', 'open the shop', '--goal-date', '2025-07-20');
  expect((await desk.run('close', '1', 'withdrawn')).code).toBe(3);
});
