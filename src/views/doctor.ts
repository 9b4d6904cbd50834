import type { Facts } from '../core/failure.ts';
import type { FailureText } from './failurewords.ts';
import { indented, wrap } from './layout.ts';
import type { Page } from './page.ts';
import { printableLines } from './printable.ts';
import type { Words } from './words.ts';

/** Something that a checkup found. */
export interface ShownFinding {
  readonly code: string;
  readonly facts: Facts;
  readonly isProblem: boolean;
  readonly isMended: boolean;
}

/** Returns what was found, what each means, and what to do about it. */
export function doctorView(findings: readonly ShownFinding[], page: Page): string {
  const { doctor } = page.words;
  const lines = findings.flatMap((finding) => {
    const { message, hint } = textOf(finding, page.words);
    const sign = finding.isMended ? '✓' : finding.isProblem ? '!' : '·';
    const note = finding.isMended ? doctor.mended : finding.isProblem ? '' : doctor.advice;
    const head = `${sign} ${message}${note === '' ? '' : `  (${note})`}`;
    // A path must be whole to be copied.
    const heads = 'file' in finding.facts ? [head] : wrap(head, page.width);
    return [
      ...heads.map(page.paint.strong),
      ...(finding.isMended || hint === '' ? [] : indented(hint, '    ', page.width)),
    ];
  });
  const isHealthy = findings.every(({ isProblem, isMended }) => !isProblem || isMended);
  return [...lines, ...(isHealthy ? wrap(doctor.healthy, page.width) : [])].join('\n');
}

/** Returns the warning that the book lies where a sync service works. */
export function syncWarning(file: string, service: string, { doctor }: Words, width: number | null): string {
  const { message, hint } = doctor.synced(file, service);
  return [printableLines(message), ...wrap(hint, width)].join('\n');
}

export function doctorJson(findings: readonly ShownFinding[], words: Words) {
  return {
    healthy: findings.every(({ isProblem, isMended }) => !isProblem || isMended),
    findings: findings.map((finding) => ({
      code: finding.code,
      problem: finding.isProblem,
      mended: finding.isMended,
      ...textOf(finding, words),
      facts: finding.facts,
    })),
  };
}

function textOf({ code, facts }: ShownFinding, { doctor, failures }: Words): FailureText {
  const say = doctor.findings[code] ?? failures[code];
  const { message, hint } = say?.(facts) ?? { message: code, hint: '' };
  return { message: printableLines(message), hint: printableLines(hint) };
}
