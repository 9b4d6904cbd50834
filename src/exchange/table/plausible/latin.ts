import { decode } from '../decode.ts';
import type { Source } from '../source.ts';

/** How the words of a language are spelt, in lower case: plain letters, and others only where they occur. */
type Spelling = RegExp;

const WESTERN: readonly Spelling[] = [
  spelling('[äöéü]|(?<=[aeiouäöü])ß'),
  // French
  spelling(
    '[éàâçëîïôü]|(?<=[aouy])ÿ|è(?=[bcdfglmnpqrstv]|ch)|ê(?=[tmpvnlrqs]|ch|ge)|û(?=[trlmcn]|$)|(?<=o)ù$|^œno|œ(?=u|il)|(?<=f)œ(?=t)|(?<=[aeo])æ|æ$',
  ),
  // Italian
  spelling('[éî]|[àèìòù]$'),
  // Spanish, with Catalan and Galician
  spelling('[áéíóúüç]|ñ(?=[aeiouáéíóú]|$|s$)'),
  spelling('[àéíïúüç]|ó|[èò](?=[bcdgilmnprstvx]|$)'),
  // Portuguese
  spelling('[áâàçéíóôúü]|ã(?=[oe]|s?$|zi)|õ(?=e)|ê(?=[nmstu]|$)'),
  // The languages of the North
  spelling('[åäöéü]|(?<![ie])æ(?=[a-zåø])|ø(?=[bcdfghjklmnprstvxyz]|e?$)'),
  // Dutch
  spelling('[ëïéöüáóú]|è(?=[rst]|$)|ê(?=[lt])'),
];

/** Letters at which the encodings of Western and of Central Europe have the same bytes. */
const SHARED = spelling(
  '[áâäçéëíîóôöúü]|(?<=[aeiouäöü])ß|ý$|[šž](?=[aeiouyáéíóú])|(?<=[aeiouyáéíóú])[šž]|^š(?=[kptlmn])',
);

const CENTRAL: readonly Spelling[] = [
  SHARED,
  spelling('[ąćęłóśźż]|ń(?![aeiouyąęó])'),
  spelling('[áčďéěíňóřšťúůýžľĺŕôä]'),
  spelling('[áéíóöőúüű]'),
  spelling('[ăâîşţ]'),
  spelling('[čćđšž]'),
];

const TURKISH: readonly Spelling[] = [spelling('[çğıöşüâîû\u0307]')];

/** Encodings that agree on most bytes or read the others as letters too, with the words that they can be expected to hold. */
const FAMILY: readonly (readonly [name: string, spellings: readonly Spelling[]])[] = [
  ['windows-1252', [...WESTERN, SHARED]],
  ['windows-1250', CENTRAL],
  ['windows-1254', [...WESTERN, SHARED, ...TURKISH]],
  ['macintosh', WESTERN],
  ['cp850', WESTERN],
];

const OPENING = /^[“‘„«‹¿¡\u00a0©•§°µ–—€£]+/;
const CLOSING = /[”’»›“‘…®™°\u00a0€]+$/;
/** n°, nº, 1ª, m², cm³. */
const ABBREVIATION = /^(?:[ºª]|(?:n|m|d)[ºª°]|[kcdm]?m[²³])$/i;
/** Signs of which a list of deals has none. */
const UNLIKELY = /[ƒ†‡ˆ˜¦¬¤¨¯´¸¹\ufffd\u0080-\u009f]/;
/** Questions begin with a capital; before a small letter, the sign is itself a letter read wrongly. */
const QUESTION = /^[¿¡](?!\p{Lu})/u;

/**
 * Returns the encodings that spell the words of a text of Western Europe better than Windows-1252 does, the best first; none
 * where it misspells none.
 */
export async function betterSpelling(source: Source): Promise<readonly string[]> {
  const found: (readonly [name: string, misspelt: number])[] = [];
  for (const [name, spellings] of FAMILY) {
    const misspelt = await misspeltWords(source, name, spellings);
    if (found.length === 0 && misspelt === 0) return [];
    found.push([name, misspelt]);
  }
  const [[, usual]] = found as [[string, number]];
  const better = found.filter(([, misspelt]) => misspelt < usual);
  return better.sort(([, one], [, other]) => one - other).map(([name]) => name);
}

async function misspeltWords(source: Source, encoding: string, spellings: readonly Spelling[]): Promise<number> {
  let misspelt = 0;
  let rest = '';
  const count = (text: string): void => {
    const words = text.match(/[A-Za-z\u0080-\uffff]+/g) ?? [];
    misspelt += words.filter((word) => !isAscii(word) && !isSpelt(word, spellings)).length;
  };
  for await (const piece of decode(source, encoding)) {
    const text = rest + piece;
    const end = text.search(/[A-Za-z\u0080-\uffff]*$/);
    count(text.slice(0, end));
    rest = text.slice(end);
  }
  count(rest);
  return misspelt;
}

function isSpelt(word: string, spellings: readonly Spelling[]): boolean {
  if (ABBREVIATION.test(word)) return true;
  if (UNLIKELY.test(word) || QUESTION.test(word)) return false;
  const bare = word.replace(OPENING, '').replace(CLOSING, '');
  if (/^[^\p{L}]*$/u.test(bare)) return true;
  return bare
    .split(/[’\u00a0·]/)
    .every((part) => !/\p{Ll}(?![A-Z])\p{Lu}/u.test(part) && spellings.some((it) => it.test(part.toLowerCase())));
}

function isAscii(word: string): boolean {
  return /^[\x00-\x7f]*$/.test(word);
}

function spelling(accented: string): Spelling {
  return new RegExp(`^(?:[a-z]|${accented})*$`);
}
