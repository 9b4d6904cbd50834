/**
 * Returns the plain decimal (`1234.5`) that a number with thousands separators means, or undefined where it is none or
 * has two readings: `1.234` is a little over one here and more than a thousand there.
 */
export function readDecimal(text: string): string | undefined {
  if (TWO_READINGS.test(text)) return undefined;
  if (/^\d+(?:[.,]\d+)?$/.test(text) && !COMMA_GROUPS.test(text)) return text.replace(',', '.');
  if (COMMA_GROUPS.test(text)) return text.replaceAll(',', '');
  if (POINT_GROUPS.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (OTHER_GROUPS.test(text)) return text.replace(/['’ ]/g, '').replace(',', '.');
  return undefined;
}

/** Returns the plain decimal that a number means where the point is known to be its decimal sign, or undefined. */
export function readPointDecimal(text: string): string | undefined {
  return PLAIN.test(text) || COMMA_GROUPS.test(text) || OTHER_GROUPS_POINT.test(text)
    ? text.replace(/[,'’ ]/g, '')
    : undefined;
}

/**
 * Returns the value of a number with Japanese units, in Western or Japanese digits: `120万`, `1.5億`, `1億2000万`, `3百万`,
 * `1,200千`, `一万二千三百`. Each part must be smaller than the unit before it.
 */
export function readJapaneseNumber(text: string): number | undefined {
  if (!/[兆億万千百十〇零一二三四五六七八九]/.test(text)) return undefined;
  if (/\d[〇零一二三四五六七八九]|[〇零一二三四五六七八九]\d/.test(text)) return undefined;
  const number = text
    .replace(/[〇零一二三四五六七八九]/g, (digit) => String('〇一二三四五六七八九零'.indexOf(digit) % 10))
    .replace(/(?<=[兆億万千百十]) | (?=[兆億万千百十])/g, '');
  const [, fraction, units = ''] = /^(\d[\d,]*\.\d+)([千百十]?[兆億万]|[千百十])$/.exec(number) ?? [];
  if (fraction !== undefined) return scaled(fraction, units);
  return sumOfParts(number, 'large');
}

const PLAIN = /^\d+(?:\.\d+)?$/;
const COMMA_GROUPS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const POINT_GROUPS = /^[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/;
const OTHER_GROUPS = /^[1-9]\d{0,2}(['’ ])\d{3}(?:\1\d{3})*(?:[.,]\d+)?$/;
const OTHER_GROUPS_POINT = /^[1-9]\d{0,2}(['’ ])\d{3}(?:\1\d{3})*(?:\.\d+)?$/;

/** `1.234`, and `1200,000`: a decimal comma, or more likely a thousands comma left out. */
const TWO_READINGS = /^(?:[1-9]\d{0,2}\.\d{3}|\d{4,},\d{3})$/;

const POWERS: Readonly<Record<string, number>> = { 兆: 12, 億: 8, 万: 4, 千: 3, 百: 2, 十: 1 };
const UNITS = { large: ['兆', '億', '万', ''], small: ['千', '百', '十', ''] } as const;
const PARTS = {
  large: /^(?:([^兆億万]+)兆)?(?:([^兆億万]+)億)?(?:([^兆億万]+)万)?([^兆億万]+)?$/,
  small: /^(?:([\d,]*)千)?(?:([\d,]*)百)?(?:([\d,]*)十)?([\d,]+)?$/,
} as const;

/** Large units multiply whole numbers below them (五千万), small ones digits; a small unit alone counts once (千). */
function sumOfParts(text: string, size: 'large' | 'small'): number | undefined {
  const match = text === '' ? null : PARTS[size].exec(text);
  if (match === null) return undefined;
  let sum = 0;
  let limit = Number.POSITIVE_INFINITY;
  for (const [index, unit] of UNITS[size].entries()) {
    const part = match[index + 1];
    if (part === undefined) continue;
    const count = size === 'large' ? sumOfParts(part, 'small') : part === '' ? 1 : scaled(part);
    const value = count === undefined ? Number.NaN : count * 10 ** (POWERS[unit] ?? 0);
    if (!(value < limit)) return undefined;
    sum += value;
    limit = 10 ** (POWERS[unit] ?? 0);
  }
  return sum;
}

/** Shifts the decimal point in the text: 1.1 × 10^8 in floating point is a little too much. */
function scaled(digits: string, units = ''): number | undefined {
  if (!/^(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(digits)) return undefined;
  const power = [...units].reduce((sum, unit) => sum + (POWERS[unit] ?? 0), 0);
  return Number(`${digits.replaceAll(',', '')}e${power}`);
}
