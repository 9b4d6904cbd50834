import { book } from './001-book.ts';
import { wanted } from './002-wanted.ts';
import { match } from './003-match.ts';
import { uid } from './004-uid.ts';
import { journal } from './005-journal.ts';
import { silence } from './006-silence.ts';
import { standing } from './007-standing.ts';
import { lean } from './008-lean.ts';
import { author } from './009-author.ts';
import { openAmount } from './010-openamount.ts';
import { page } from './011-page.ts';
import { turning } from './012-turning.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [
  book,
  wanted,
  match,
  uid,
  journal,
  silence,
  standing,
  lean,
  author,
  openAmount,
  page,
  turning,
];
