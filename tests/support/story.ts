import type { Language } from '../../src/core/deal.ts';
import { placeOf } from './book.ts';
import { type Desk, type DeskOptions, setUpDesk } from './desk.ts';
import { copiedAddress, copyRows, ON_FILE } from './engine.ts';

/**
 * Returns what sets up desks with the book that these commands make. A server takes long over them: there they are run once in each
 * language, and every desk has a copy of what came of it.
 */
export function deskAfter(
  tell: (desk: Desk) => Promise<void>,
): (options?: Omit<DeskOptions, 'today'>) => Promise<Desk> {
  const told = new Map<string, Promise<string>>();
  const tellOnce = async (language: Language): Promise<string> => {
    const desk = await setUpDesk({ language });
    await tell(desk);
    return copiedAddress(await placeOf(desk.bookFile), { isKept: true });
  };
  return async (options = {}) => {
    const { language = 'en' } = options;
    const desk = await setUpDesk(options);
    if (ON_FILE) {
      await tell(desk);
      return desk;
    }
    const kept = told.get(language) ?? tellOnce(language);
    told.set(language, kept);
    await copyRows(await kept, await placeOf(desk.bookFile));
    return desk;
  };
}
