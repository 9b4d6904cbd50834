import { type Desk, setUpDesk } from './desk.ts';

/** The article's own case. */
export async function deskWithTheArticle(language: 'en' | 'ja' = 'ja'): Promise<Desk> {
  const desk = await setUpDesk({ today: '2025-07-22', language });
  const facts = [
    '--amount',
    '1200000',
    '--proposed',
    '2025-05-20',
    '--goal',
    '新卒採用を終える',
    '--goal-date',
    '2025-09-30',
  ];
  const chain = ['--lead', '1mo', '--slot', '2025-08-22', '--prep', '14d', '--approval', '5bd'];
  const people = ['--decision-date', '2025-06-30', '--route', '稟議', '--decider', '部長'];
  const before = ['--last-signal', '2025-07-10', '--last-contact', '2025-07-10', '--today', '2025-07-10'];
  const { code, err } = await desk.run('add', '青木工業', '採用イベント', ...facts, ...chain, ...people, ...before);
  if (code !== 0) throw new Error(err);
  return desk;
}
