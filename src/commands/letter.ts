import type { Ask, Key } from '../terminal/terminal.ts';
import type { LetterAct } from '../views/gowords.ts';
import { keysView } from '../views/keys.ts';
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import { type Drafted, draftFor, sayDraft } from './draft.ts';
import { copyDraft, editDraft, refuseUnfit, remarkBlanks, writeDraft } from './draftout.ts';

const KEYS: readonly (readonly [key: string, act: LetterAct])[] = [
  ['c', 'copy'],
  ['e', 'edit'],
  ['m', 'mail'],
  ['Enter', 'back'],
];

const WRITTEN = { spoken: false } as const;

/** Shows the message for a deal and offers to copy it, change it, or write it for a mail program, until the rep goes back. */
export async function workOnLetter(context: Context, ask: Ask, deal: string): Promise<void> {
  const { words, page, terminal } = context;
  let drafted = await draftFor(context, deal, {});
  sayDraft(context, drafted);
  const keys: readonly Key<LetterAct>[] = KEYS.map(([key, act]) => ({
    key,
    value: act,
    name: words.go.letterActs[act],
  }));
  for (;;) {
    terminal.note('');
    const act = await ask.key(words.go.letter, keysView(keys, page), keys);
    if (act === 'back') return;
    await attempt(context, async () => {
      if (act === 'edit') {
        drafted = { ...drafted, letter: await editDraft(context, drafted.letter) };
        sayDraft(context, drafted);
      }
      refuseUnfit(drafted.letter);
      if (act === 'copy') await copyDraft(context, drafted.letter);
      if (act === 'mail') await writeMail(context, ask, drafted);
      if (act !== 'edit') remarkBlanks(context, drafted.letter);
    });
  }
}

async function writeMail(context: Context, ask: Ask, drafted: Drafted): Promise<void> {
  const { go } = context.words;
  const { placement } = drafted;
  const usual = `followup-${placement.deal.id}.eml`;
  // What is said on the phone is no mail.
  const { letter } = drafted.letter.isSpoken ? await draftFor(context, String(placement.deal.id), WRITTEN) : drafted;
  const file = await ask.text({ message: go.whichFile, hint: go.whichFileHint(usual) });
  await writeDraft(context, letter, placement.deal, file === '' ? usual : file, false);
}
