import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressFor,
  addressForTools,
  assertBook,
  assertFile,
  hasPassword,
  isServer,
  underHome,
  withoutPassword,
} from '../../src/core/bookaddress.ts';
import { Failure } from '../../src/core/failure.ts';

describe('the address of a book', () => {
  test.each([
    ['postgres://ann@db.example/sales', true],
    ['postgresql://db.example/sales', true],
    ['POSTGRES://db.example/sales', true],
    ['/home/ann/followup.db', false],
    ['postgres.db', false],
    [':memory:', false],
  ])('%s is on a server: %s', (book, expected) => {
    expect(isServer(book)).toBe(expected);
  });

  test.each([
    ['~/followup.db', '/home/$&/followup.db'],
    ['~\\books\\followup.db', '/home/$&\\books\\followup.db'],
    ['~', '~'],
    ['~ann/followup.db', '~ann/followup.db'],
    ['books/~/followup.db', 'books/~/followup.db'],
  ])('has the home folder for its tilde: %s', (book, expected) => {
    expect(underHome(book, '/home/$&')).toBe(expected);
  });

  test.each([
    ['postgres://ann:secret@db.example/sales', 'postgres://ann@db.example/sales'],
    ['postgres://ann:secret@[::1]:5432/sales', 'postgres://ann@[::1]:5432/sales'],
    ['postgresql://:secret@db.example/sales', 'postgresql://@db.example/sales'],
    ['postgres://db.example/sales?user=ann&password=secret', 'postgres://db.example/sales?user=ann'],
    ['postgres://db.example/sales?pass%77ord=secret', 'postgres://db.example/sales'],
    ['postgres://db.example/sales?password=secret&schema=north', 'postgres://db.example/sales?schema=north'],
    ['postgres://db.example/sales?sslpassword=secret', 'postgres://db.example/sales'],
    ['postgres:ann:secret@db.example/sales', 'postgres://ann@db.example/sales'],
    // Where a password may begin and end anywhere, nothing is shown.
    ['postgres://ann:x@y/secret@db.example:5432/sales', 'postgres://…'],
    ['postgres://ann:1?secret@db.example/sales', 'postgres://…'],
    ['postgres://ann:1/secret@db.example/sales', 'postgres://…'],
    ['postgres://ann:1#secret@db.example/sales', 'postgres://…'],
    ['postgres:///ann:secret@db.example/sales', 'postgres://…'],
    ['postgres:/ann:secret@db.example/sales', 'postgres://…'],
    ['postgres://ann%3Asecret@db.example/sales', 'postgres://…'],
    ['postgres://ann:secret/sales', 'postgres://…'],
    ['postgres://db.example/sales?password=1&secret', 'postgres://…'],
    ['postgress://ann:secret@db.example/sales', 'postgress…'],
    ['host=db.example password=secret', 'host…'],
  ])('%s is shown without its password', (book, shown) => {
    expect(withoutPassword(book)).toBe(shown);
    expect(withoutPassword(book)).not.toContain('secret');
    expect(hasPassword(book)).toBe(true);
  });

  test.each([
    [
      'postgres://ann:secret@db.example:5432/sales?schema=north',
      'postgres://mori%40x@db.example:5432/sales?schema=north',
    ],
    ['postgres://db.example/sales', 'postgres://mori%40x@db.example/sales'],
    ['postgres://db.example/sales?user=ann', 'postgres://mori%40x@db.example/sales'],
    ['postgres://db.example/sales?user=ann&schema=north', 'postgres://mori%40x@db.example/sales?schema=north'],
    ['postgres://?service=sales', 'postgres://mori%40x@/?service=sales'],
    ['postgres:', 'postgres://mori%40x@/'],
  ])('%s for another login is %s', (book, own) => {
    expect(addressFor(book, 'mori@x')).toBe(own);
  });

  test.each([
    'postgres://ann@db.example:5432/sales',
    'postgres://db.example/sales?sslmode=require',
    'postgres://db.example:5432/sales?user=ann%40example',
    'postgres://db.example:5432?user=ann%40example',
    'postgres://ann@[::1]:5432/sales',
    'postgres://%2Ftmp/sales',
    'C:\\a:b@c\\book.db',
  ])('%s stays as it is', (book) => {
    expect(withoutPassword(book)).toBe(book);
    expect(hasPassword(book)).toBe(false);
  });
});

