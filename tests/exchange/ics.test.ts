import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type DayEvent, openCalendarText } from '../../src/exchange/ics.ts';
import { anyText } from '../support/archives.ts';
import { day } from '../support/deals.ts';

const CHANGED = '2025-07-22T03:00:00.000Z';

const event = (more: Partial<DayEvent> = {}): DayEvent => ({
  uid: 'a-decision',
  on: day('2025-09-30'),
  summary: 'Aoki decides',
  description: '',
  isCertain: null,
  ...more,
});

async function written(...pages: readonly DayEvent[][]): Promise<string> {
  const { head, page, tail } = await openCalendarText(CHANGED, 'en');
  return head + pages.map(page).join('') + tail;
}

/** What another program reads. */
function read(text: string): { version: unknown; events: InstanceType<typeof ICAL.Event>[] } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    version: calendar.getFirstPropertyValue('version'),
    events: calendar.getAllSubcomponents('vevent').map((it) => new ICAL.Event(it)),
  };
}

test('a day is a whole day: it ends where the next one begins', async () => {
  const { version, events } = read(await written([event()]));
  expect(version).toBe('2.0');
  const [found] = events;
  expect([found?.startDate.toString(), found?.endDate.toString(), found?.startDate.isDate]).toEqual([
    '2025-09-30',
    '2025-10-01',
    true,
  ]);
});

test('pages make one calendar, and no events an empty one', async () => {
  const pages = [[event({ uid: 'a' }), event({ uid: 'b' })], [], [event({ uid: 'c' })]];
  expect(read(await written(...pages)).events.map(({ uid }) => uid)).toEqual(['a', 'b', 'c']);
  expect(read(await written()).events).toEqual([]);
});

test('stamp and sequence come from the book’s last change, so that a later file outranks an earlier one', async () => {
  const earlier = await openCalendarText(CHANGED, 'en');
  const later = await openCalendarText('2025-07-22T03:00:01.000Z', 'en');
  const sequences = [earlier, later].map(
    ({ head, page, tail }) => read(head + page([event()]) + tail).events[0]?.sequence,
  );
  expect(Number(sequences[1])).toBeGreaterThan(Number(sequences[0]));
  expect(earlier.page([event()])).toContain('DTSTAMP:20250722T030000Z');
});

test('nobody’s day is blocked, and an appointment is certain or not', async () => {
  const text = await written([event({ isCertain: true }), event({ uid: 'b', isCertain: false })]);
  const statuses = read(text).events.map((it) => it.component.getFirstPropertyValue('status'));
  expect(statuses).toEqual(['CONFIRMED', 'TENTATIVE']);
  expect(text.match(/TRANSP:TRANSPARENT/g)).toHaveLength(2);
});

test('any text is read by another program as it was, in lines of at most 75 octets', async () => {
  // Control characters have no place in the format; the views have made them visible before.
  const plain = anyText.map((text) => text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ''));
  await fc.assert(
    fc.asyncProperty(plain, plain, async (summary, description) => {
      const text = await written([event({ summary, description })]);
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const [found] = read(text).events;
      expect([found?.summary ?? '', found?.description ?? '']).toEqual([summary, description]);
    }),
  );
});
