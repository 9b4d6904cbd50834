import { z } from 'zod';
import {
  ANGLE_CODES,
  DOUBT_CODES,
  FACTOR_CODES,
  MATERIAL_CODES,
  OCCASIONS,
  QUESTION_CODES,
  REASON_CODES,
  SLOT_CODES,
} from '../core/codes.ts';
import { type Day, isDay } from '../core/day.ts';
import { LANGUAGES, STATES } from '../core/deal.ts';
import { durationToText, findDuration } from '../core/duration.ts';
import type { Playbook } from '../core/playbook.ts';
import { readTemplate } from './template.ts';

/** Signs that nobody sees in a file but a terminal obeys; line ends and the joiners of emoji and scripts are none. */
const UNSEEN = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Playbooks are passed from hand to hand, and their words are shown and sent as they stand. */
const words = z
  .string()
  .trim()
  .min(1)
  .superRefine((text, context) => {
    const [sign] = UNSEEN.exec(text) ?? [];
    if (sign === undefined) return;
    const code = `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
    context.addIssue({ code: 'custom', message: code, params: { problem: 'unseen_sign' } });
  });
const aSlot = z.enum(SLOT_CODES);
const aMaterial = z.enum(MATERIAL_CODES);
const anAngle = z.enum(ANGLE_CODES);

/** Words that may hold `{slot}`; a slot nobody declares would reach the customer as a riddle. */
const template = words.superRefine((text, context) => {
  const { slots, conditions, problem } = readTemplate(text);
  for (const slot of [...slots, ...conditions]) {
    if (!aSlot.safeParse(slot).success)
      context.addIssue({ code: 'custom', message: slot, params: { problem: 'unknown_slot' } });
  }
  if (problem !== null) context.addIssue({ code: 'custom', message: problem, params: { problem: 'bad_template' } });
});

const opening = z.strictObject({ for: z.enum(OCCASIONS).optional(), text: template });
const angle = z.strictObject({
  name: words,
  kind: z.enum(['give', 'ask', 'notice']),
  when: words,
  must: z.array(aSlot),
  bad: z.array(words).min(1),
  subject: template,
  openings: z.array(opening).min(1),
  body: z.array(template),
  closing: words.optional(),
  spoken: template,
});

const slot = z.strictObject({ label: words, hint: words });
const material = z.strictObject({ name: words, reader: words, step: words, aliases: z.array(words) });
const doubt = z.strictObject({ name: words, angle: anAngle, material: aMaterial.optional() });
const question = z.strictObject({ ask: words, toCustomer: words, example: words });

/** A playbook as it stands in a file. Records are complete: a code without an entry is an error that names it. */
export const playbookSchema: z.ZodType<Playbook> = z.strictObject({
  language: z.enum(LANGUAGES),
  angles: z.record(anAngle, angle),
  slots: z.record(aSlot, slot),
  materials: z.record(aMaterial, material),
  doubts: z.record(z.enum(DOUBT_CODES), doubt),
  reasons: z.record(z.enum(REASON_CODES), words),
  factors: z.record(z.enum(FACTOR_CODES), words),
  questions: z.record(z.enum(QUESTION_CODES), question),
  outcomes: z.record(z.enum(STATES), words),
});

const duration = z.union([z.string(), z.number()]).transform((text, context) => {
  const found = findDuration(String(text));
  if (found) return durationToText(found);
  context.addIssue({ code: 'custom', message: String(text), params: { problem: 'bad_duration' } });
  return z.NEVER;
});
const aDay = z.coerce.string().transform((text, context): Day => {
  if (isDay(text)) return text;
  context.addIssue({ code: 'custom', message: text, params: { problem: 'bad_day' } });
  return z.NEVER;
});

/** A rep's own file: as much of a playbook as differs in their trade. What kind of contact an angle is stays the method's. */
export const ownPlaybookSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  trade: words.optional(),
  leads: z
    .strictObject({ lead: duration, prep: duration, approval: duration, slots: z.array(aDay) })
    .partial()
    .optional(),
  angles: z
    .partialRecord(
      anAngle,
      angle
        .omit({ kind: true })
        .partial()
        .extend({ moreOpenings: z.array(opening).optional() }),
    )
    .optional(),
  slots: z.partialRecord(aSlot, slot.partial()).optional(),
  materials: z
    .partialRecord(aMaterial, material.partial().extend({ moreAliases: z.array(words).optional() }))
    .optional(),
  doubts: z.partialRecord(z.enum(DOUBT_CODES), doubt.partial()).optional(),
  reasons: z.partialRecord(z.enum(REASON_CODES), words).optional(),
  factors: z.partialRecord(z.enum(FACTOR_CODES), words).optional(),
  questions: z.partialRecord(z.enum(QUESTION_CODES), question.partial()).optional(),
  outcomes: z.partialRecord(z.enum(STATES), words).optional(),
});
export type OwnPlaybook = z.infer<typeof ownPlaybookSchema>;
