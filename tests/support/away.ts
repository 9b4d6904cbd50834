import type { Language } from '../../src/core/deal.ts';
import { copyOf } from './book.ts';
import { type Desk, type DeskOptions, setUpDesk } from './desk.ts';

/** Returns a desk at the same book on another day. */
export async function deskLater(
  { bookFile }: Pick<Desk, 'bookFile'>,
  today: string,
  options: Partial<DeskOptions> = {},
): Promise<Desk> {
  const desk = await setUpDesk({ ...options, today, onDisk: true, env: { FOLLOWUP_DB: bookFile } });
  return { ...desk, bookFile };
}

/**
 * A book as it stood on Tuesday 1 July 2025, and as it was left for three weeks: what was promised fell due, what was asked
 * stayed open, their days came near or went by. It is told once in each language, and every test has a copy.
 */
export async function bookBeforeHoliday(options: Partial<DeskOptions> = {}): Promise<Desk> {
  const { language = 'en' } = options;
  const kept = told.get(language) ?? toldOnce(language);
  told.set(language, kept);
  return deskLater({ bookFile: await copyOf(await kept) }, '2025-07-01', options);
}

const told = new Map<Language, Promise<string>>();

async function toldOnce(language: Language): Promise<string> {
  const desk = await setUpDesk({ language, today: '2025-07-01', onDisk: true });
  let id = 0;
  const deal = async (name: string, flags: readonly string[], ...notes: (readonly string[])[]): Promise<void> => {
    id += 1;
    await desk.run('add', name, 'proposal', '--proposed', '2025-06-02', ...flags);
    await desk.run(
      'note',
      String(id),
      'presented it; they will look at it',
      '--channel',
      'visit',
      '--on',
      '2025-06-03',
    );
    await desk.run('note', String(id), 'sent the notes', '--angle', 'thanks', '--on', '2025-06-04');
    for (const note of notes) await desk.run('note', String(id), ...note);
  };
  const decision = (on: string): readonly string[] => ['--decision-date', on];
  await deal('Hayashi Foods', [], ['will send it', '--promise', 'security sheet', '--by', '2025-07-18']);
  await deal('Mori Trading', [], ['who runs it later?', '--from', 'them', '--asked', 'who runs it after launch?']);
  await deal('Kita Kensetsu', [], ['they need the figures', '--from', 'them', '--needs', 'roi']);
  await deal('Aoki Kogyo', ['--goal', 'hire', '--goal-date', '2025-09-30', '--lead', '2mo', '--approval', '5bd']);
  await deal('Sato Shoji', [...decision('2025-07-25'), '--kind', 'mid']);
  const passed = ['07-02', '07-03', '07-04', '07-07', '07-08', '07-09', '07-10', '07-11', '07-14', '07-15', '07-16'];
  for (const [at, on] of passed.entries()) await deal(`Passed ${at + 1}`, decision(`2025-${on}`));
  for (let at = 1; at <= 7; at += 1) await deal(`Undated ${at}`, ['--amount', String(at * 100_000)]);
  return copyOf(desk.bookFile, { isKept: true });
}