describe('a place of a book', () => {
  test.each([
    ['postgress://mori:secret@h/sales', 'unknown_address'],
    ['postgres//mori:secret@h/sales', 'unknown_address'],
    ['postgress:mori:secret@h/sales', 'unknown_address'],
    ['mysql://h/sales', 'unknown_address'],
    ['jdbc:postgresql://h/sales?password=secret', 'unknown_address'],
    ['file:///home/mori/followup.db', 'unknown_address'],
    ['host=h password=secret', 'unknown_address'],
    ["dbname = 'sales'", 'unknown_address'],
    ['mori:secret@h/sales', 'unknown_address'],
    ['//mori:secret@h/sales', 'unknown_address'],
    [' postgres://mori:secret@h/sales', 'unknown_address'],
    ['"postgres://mori:secret@h/sales"', 'unknown_address'],
    ['ｐｏｓｔｇｒｅｓ：／／mori:secret@h/sales', 'unknown_address'],
    ['postgres%3A%2F%2Fmori%3Asecret%40h', 'unknown_address'],
    ['postgres://mori:secret@h:port/sales', 'bad_server_address'],
    ['postgres://mori:123?45secret@h/sales', 'bad_server_address'],
    ['postgres://h/sales?schema=North', 'bad_server_address'],
    ['postgres://h/sales?password=1&secret=2', 'bad_server_address'],
    ['postgres://h/sales?foo=secret', 'unknown_server_setting'],
    ['postgres://h/sales?sslmode=nonsense', 'bad_sslmode'],
  ])('%s is refused, its password unsaid', (book, code) => {
    const failure = failureOf(book);
    expect([failure?.code, failure?.exitCode]).toEqual([code, 2]);
    expect(JSON.stringify(failure?.facts)).not.toContain('secret');
  });

  test.each([
    'followup.db',
    'books/2026/followup.db',
    'C:\\Users\\ann@firm\\book.db',
    'c:/books/a=b.db',
    'C:book.db',
    '\\\\server\\ann@firm\\book.db',
    '/home/ann@firm/2026-07:30.db',
    './postgress://mori:x@h/sales',
    '~/book.db',
    ':memory:',
    'file:book.db',
    '案件：2026.db',
    'sales 10:30.db',
    'postgres.db',
    'postgres:',
    'postgres://?service=sales',
    'postgres://mori:p%40ss@h:5432/sales?schema=north&sslmode=verify-full&sslrootcert=/etc/ca.crt',
    'postgresql://h/sales?options=-c%20search_path%3Dx&connect_timeout=3&application_name=a b',
  ])('%s is taken', (book) => {
    expect(failureOf(book)).toBeUndefined();
  });

  test('a file is none where it is an address', () => {
    for (const text of ['postgres://mori:secret@h/x', 'postgress://mori:secret@h/x']) {
      expect(() => assertFile(text)).toThrow(expect.objectContaining({ code: 'address_for_file', exitCode: 2 }));
    }
    expect(() => assertFile('C:\\books\\copy.db')).not.toThrow();
  });
});

describe('whatever the password, and wherever it stands', () => {
  const MARK = 'gEhEim';
  const text = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...':@/?#&=%[]. 1\\"\'', 'a', '%3A', '@h/', '&schema='), maxLength: 6 }),
  );
  const password = fc.tuple(text, text).map(([before, after]) => before + MARK + after);
  const scheme = fc.constantFrom('postgres', 'postgresql', 'POSTGRES', 'postgress', 'psql', 'jdbc:postgresql', 'pg');
  const join = fc.constantFrom('://', '://', '://', ':', '//', ':/', ':///');
  const place = fc.constantFrom('h/sales', 'h:5432/sales', '[::1]/sales?schema=north', 'h', '/sales', '');
  const key = fc.constantFrom('password', 'pass%77ord', 'PASSWORD', 'sslpassword', 'pasword', 'passwd', 'pw');
  const address = fc.oneof(
    fc
      .tuple(scheme, join, fc.constantFrom('mori', 'mori', '', 'mo%20ri'), password, place)
      .map(([start, sign, user, secret, rest]) => `${start}${sign}${user}:${secret}@${rest}`),
    fc
      .tuple(
        fc.constantFrom('postgres', 'postgresql', 'postgress'),
        key,
        password,
        fc.constantFrom('', '&schema=north'),
      )
      // What follows in the form of another setting is one.
      .map(
        ([start, name, secret, rest]) => `${start}://mori@h/sales?${name}=${secret.replaceAll('&schema=', '&')}${rest}`,
      ),
    password.map((secret) => `postgres://mori:${secret.replaceAll(/[@/?]/g, '')}/sales`),
    fc.tuple(fc.constantFrom('host=h ', 'dbname=sales ', ''), password).map(([start, it]) => `${start}password=${it}`),
  );

  test('it is not shown, and no setting holds it', () => {
    fc.assert(
      fc.property(address, (book) => {
        expect(withoutPassword(book)).not.toContain(MARK);
        expect(JSON.stringify(failureOf(book)?.facts ?? {})).not.toContain(MARK);
        expect(failureOf(book) !== undefined || hasPassword(book)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('written as it should be, it is left out and the rest stays', () => {
    fc.assert(
      fc.property(password, (secret) => {
        fc.pre(!/[\ud800-\udfff]/.test(secret));
        const book = `postgres://mori:${encodeURIComponent(secret)}@h:1/sales?schema=north`;
        expect(failureOf(book)).toBeUndefined();
        expect(withoutPassword(book)).toBe('postgres://mori@h:1/sales?schema=north');
      }),
    );
  });
});

test.each([
  ['postgres://mori:x@h:1/sales?schema=north&sslmode=require', 'postgres://mori@h:1/sales?sslmode=require'],
  ['POSTGRES:h/sales?schema=north', 'postgres://h/sales'],
  ['postgres://?service=sales&schema=north', 'postgres://?service=sales'],
  ['postgres://mo$ri!@h/sa`les', 'postgres://mo%24ri%21@h/sa%60les'],
])("%s is %s for PostgreSQL's own programs", (book, own) => {
  expect(addressForTools(book)).toBe(own);
});

function failureOf(book: string): Failure | undefined {
  try {
    assertBook(book);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
