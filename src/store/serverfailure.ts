import { Failure } from '../core/failure.ts';

/** By the code of PostgreSQL (its appendix A), of the system or of TLS, or its beginning. The first that fits counts. */
const MEANINGS: readonly (readonly [start: string, code: string])[] = [
  ['28', 'server_login'],
  ['3D000', 'server_no_database'],
  ['42501', 'server_rights'],
  ['25006', 'server_read_only'],
  ['23505', 'server_taken'],
  ['53300', 'server_full'],
  ['53100', 'server_disk_full'],
  ['53', 'server_refuses'],
  ['55P03', 'book_busy'],
  ['40001', 'book_busy'],
  ['40P01', 'book_busy'],
  ['55000', 'server_refuses'],
  ['58', 'server_refuses'],
  ['XX', 'server_refuses'],
  ['57014', 'server_slow'],
  ['ETIMEDOUT', 'server_slow'],
  ['57P03', 'server_down'],
  ['57P', 'server_lost'],
  ['25P03', 'server_lost'],
  ['08', 'server_lost'],
  ['ECONNRESET', 'server_lost'],
  ['EPIPE', 'server_lost'],
  ['ECONNREFUSED', 'server_down'],
  ['ENOTFOUND', 'server_down'],
  ['EAI_', 'server_down'],
  ['EHOSTUNREACH', 'server_down'],
  ['ENETUNREACH', 'server_down'],
  ['ENOENT', 'server_down'],
  ['EACCES', 'server_down'],
  ['CERT_', 'server_tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'server_tls'],
  ['SELF_SIGNED_CERT', 'server_tls'],
  ['UNABLE_TO_', 'server_tls'],
  ['ERR_TLS_', 'server_tls'],
  ['ERR_SSL_', 'server_tls'],
  ['EPROTO', 'server_tls'],
];

/** What the driver says in words alone. */
const SAYINGS: readonly (readonly [saying: RegExp, code: string])[] = [
  [/pg_hba\.conf.*(no encryption|SSL off)/, 'server_wants_tls'],
  [/does not support SSL/, 'server_no_tls'],
  [/SSL connection/, 'server_tls'],
  [/permission denied for database "/, 'server_login'],
  [/unsupported startup parameter/, 'server_refuses'],
  [/password must be a (non-empty )?string/i, 'server_no_password'],
  [/lock timeout/, 'book_busy'],
  [/timeout/i, 'server_slow'],
  [/Connection terminated|not queryable|connection error/i, 'server_lost'],
];

/** Whoever comes over this line, from there, under this name, is not let in. */
const NOT_LET_IN = '28000';

/** Codes by which the server takes its leave: it says them, and is gone. */
const FAREWELL = /^(08|57P|25P03)/;

/** Returns whether an error is the server's answer to a statement, which it therefore has not done. */
export function isAnswer(error: unknown): boolean {
  const code = codeOf(error);
  return /^[0-9A-Z]{5}$/.test(code) && 'severity' in (error as object) && !FAREWELL.test(code);
}

/** Returns whether the work may succeed when it is done again: another program was in its way. */
export function isInTheWay(error: unknown): boolean {
  // Two who both took the next number are told so by the constraint, where they come too close for anything else.
  return ['40001', '40P01', '23505'].includes(codeOf(error));
}

/** Returns whether an open line may succeed where an encrypted one did not: none could be made, or it is not let in. */
export function isForOpenLine(error: unknown): boolean {
  return ['server_tls', 'server_no_tls'].includes(meaningOf(error) ?? '') || codeOf(error) === NOT_LET_IN;
}

/** Returns the one of two errors that says why there is neither an encrypted line nor an open one. */
export function moreTelling(encrypted: unknown, open: unknown): unknown {
  return codeOf(open) === NOT_LET_IN && meaningOf(encrypted) !== 'server_no_tls' ? encrypted : open;
}

/** Returns the failure that says what is wrong with the server, or the error itself where nothing better is known. */
export function toServerFailure(error: unknown, book: string): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  if (error instanceof SyntaxError) return new Failure('damaged_book', { file: book });
  if (isNotTheirs(error)) return new Failure('server_own_deals', { file: book });
  const code = meaningOf(error);
  return code ? new Failure(code, { file: book, said: error.message }) : error;
}

function meaningOf(error: unknown): string | undefined {
  const { message } = error as Error;
  // Where a name has several addresses, each has its own error.
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  const [, said] = SAYINGS.find(([saying]) => saying.test(message)) ?? [];
  const [, meaning] = MEANINGS.find(([start]) => codeOf(first ?? error).startsWith(start)) ?? [];
  return said ?? meaning;
}

/** A rule for rows refused what was to be written. The routine is called the same in every language that a server speaks. */
function isNotTheirs(error: Error): boolean {
  return codeOf(error) === '42501' && (error as { routine?: unknown }).routine === 'ExecWithCheckOptions';
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? '');
}
