import type { ICalEventClass, ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, type Day } from '../core/day.ts';

/** A whole day in a calendar. */
export interface DayEvent {
  /** The same for the same thing for ever: by it a calendar knows what it has already. */
  readonly uid: string;
  readonly on: Day;
  readonly summary: string;
  readonly description: string;
  /** Whether an appointment is certain; null for what is none. */
  readonly isCertain: boolean | null;
}

/** A calendar file (RFC 5545) that is written page by page. */
export interface CalendarText {
  readonly head: string;
  readonly page: (events: readonly DayEvent[]) => string;
  readonly tail: string;
}

const EVENT = 'BEGIN:VEVENT';
const END = 'END:VCALENDAR';

/**
 * Returns the calendar of a book that was last changed at this instant. Stamp and sequence come from it, not from the clock: the
 * same book gives the same file, and after any change the events outrank those a calendar has.
 */
export async function openCalendarText(changedAt: string | null, language: string): Promise<CalendarText> {
  const { default: createCalendar } = await import('ical-generator');
  const prodId = { company: 'followup', product: 'followup-coach', language: language.toUpperCase() };
  const write = (events: readonly ICalEventData[]): string => {
    return `${createCalendar({ prodId, events: [...events] }).toString()}\r\n`;
  };
  const stamp = new Date(changedAt ?? 0);
  const empty = write([]);
  return {
    head: empty.slice(0, empty.lastIndexOf(END)),
    page: (events) => {
      if (events.length === 0) return '';
      const whole = write(events.map((event) => eventData(event, stamp)));
      return whole.slice(whole.indexOf(EVENT), whole.lastIndexOf(END));
    },
    tail: `${END}\r\n`,
  };
}

/** Sequences are counted in seconds from here: they grow with every change, and start low as the format wants them. */
const FIRST_SECOND = Date.UTC(2025, 0, 1) / 1000;

function eventData({ uid, on, summary, description, isCertain }: DayEvent, stamp: Date): ICalEventData {
  return {
    id: uid,
    sequence: Math.max(0, Math.floor(stamp.getTime() / 1000) - FIRST_SECOND),
    stamp,
    lastModified: stamp,
    // The end of a whole day is the day after it.
    start: new Date(on),
    end: new Date(addDays(on, 1)),
    allDay: true,
    summary,
    description,
    // A deadline blocks nobody's day, and customers' names are not for those who share the calendar.
    transparency: 'TRANSPARENT' as ICalEventTransparency,
    class: 'PRIVATE' as ICalEventClass,
    ...(isCertain === null ? {} : { status: (isCertain ? 'CONFIRMED' : 'TENTATIVE') as ICalEventStatus }),
  };
}
