import { book } from './001-book.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [book];
