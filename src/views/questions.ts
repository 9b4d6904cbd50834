import { DEAL_FLAGS, isDealFlag } from '../core/dealfield.ts';
import type { OpenQuestion } from '../core/guide.ts';
import { indented } from './layout.ts';
import type { Page } from './page.ts';
import { dealLine } from './why.ts';

/** Returns the open questions of a deal with the flag that records each answer, for where nobody can be asked. */
export function questionsView(
  deal: Parameters<typeof dealLine>[0]['deal'],
  questions: readonly OpenQuestion[],
  page: Page,
): string {
  const lines = questions.flatMap(({ code, couldMove }) => {
    const { ask, example } = page.playbook.questions[code];
    const moves = couldMove > 0 ? ` (${page.words.screens.ask.couldMove(couldMove)})` : '';
    return [
      ...indented(`${ask}${moves}`, '  ', page.width),
      ...indented(`followup edit ${deal.id} --${flagOf(code)} "${example}"`, '    ', page.width),
    ];
  });
  return [dealLine({ deal }, `#${deal.id}`, page), ...lines].join('\n');
}

function flagOf(code: string): string {
  return isDealFlag(code) && DEAL_FLAGS[code].takes === 'value' ? code : 'next';
}
