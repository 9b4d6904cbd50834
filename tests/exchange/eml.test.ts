import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailToEml } from '../../src/exchange/eml.ts';

function read(eml: string): { headers: string[]; body: string } {
  const [head = '', body = ''] = eml.split('\r\n\r\n');
  return {
    headers: head.replace(/\r\n[ \t]+/g, ' ').split('\r\n'),
    body: Buffer.from(body, 'base64').toString('utf8'),
  };
}

function decoded(header: string): string {
  return header
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'));
}

test('what goes in comes out, whatever the language', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, text, text, (name, subject, body) => {
      const eml = mailToEml({ to: { name, address: 'a@example.com' }, subject, body });
      const { headers, body: back } = read(eml);
      expect(back.replace(/\r\n/g, '\n')).toBe(`${body.replace(/\r\n?/g, '\n')}\n`);
      const clean = subject.replace(/[\r\n]+/g, ' ').trim();
      if (!/[\p{Cc}]/u.test(clean)) expect(decoded(headers[2] ?? '')).toBe(`Subject: ${clean}`.trimEnd().padEnd(9));
      expect(headers.map((it) => it.split(':')[0])).toEqual([
        'X-Unsent',
        'To',
        'Subject',
        'MIME-Version',
        'Content-Type',
        'Content-Transfer-Encoding',
      ]);
      for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
      expect(eml.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    }),
  );
});

test('no line of a Japanese header is longer than 76, and no character is split', () => {
  const subject = '【受発注システム】目標日から逆算した日程のご案内と、ご判断の目安について（再送ではございません）';
  const eml = mailToEml({ to: { name: '林 一郎', address: 'hayashi@example.jp' }, subject, body: 'x' });
  for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
  for (const [, word = ''] of eml.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)) {
    expect(Buffer.from(word, 'base64').toString('utf8')).not.toContain('\ufffd');
  }
});

test('nobody can slip in a header', () => {
  const eml = mailToEml({
    to: { name: 'x\r\nBcc: y@z', address: 'a@b\r\nBcc: c@d' },
    subject: 'a\nBcc: e@f',
    body: '',
  });
  expect(eml).not.toMatch(/^Bcc:/m);
});

test.each([
  'a@b, c@d',
  'a@b;c',
  'x:a@b;',
  'a,b@c',
  '"a"@b',
  'a(b)@c',
  'a@b>',
  'a@b\u0000',
  'a\u202e@b',
  '@b',
  'a@',
  'a',
])('an address that is more or less than one is no recipient: %j', (address) => {
  expect(mailToEml({ to: { name: 'Aoki', address }, subject: 'x', body: 'x' })).not.toMatch(/^To:/m);
});

test('without an address there is no recipient, and never a date or a sender', () => {
  const eml = mailToEml({ to: null, subject: 'x', body: 'x' });
  expect(eml).not.toMatch(/^(To|Date|From|Message-ID):/im);
});
