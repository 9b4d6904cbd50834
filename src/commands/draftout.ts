import type { Deal } from '../core/deal.ts';
import { BadInput, Refusal } from '../core/failure.ts';
import { judge } from '../core/wording.ts';
import { mailToEml } from '../exchange/eml.ts';
import { messageText } from '../views/draft.ts';
import { isSendable, type Letter } from '../views/letter.ts';
import { printable } from '../views/printable.ts';
import { type Context, remark } from './context.ts';

/** Opens the rep's editor on the message and returns it as they left it, judged anew. */
export async function editDraft(context: Context, letter: Letter): Promise<Letter> {
  const edited = (await context.programs.edit(`${messageText(letter)}\n`)).trim();
  const { subject, body } = letter.subject === null ? { subject: null, body: edited } : taken(edited, letter.subject);
  const { slots } = context.page.playbookOf(letter.language);
  return {
    ...letter,
    subject,
    body,
    missing: letter.missing.filter((slot) => body.includes(slots[slot].label)),
    judgement: judge(body),
  };
}

/** The first line is the subject while it still says so; otherwise the subject is kept. */
function taken(edited: string, subject: string): { subject: string; body: string } {
  const match = /^(?:Subject|件名)\s*[:：]\s*(.*)\n*/i.exec(edited);
  return match
    ? { subject: match[1]?.trim() || subject, body: edited.slice(match[0].length).trim() }
    : { subject, body: edited };
}

export async function copyDraft(context: Context, { subject, body }: Letter): Promise<void> {
  await context.programs.copy(body);
  remark(context, context.words.draft.copied({ lines: body.split('\n').length, hasSubject: subject !== null }));
}

/** Writes the message for a mail program. A file that exists is replaced only where somebody says so. */
export async function writeDraft(
  context: Context,
  { subject, body }: Letter,
  { contact, email }: Pick<Deal, 'contact' | 'email'>,
  file: string,
  isForced: boolean,
): Promise<void> {
  const { words, terminal } = context;
  const to = email ? { name: contact, address: email } : null;
  const eml = mailToEml({ to, subject: subject ?? '', body });
  if (!(await context.writeFile(file, eml, isForced))) {
    if (!terminal.ask) throw new BadInput('file_exists', { file });
    if (!(await terminal.ask.confirm(words.draft.overwrite(printable(file)), false))) return;
    await context.writeFile(file, eml, true);
  }
  remark(context, words.draft.written(printable(file)), printable(file));
}

/** Throws Refusal for a message that gives nothing any more after the rep has changed it. */
export function refuseUnfit({ judgement: { verdict } }: Letter): void {
  if (verdict !== 'value') throw new Refusal(`${verdict}_draft`);
}

/** Says so where a message that leaves us still has blanks. */
export function remarkBlanks(context: Context, letter: Letter): void {
  if (!isSendable(letter)) remark(context, context.words.draft.notReady);
}
