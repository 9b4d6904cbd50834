import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/core/deal.ts';
import { Failure } from '../../src/core/failure.ts';
import { isAnswer, isForOpenLine, isInTheWay, moreTelling, toServerFailure } from '../../src/store/serverfailure.ts';
import { failureText } from '../../src/views/failure.ts';
import { wordsOf } from '../../src/views/words.ts';

const BOOK = 'postgres://ann@db.example/sales';

const saying = (message: string): Error => new Error(message);
const coded = (code: string, message = '…'): Error => Object.assign(new Error(message), { code });
const answered = (code: string): Error => Object.assign(coded(code), { severity: 'ERROR' });

const FAILURES: readonly (readonly [what: string, error: Error, code: string])[] = [
  ['nobody listens there', coded('ECONNREFUSED'), 'server_down'],
  ['nobody listens at any of its addresses', new AggregateError([coded('ECONNREFUSED')]), 'server_down'],
  ['no such host', coded('ENOTFOUND'), 'server_down'],
  ['no such socket', coded('ENOENT'), 'server_down'],
  ['it is starting', coded('57P03'), 'server_down'],
  ['a wrong password', coded('28P01'), 'server_login'],
  ['nobody let in from here', coded('28000', 'no pg_hba.conf entry for host "1.2.3.4"'), 'server_login'],
  ['no password', saying('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'), 'server_no_password'],
  ['no such database', coded('3D000'), 'server_no_database'],
  [
    'encryption is wanted',
    coded('28000', 'no pg_hba.conf entry for host "1.2.3.4", no encryption'),
    'server_wants_tls',
  ],
  ['no encryption is to be had', saying('The server does not support SSL connections'), 'server_no_tls'],
  ['encryption fails at once', saying('There was an error establishing an SSL connection'), 'server_tls'],
  ['a certificate of its own', coded('SELF_SIGNED_CERT_IN_CHAIN'), 'server_tls'],
  ["somebody else's certificate", coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'server_tls'],
  ['a certificate that is over', coded('CERT_HAS_EXPIRED'), 'server_tls'],
  ['no connection in time', saying('timeout expired'), 'server_slow'],
  ['no answer in time', saying('Query read timeout'), 'server_slow'],
  ['a statement that was stopped', answered('57014'), 'server_slow'],
  ['it was shut down', coded('57P01'), 'server_lost'],
  ['the line broke', coded('ECONNRESET'), 'server_lost'],
  ['the line is gone', saying('Connection terminated unexpectedly'), 'server_lost'],
  ['too many at once', coded('53300'), 'server_full'],
  ['no room', answered('53100'), 'server_disk_full'],
  ['no memory', answered('53200'), 'server_refuses'],
  ['a database that is closed', coded('55000'), 'server_refuses'],
  ['a damaged index', answered('XX002'), 'server_refuses'],
  ['a disk that fails', answered('58030'), 'server_refuses'],
  ['a pool that was not prepared', coded('08P01', 'unsupported startup parameter: lock_timeout'), 'server_refuses'],
  ['nobody let into this database', coded('42501', 'permission denied for database "sales"'), 'server_login'],
  ['no rights', answered('42501'), 'server_rights'],
  ['a replica', answered('25006'), 'server_read_only'],
  ['others do not end', answered('55P03'), 'book_busy'],
  ['others were always in the way', answered('40001'), 'book_busy'],
];

describe('what goes wrong with a server is told by its cause', () => {
  test.each(FAILURES)('%s', (_what, error, code) => {
    expect(toServerFailure(error, BOOK)).toMatchObject({ code, exitCode: 1, facts: { file: BOOK } });
  });

  test.each(FAILURES)('%s, in both languages, with what to do', (_what, error) => {
    for (const language of LANGUAGES) {
      const { message, hint } = failureText(toServerFailure(error, BOOK) as Failure, wordsOf(language));
      expect(message).toContain(BOOK);
      expect(hint).not.toBe('');
    }
  });

  test('what is no failure of the server stays what it is', () => {
    for (const bug of [new Error('…'), answered('42703'), new Failure('no_deal')])
      expect(toServerFailure(bug, BOOK)).toBe(bug);
  });
});

test.each([
  ['40001', true, true],
  ['40P01', true, true],
  ['23505', true, true],
  ['42703', true, false],
  ['57P01', false, false],
  ['25P03', false, false],
])('%s is an answer to a statement: %s, and worth trying again: %s', (code, answer, again) => {
  expect([isAnswer(answered(code)), isInTheWay(answered(code))]).toEqual([answer, again]);
});

test('a line that broke is no answer', () => {
  expect([coded('ECONNRESET'), saying('Connection terminated unexpectedly')].map(isAnswer)).toEqual([false, false]);
});

test.each([
  ['none is to be had', saying('The server does not support SSL connections'), true],
  ['it cannot be agreed on', coded('EPROTO'), true],
  ['it is not let in', coded('28000'), true],
  ['the password is wrong', coded('28P01'), false],
  ['nobody listens', coded('ECONNREFUSED'), false],
  ['nobody answers', saying('timeout expired'), false],
])('where encryption was asked for and %s, an open line is tried: %s', (_what, error, isTried) => {
  expect(isForOpenLine(error)).toBe(isTried);
});

test('where an open line is not let in either, why there is no encrypted one is told, unless the server has none', () => {
  const [none, failed] = [saying('The server does not support SSL connections'), coded('EPROTO')];
  const [refused, wrong] = [coded('28000'), coded('28P01')];
  expect(moreTelling(none, refused)).toBe(refused);
  expect(moreTelling(failed, refused)).toBe(failed);
  expect(moreTelling(failed, wrong)).toBe(wrong);
});
