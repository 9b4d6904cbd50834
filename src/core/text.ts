/** The minus sign and hyphens that keyboards and word processors produce; NFKC leaves them alone. */
const HYPHENS = /[\u2010\u2011\u2212]/g;

/** ASCII, kana and kanji, with single spaces between them: what NFKC and the folding of white space leave as it is. */
const PLAIN =
  /^[!-~\u3041-\u3094\u30a1-\u30fa\u30fc\u4e00-\u9fff]+(?: [!-~\u3041-\u3094\u30a1-\u30fa\u30fc\u4e00-\u9fff]+)*$/;

/** Returns the text with full-width digits, letters and signs as ASCII and its white space collapsed, to read values from. */
export function narrow(text: string): string {
  // Most text of an import is plain, and looking takes a fraction of the time that folding does.
  if (PLAIN.test(text)) return text;
  return text.normalize('NFKC').replace(HYPHENS, '-').replace(/\s+/g, ' ').trim();
}

/** Returns what names are compared by: `ＡＯＫＩ  Shokai` and `Aoki shokai` are the same. */
export function searchKey(text: string): string {
  const key = narrow(text).toLowerCase();
  // Lower case can bring letters together that upper case keeps apart (H + macron below), hence the second pass.
  return PLAIN.test(key) ? key : key.normalize('NFKC');
}

/** Returns the text without spaces next to Japanese letters, which only pad columns: `令和 8年 9月 1日`. */
export function joinJapanese(text: string): string {
  return text.replace(/(?<=[^ -~]) | (?=[^ -~])/g, '');
}

/** Returns the text by itself: what was cut out of a longer one keeps all of that in memory. */
export function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
