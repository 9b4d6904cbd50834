import type { Calendar } from '../core/calendar.ts';
import { workBack } from '../core/chain.ts';
import type { MaterialCode } from '../core/codes.ts';
import { afterContact, type JudgedContact, judgeContact } from '../core/contact.ts';
import { delivers, type Entry } from '../core/entry.ts';
import { BadInput } from '../core/failure.ts';
import type { Book } from '../store/book.ts';
import type { Dossier } from '../store/dossier.ts';

/** What recording a note did, for the words that follow. */
export interface Recorded extends JudgedContact {
  readonly entry: Entry;
  /** What it settled: materials handed over and the promises and questions it closed, in the rep's words. */
  readonly settled: readonly string[];
}

/** Records one note on a deal: the contact, what it supplied, promised, asked and answered, and what was learnt. */
export async function recordEntry(book: Book, dossier: Dossier, entry: Entry, calendar: Calendar): Promise<Recorded> {
  const { id } = dossier.deal;
  const { on } = entry.contact;
  const judged = told(judgeContact({ ...entry.contact, delivers: delivers(entry) }), dossier, calendar);
  if (entry.isContact) await book.recordContact(id, judged.contact);
  const settled = [
    ...(await supply(book, dossier, entry)),
    ...(await keep(book, dossier, entry)),
    ...(await answer(book, dossier, entry)),
  ];
  for (const code of entry.needs) await book.setMaterial(id, code, 'wanted', on);
  for (const code of entry.notNeeded) await book.setMaterial(id, code, 'not-needed', on);
  if (entry.promise) {
    await book.makePromise(id, entry.promise);
    if (entry.promise.material) await book.setMaterial(id, entry.promise.material, 'promised', on);
  }
  if (entry.question) await book.askQuestion(id, { ...entry.question, askedOn: on });
  await book.editDeal(
    id,
    { ...(entry.isContact ? afterContact(dossier.deal, judged.contact) : {}), ...entry.learnt },
    on,
  );
  return { ...judged, entry, settled };
}

/** A message about their calendar tells the latest useful day as it stands now; without a goal there is none to tell. */
function told(judged: JudgedContact, { deal }: Dossier, calendar: Calendar): JudgedContact {
  const { angle } = judged.contact;
  const tells = angle === 'workback' || angle === 'withdraw';
  const toldLatestOn = tells ? workBack(deal, calendar).latestUsefulOn : null;
  return { ...judged, contact: { ...judged.contact, toldLatestOn } };
}

async function supply(book: Book, { deal }: Dossier, { supplied, contact }: Entry): Promise<MaterialCode[]> {
  for (const code of supplied) await book.setMaterial(deal.id, code, 'supplied', contact.on);
  return [...supplied];
}

/** A kept promise of a material has supplied it. */
async function keep(book: Book, { deal, promises }: Dossier, { kept, contact }: Entry): Promise<string[]> {
  if (kept === null) return [];
  const promise = promises.find(({ n, keptOn }) => n === kept && keptOn === null);
  if (!promise) throw new BadInput('no_promise', { n: kept });
  await book.keepPromise(deal.id, kept, contact.on);
  if (promise.material) await book.setMaterial(deal.id, promise.material, 'supplied', contact.on);
  return [promise.text];
}

async function answer(
  book: Book,
  { deal, questions }: Dossier,
  { answered, answer, contact }: Entry,
): Promise<string[]> {
  if (answered === null && answer === null) return [];
  const open = questions.filter(({ answeredOn }) => answeredOn === null);
  const question = answered === null && open.length === 1 ? open[0] : open.find(({ n }) => n === answered);
  if (!question) {
    if (answered === null) throw new BadInput('flag_needs', { flag: '--answer', needs: '--answered <n>' });
    throw new BadInput('no_question', { n: answered });
  }
  await book.answerQuestion(deal.id, question.n, answer, contact.on);
  return [question.text || (question.doubt ?? '')];
}
