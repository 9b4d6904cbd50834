import type { Calendar } from '../core/calendar.ts';
import { workBack } from '../core/chain.ts';
import type { MaterialCode } from '../core/codes.ts';
import { afterContact, type JudgedContact, judgeContact } from '../core/contact.ts';
import type { Material, MaterialStatus, Promised, Question } from '../core/deal.ts';
import { delivers, type Entry } from '../core/entry.ts';
import { BadInput } from '../core/failure.ts';
import { beside, type Change, isSame } from '../core/meanwhile.ts';
import type { Book } from '../store/book.ts';
import type { Dossier } from '../store/dossier.ts';

/** What recording a note did, for the words that follow. */
export interface Recorded extends JudgedContact {
  readonly entry: Entry;
  /** What it settled: materials handed over and the promises and questions it closed, in the rep's words. */
  readonly settled: readonly string[];
  /** What it did not record, because somebody else has changed the same since the deal was shown. */
  readonly taken: readonly Change[];
}

/**
 * Records one note on a deal: the contact, what it supplied, promised, asked and answered, and what was learnt. Where the deal is
 * not as it was shown, a note adds to it; it sets nothing that somebody else has set since.
 */
export async function recordEntry(
  book: Book,
  dossier: Dossier,
  entry: Entry,
  calendar: Calendar,
  shown = dossier,
): Promise<Recorded> {
  const { id } = dossier.deal;
  const { on } = entry.contact;
  const judged = told(judgeContact({ ...entry.contact, delivers: delivers(entry) }), dossier, calendar);
  if (entry.isContact) await book.recordContact(id, judged.contact);
  const settled = [
    ...(await supply(book, dossier, entry)),
    ...(await keep(book, dossier, entry, shown)),
    ...(await answer(book, dossier, entry, shown)),
  ];
  const taken: Change[] = [];
  const setMaterial = async (code: MaterialCode, status: MaterialStatus): Promise<void> => {
    const [before, after] = [materialIn(shown, code), materialIn(dossier, code)];
    if (isSame(before, after)) await book.setMaterial(id, code, status, on);
    // A promise is made whatever became of the material.
    else if (after?.status !== status && status !== 'promised')
      taken.push({ what: 'materials', before, after, mine: { code, status, on } });
  };
  for (const code of entry.needs) await setMaterial(code, 'wanted');
  for (const code of entry.notNeeded) await setMaterial(code, 'not-needed');
  if (entry.promise) {
    await book.makePromise(id, entry.promise);
    if (entry.promise.material) await setMaterial(entry.promise.material, 'promised');
  }
  if (entry.question) await book.askQuestion(id, { ...entry.question, askedOn: on });
  const usedUp = entry.isContact ? afterContact(shown.deal, judged.contact) : {};
  const learnt = beside(shown.deal, dossier.deal, entry.learnt);
  await book.editDeal(id, { ...beside(shown.deal, dossier.deal, usedUp).free, ...learnt.free }, on);
  return { ...judged, entry, settled, taken: [...taken, ...learnt.taken] };
}

function materialIn({ materials }: Dossier, code: MaterialCode): Material | null {
  return materials.find((it) => it.code === code) ?? null;
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
async function keep(
  book: Book,
  { deal, promises }: Dossier,
  { kept, contact }: Entry,
  shown: Dossier,
): Promise<string[]> {
  if (kept === null) return [];
  const isOpen = ({ n, keptOn }: Promised): boolean => n === kept && keptOn === null;
  const promise = promises.find(isOpen);
  // Somebody else was quicker, and the note stands beside theirs.
  if (!promise && shown.promises.some(isOpen)) return [];
  if (!promise) throw new BadInput('no_promise', { n: kept });
  await book.keepPromise(deal.id, kept, contact.on);
  if (promise.material) await book.setMaterial(deal.id, promise.material, 'supplied', contact.on);
  return [promise.text];
}

async function answer(
  book: Book,
  { deal, questions }: Dossier,
  { answered, answer, contact }: Entry,
  shown: Dossier,
): Promise<string[]> {
  if (answered === null && answer === null) return [];
  const meant = ({ questions: all }: Pick<Dossier, 'questions'>): Question | undefined => {
    const open = all.filter(({ answeredOn }) => answeredOn === null);
    return answered === null && open.length === 1 ? open[0] : open.find(({ n }) => n === answered);
  };
  const asShown = meant(shown);
  const question = asShown ? questions.find(({ n, answeredOn }) => n === asShown.n && answeredOn === null) : undefined;
  if (asShown && !question) return [];
  if (!question) {
    if (answered === null) throw new BadInput('flag_needs', { flag: '--answer', needs: '--answered <n>' });
    throw new BadInput('no_question', { n: answered });
  }
  await book.answerQuestion(deal.id, question.n, answer, contact.on);
  return [question.text || (question.doubt ?? '')];
}
