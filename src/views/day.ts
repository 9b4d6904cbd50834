import dayjs from 'dayjs';
import 'dayjs/locale/ja.js';
import utc from 'dayjs/plugin/utc.js';
import { type Day, yearOf } from '../core/day.ts';
import type { Language } from '../core/deal.ts';

dayjs.extend(utc);

const FORMATS = {
  en: { header: 'dddd D MMMM YYYY', day: 'ddd D MMM', dayOfYear: 'ddd D MMM YYYY', letter: 'D MMMM', month: 'MMMM' },
  ja: { header: 'YYYY年M月D日(dd)', day: 'M/D(dd)', dayOfYear: 'YYYY/M/D(dd)', letter: 'M月D日', month: 'M月' },
} as const;

/** How days are written for the rep and for the customer, in one language, seen from one day. */
export interface DayWords {
  /** "Tuesday 22 July 2025" */
  header(day: Day): string;
  /** "Fri 18 Jul", with the year where it is not this one. */
  short(day: Day): string;
  /** "Wed 30 Sep 2026": what was understood, in full. */
  full(day: Day): string;
  /** As in a letter: "18 July", with the year where it is not this one. */
  letter(day: Day): string;
  month(day: Day): string;
}

export function dayWords(language: Language, today: Day): DayWords {
  const formats = FORMATS[language];
  const write = (day: Day, format: string): string => dayjs.utc(day).locale(language).format(format);
  const isThisYear = (day: Day): boolean => yearOf(day) === yearOf(today);
  return {
    header: (day) => write(day, formats.header),
    full: (day) => write(day, formats.dayOfYear),
    short: (day) => write(day, isThisYear(day) ? formats.day : formats.dayOfYear),
    letter: (day) => {
      if (isThisYear(day)) return write(day, formats.letter);
      return language === 'ja' ? write(day, 'YYYY年M月D日') : write(day, 'D MMMM YYYY');
    },
    month: (day) => write(day, formats.month),
  };
}
