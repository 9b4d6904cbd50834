import { describe, expect, test } from 'vitest';
import { addressFor, hasPassword, isServer, underHome, withoutPassword } from '../../src/core/bookaddress.ts';

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
    ['postgres://ann:se@cr/et@db.example:5432/sales', 'postgres://ann@db.example:5432/sales'],
    ['postgresql://:secret@db.example/sales', 'postgresql://@db.example/sales'],
    ['postgres://db.example/sales?user=ann&password=secret', 'postgres://db.example/sales?user=ann&'],
    ['postgres://db.example/sales?password=secret&schema=north', 'postgres://db.example/sales?schema=north'],
    ['postgres://db.example/sales?sslpassword=secret', 'postgres://db.example/sales?'],
    ['postgres:ann:secret@db.example/sales', 'postgres:ann@db.example/sales'],
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
    'postgres://db.example:5432/sales?user=ann@example',
    'postgres://db.example:5432?user=ann@example',
    'C:\\a:b@c\\book.db',
  ])('%s stays as it is', (book) => {
    expect(withoutPassword(book)).toBe(book);
    expect(hasPassword(book)).toBe(false);
  });
});
