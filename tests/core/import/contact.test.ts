import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/core/day.ts';
import { createContactReader, textOf } from '../../../src/core/import/contact.ts';
import type { ContactCells, ContactColumn } from '../../../src/core/import/contactcells.ts';
import type { ContactField } from '../../../src/core/import/contactfield.ts';

const TODAY = '2025-07-22' as Day;
const STYLE = { date: { order: 'dmy', areMidnights: false }, decimal: null, unit: null } as const;

/** Reads one row of columns that are called as their fields unless named: `date:訪問日`. */
function readRow(cells: Readonly<Record<string, string>>) {
  const columns = Object.keys(cells).map((name): ContactColumn => {
    const [field = '', column = field] = name.split(':');
    return { field: field as ContactField, column, style: STYLE };
  });
  const read = createContactReader(columns, { today: TODAY, localDayOf: () => TODAY, types: new Map() });
  return read(Object.values(cells));
}

const ROW = { type: 'Call', date: '2025-07-01', deal: 'event' };

describe('a row of an activity export', () => {
  test.each([
    ['a task', { ...ROW, type: 'Task' }, 'type'],
    ['a call among ourselves', { ...ROW, direction: 'Internal' }, 'type'],
    ['a task without day or deal', { type: 'To-do', date: '', deal: '' }, 'type'],
    ['not done', { ...ROW, done: 'To do' }, 'notDone'],
    ['not done and of a type nobody knows', { ...ROW, type: 'Schnack', done: 'Not Started' }, 'notDone'],
    ['called off', { ...ROW, type: 'Meeting', outcome: 'Canceled' }, 'notDone'],
    ['tomorrow, though marked as done', { ...ROW, date: '2025-07-23', done: 'Done' }, 'ahead'],
  ])('that is %s is left out', (_what, cells, why) => {
    expect(readRow(cells)).toEqual({ is: 'left', why });
  });

  test.each([
    ['type', { ...ROW, type: 'Schnack' }, [['type', 'bad_type']]],
    ['day', { ...ROW, date: '' }, [['date', 'day_missing']]],
    ['readable day', { ...ROW, date: '2025-02-30' }, [['date', 'bad_day']]],
    ['deal', { ...ROW, deal: '' }, [['deal', 'deal_missing']]],
    ['direction', { ...ROW, direction: 'sideways' }, [['direction', 'bad_direction']]],
    ['status', { ...ROW, done: 'perhaps' }, [['done', 'bad_done']]],
    [
      'type and no day',
      { type: '', date: '', deal: 'event' },
      [
        ['type', 'type_missing'],
        ['date', 'day_missing'],
      ],
    ],
  ])('without a %s is bad', (_what, cells, expected) => {
    const read = readRow(cells);
    expect(read.is === 'bad' && read.problems.map(({ column, problem }) => [column, problem])).toEqual(expected);
  });

  test.each([
    ['today', { ...ROW, date: '2025-07-22' }, { on: '2025-07-22', channel: 'phone', from: 'us', noAnswer: false }],
    ['by its direction', { ...ROW, direction: 'Inbound' }, { from: 'them' }],
    ['by its direction rather than its type', { ...ROW, type: '受電', direction: '発信' }, { from: 'us' }],
    ['unreached', { ...ROW, outcome: 'No answer' }, { noAnswer: true, text: '' }],
    ['missed by us', { ...ROW, type: 'Missed call', done: 'Missed' }, { from: 'them', noAnswer: false }],
    ['by the order of its column', { ...ROW, date: '03/04/2025' }, { on: '2025-04-03' }],
    ['by its subject', { ...ROW, type: '', subject: 'Email: the plan' }, { channel: 'email' }],
    ['by a label in its subject', { ...ROW, type: '', subject: '【訪問】ご挨拶' }, { channel: 'visit' }],
    ['by the first word of its note', { ...ROW, type: '', note: '電話。納期のご質問' }, { channel: 'phone' }],
    ['by the header', { 'date:訪問日': '2025-07-01', deal: 'event' }, { channel: 'visit' }],
  ])('is a contact: %s', (_what, cells, expected) => {
    const read = readRow(cells);
    expect(read.is === 'contact' && read.contact.facts).toMatchObject(expected);
  });

  test('whose headers name two ways names none', () => {
    expect(readRow({ 'date:訪問日': '2025-07-01', 'note:電話内容': 'x', deal: 'event' }).is).toBe('bad');
  });
});

test.each([
  ['the plan', 'it is two pages', '', 'the plan\nit is two pages'],
  ['the plan', 'The plan is two pages', '', 'the plan\nThe plan is two pages'],
  ['the plan', 'the plan is two pages', '', 'the plan is two pages'],
  ['same', 'same', '', 'same'],
  ['Call', 'asked for the plan', '', 'asked for the plan'],
  ['Call', '', '', 'Call'],
  ['', 'note', 'Connected', 'note'],
  ['', 'note', 'wants a second offer', 'note\nwants a second offer'],
  ['', '', '', ''],
])('subject “%s”, note “%s” and outcome “%s” are one text', (subject, note, outcome, expected) => {
  const filled = Object.entries({ subject, note, outcome }).filter(([, text]) => text !== '');
  const cells = Object.fromEntries(filled.map(([field, text]) => [field, { column: field, text }])) as ContactCells;
  expect(textOf(cells)).toBe(expected);
});
