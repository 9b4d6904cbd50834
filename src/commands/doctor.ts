import type { Command } from 'commander';
import { Failure } from '../core/failure.ts';
import type { Finding } from '../store/finding.ts';
import { doctorJson, doctorView } from '../views/doctor.ts';
import { answer, type Context } from './context.ts';
import { declare, withOptions } from './option.ts';

export function addDoctor(program: Command, context: Context): void {
  withOptions(declare(program, context, 'doctor'), context, '--fix').action((options: { readonly fix?: true }) =>
    doctor(context, { isFixing: options.fix === true }),
  );
}

/** Examines the book, the settings and where they lie. Fails once it has said what it found, where something is to be done. */
export async function doctor(context: Context, choice: { readonly isFixing: boolean }): Promise<void> {
  const findings = [...context.troubles.map(toFinding), ...(await context.examineBook(choice))];
  answer(
    context,
    () => doctorJson(findings, context.words),
    () => doctorView(findings, context.page),
  );
  const count = findings.filter(({ isProblem, isMended }) => isProblem && !isMended).length;
  if (count > 0) throw new Failure('doctor_findings', { count });
}

function toFinding({ code, facts }: Failure): Finding {
  return { code, facts, isProblem: true, isMended: false };
}
