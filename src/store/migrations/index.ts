import { book } from './001-book.ts';
import { wanted } from './002-wanted.ts';
import { match } from './003-match.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [book, wanted, match];
