import { z } from 'zod';
import { LANGUAGES, STATES } from '../core/deal.ts';
import {
  ANGLE_CODES,
  DOUBT_CODES,
  FACTOR_CODES,
  MATERIAL_CODES,
  OCCASIONS,
  type Playbook,
  QUESTION_CODES,
  REASON_CODES,
  SLOT_CODES,
} from '../core/playbook.ts';
import { readTemplate } from './template.ts';

const words = z.string().trim().min(1);
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

const angle = z.strictObject({
  name: words,
  kind: z.enum(['give', 'ask', 'notice']),
  when: words,
  must: z.array(aSlot),
  bad: z.array(words).min(1),
  subject: template,
  openings: z.array(z.strictObject({ for: z.enum(OCCASIONS).optional(), text: template })).min(1),
  body: z.array(template),
  closing: words.optional(),
  spoken: template,
});

/** A playbook as it stands in a file. Records are complete: a code without an entry is an error that names it. */
export const playbookSchema: z.ZodType<Playbook> = z.strictObject({
  language: z.enum(LANGUAGES),
  angles: z.record(anAngle, angle),
  slots: z.record(aSlot, z.strictObject({ label: words, hint: words })),
  materials: z.record(aMaterial, z.strictObject({ name: words, reader: words, step: words, aliases: z.array(words) })),
  doubts: z.record(
    z.enum(DOUBT_CODES),
    z.strictObject({ name: words, angle: anAngle, material: aMaterial.optional() }),
  ),
  reasons: z.record(z.enum(REASON_CODES), words),
  factors: z.record(z.enum(FACTOR_CODES), words),
  questions: z.record(z.enum(QUESTION_CODES), z.strictObject({ ask: words, toCustomer: words, example: words })),
  outcomes: z.record(z.enum(STATES), words),
});
