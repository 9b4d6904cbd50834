import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/core/deal.ts';
import { CTRL_C, type Desk, type Ran, setUpDesk } from './desk.ts';
import { freshFolder } from './folder.ts';

/** What the deals of the prepared book are called, and what its files say. */
const NAMES = {
  en: {
    customers: ['Aoki Kogyo', 'Hartley Foods', 'Northfield Dental', 'Tanner Print', 'Kimber Clinic', 'Morley Trading'],
    person: 'Hanako Sato',
    owner: 'Keiko Mori',
    owners: ['Sato', 'Suzuki'],
    deals: 'Client,Value,Buyer org,Region\nKirkby Build,1200,Kirkby Build Ltd,North\n',
    activities:
      'Date,Type,Customer,Notes\n2025-07-10,Call,Aoki Kogyo,asked for the plan\n2025-07-11,Site walk,Aoki Kogyo,saw the hall\n',
    message: 'Here is the running cost per head that you asked for.',
    map: 'columns:\n  Client: customer\n',
  },
  ja: {
    customers: ['青木工業', '春日フーズ', '北野歯科', '田中印刷', '木場医院', '森商会'],
    person: '佐藤花子',
    owner: '森恵子',
    owners: ['佐藤', '鈴木'],
    deals: '得意先,見込,店名,地区\n霧島建設,120万円,霧島建設本店,北\n',
    activities:
      '活動日,活動種別,顧客名,活動内容\n2025-07-10,電話,青木工業,計画書のご要望\n2025-07-11,現地確認,青木工業,会場を確認\n',
    message: 'ご要望のあった一人あたりの運用費を、一枚にまとめてお送りいたします。',
    map: 'columns:\n  得意先: customer\n',
  },
} as const;

/** Runs command lines as they are typed in a shell, each at a desk of its own with the same prepared book and files. */
export interface Typist {
  /** With `isGivingUp`, at a terminal where the first question is answered by Ctrl-C. */
  type(line: string, options?: { readonly isGivingUp?: boolean }): Promise<Ran>;
}

/** Prepares a book: six deals, the fourth won, the fifth silent since a closing note, the last step taken back. */
export async function hireTypist(language: Language): Promise<Typist> {
  const names = NAMES[language];
  const model = await setUpDesk({ language, onDisk: true });
  await model.store.close();
  const run = async (...argv: readonly string[]): Promise<void> => {
    const { code, err } = await model.run(...argv);
    if (code !== 0) throw new Error(`${argv.join(' ')} exited ${code}: ${err}`);
  };
  for (const customer of names.customers) {
    await run('add', customer, 'hiring event', '--proposed', '2025-06-02', '--kind', 'small', '--rival', 'Acme');
  }
  await run('edit', '3', '--contact', names.person, '--email', 'sato@example.com', '--channel', 'email');
  await run(
    'edit',
    '1',
    '--goal',
    'finish hiring',
    '--goal-date',
    '2025-09-30',
    '--lead',
    '1mo',
    '--amount',
    '¥1200000',
  );
  await run('note', '1', 'visited', '--channel', 'visit', '--on', '2025-07-10');
  await run('edit', '6', '--owner', names.owner);
  for (const [at, owner] of names.owners.entries()) await run('edit', String(3 - 2 * at), '--owner', owner);
  await run('close', '4', 'won');
  await run('note', '5', 'my last mail', '--angle', 'closefile', '--on', '2025-07-01');
  await run('note', '2', 'they called', '--from', 'them', '--on', '2025-07-17');
  await run('undo');
  return {
    async type(line, { isGivingUp = false } = {}) {
      const desk = await setUpDesk({ language, onDisk: true, programs: { copy: async () => undefined } });
      await desk.store.close();
      copyFileSync(model.bookFile, desk.bookFile);
      writeFiles(desk, language);
      const argv = wordsIn(line, desk, names.message);
      return isGivingUp ? desk.answering([CTRL_C], ...argv) : desk.run(...argv);
    },
  };
}

function writeFiles({ folder }: Desk, language: Language): void {
  const { deals, activities, map } = NAMES[language];
  for (const name of ['deals.csv', 'refused.csv']) writeFileSync(join(folder, name), deals);
  writeFileSync(join(folder, 'activities.csv'), activities);
  mkdirSync(join(folder, 'mappings'));
  writeFileSync(join(folder, 'mappings', 'crm.yaml'), map);
}

/** Returns what a shell would hand over; files stand in the desk's folder, and where they are written nothing stands yet. */
function wordsIn(line: string, desk: Desk, message: string): string[] {
  const [command = '', input] = line.replace(/ (?:>|\|\|?) .*$/, '').split(' < ');
  const words = [...command.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', '')).slice(1);
  const isWriting = ['export', 'backup', 'move'].includes(words[0] ?? '');
  const outFolder = isWriting ? freshFolder() : desk.folder;
  if (words[0] === 'restore') copyFileSync(desk.bookFile, join(desk.folder, 'followup-copy.db'));
  return words.map((word) => {
    if (input !== undefined && word === '-') return message;
    // Where the examples have a server, here is a file.
    if (word.startsWith('postgres://')) return join(outFolder, 'server.db');
    if (word.startsWith('/media/usb/')) return join(outFolder, isWriting ? 'followup.db' : 'followup-copy.db');
    return /^[a-z]+\.(?:csv|json|ics|eml)$/.test(word) ? join(outFolder, word) : word;
  });
}
