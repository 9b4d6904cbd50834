/** What `backup` and `restore` say. */
export interface BackupWords {
  made(file: string, deals: number, megabytes: string): string;
  askRestore(book: string, from: string): string;
  restored(deals: number, from: string): string;
  /** How to take a restore back. */
  aside(file: string): string;
}
