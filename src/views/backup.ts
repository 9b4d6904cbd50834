import type { Page } from './page.ts';

interface ShownBackup {
  readonly file: string;
  readonly deals: number;
  readonly bytes: number;
}

interface ShownRestore {
  readonly from: string;
  readonly deals: number;
  readonly aside: string | null;
}

/** Returns where a backup is. A line with a path is not wrapped: a path must be whole to be copied. */
export function backupView({ file, deals, bytes }: ShownBackup, { words, paint }: Page): string {
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return words.backup.made(paint.link(file, file), deals, megabytes);
}

/** Returns what a restore brought, and the command that takes it back. */
export function restoreView({ from, deals, aside }: ShownRestore, { words }: Page): string {
  const { backup } = words;
  return [backup.restored(deals, from), ...(aside ? [backup.aside(aside)] : [])].join('\n');
}
