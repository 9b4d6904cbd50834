import { isEmail } from '../core/email.ts';

/** Octets of one encoded word, so that the line around it stays within 76 (RFC 2047). */
const WORD_OCTETS = 39;
const LINE = 76;
const END = '\r\n';

export interface Mail {
  readonly to: { readonly name: string | null; readonly address: string } | null;
  readonly subject: string;
  readonly body: string;
}

/**
 * Returns a message (RFC 5322) that mail programs open as a draft of the user's own: `X-Unsent` says so, and sender, date and
 * number are theirs to set. An address that would name somebody else as well is left out.
 */
export function mailToEml({ to, subject, body }: Mail): string {
  const headers = [
    'X-Unsent: 1',
    ...(to && isEmail(to.address) ? [`To: ${recipient(to)}`] : []),
    `Subject: ${encoded(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const octets = Buffer.from(body.replace(/\r\n?|\n/g, END) + END, 'utf8').toString('base64');
  const lines = octets.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return [...headers, '', ...lines, ''].join(END);
}

function recipient({ name, address }: NonNullable<Mail['to']>): string {
  if (!name) return address;
  const plain = oneLine(name);
  return isPlain(plain) ? `"${plain.replace(/["\\]/g, '\\$&')}" <${address}>` : `${encoded(plain)}${END} <${address}>`;
}

/** Plain ASCII stays readable; anything else becomes encoded words, none of which splits a character. */
function encoded(text: string): string {
  const plain = oneLine(text);
  if (isPlain(plain) && plain.length <= LINE - 'Subject: '.length) return plain;
  const words: string[] = [];
  let word = '';
  for (const character of plain) {
    if (Buffer.byteLength(word + character) > WORD_OCTETS) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((it) => `=?UTF-8?B?${Buffer.from(it).toString('base64')}?=`).join(`${END} `);
}

/** A line end in a header would begin another header. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim();
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && !text.includes('=?');
}
