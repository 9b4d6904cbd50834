/** Months as German, French, Spanish, Italian, Portuguese and Dutch programs write them, by their English short names. */
const MONTHS: readonly (readonly [english: string, names: string])[] = [
  ['jan', 'januar jänner janvier janv enero ene gennaio gen janeiro januari'],
  ['feb', 'februar février févr fév febrero febbraio fevereiro fev februari'],
  ['mar', 'märz mär mrz mars marzo março maart mrt'],
  ['apr', 'avril avr abril abr aprile april'],
  ['may', 'mai mayo maggio mag maio mei'],
  ['jun', 'juni juin junio giugno giu junho'],
  ['jul', 'juli juillet juil julio luglio lug julho'],
  ['aug', 'août aout agosto ago augustus'],
  ['sep', 'septembre septiembre settembre set setembro september'],
  ['oct', 'oktober okt octobre octubre ottobre ott outubro out'],
  ['nov', 'novembre noviembre novembro november'],
  ['dec', 'dezember dez décembre déc diciembre dic dicembre dezembro december'],
];

const ENGLISH: ReadonlyMap<string, string> = new Map(
  MONTHS.flatMap(([english, names]) => names.split(' ').map((name) => [name, english] as const)),
);

const FULL_DATE = /^(\d{1,2})(?:er|º|ª)?(?:[-/. ]{1,2}| de )(\p{L}+)(?: de | del |[-/. ]{1,2})(\d{4}|\d{2})$/u;

/** Returns a full date in lower case with its month in English: `24. dezember 2026` is `24 dec 2026`; other texts as they are. */
export function monthToEnglish(date: string): string {
  const [, day, name = '', year] = FULL_DATE.exec(date) ?? [];
  const month = ENGLISH.get(name);
  return month === undefined ? date : `${day} ${month} ${year}`;
}
