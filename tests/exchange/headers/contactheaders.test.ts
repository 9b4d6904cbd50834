import { describe, expect, test } from 'vitest';
import { CONTACT_FIELDS } from '../../../src/core/import/contactfield.ts';
import { isKnownContactHeader, mapContactHeaders } from '../../../src/exchange/headers/contactheaders.ts';
import { headerKey } from '../../../src/exchange/headers/headerkey.ts';
import { ACTIVITY_HEADERS } from '../../../src/exchange/headers/headerwords/activities.ts';
import { readMaps } from '../../../src/exchange/headers/toldcolumns.ts';

/** What each column is, in order; `-` where it is no field. */
function fieldsOf(line: string, ...maps: string[]): string {
  const columns = mapContactHeaders(line.split(','), readMaps(maps, CONTACT_FIELDS));
  return columns.map(({ field }) => field ?? '-').join(' ');
}

describe('the headers of', () => {
  test.each([
    [
      'Pipedrive',
      'Activity - Subject,Activity - Type,Activity - Due date,Activity - Due time,Activity - Done,Activity - Note,Activity - Assigned to user,Deal - Title,Person - Name,Person - Email,Organization - Name',
      'subject type date - done note - title contact - customer',
    ],
    [
      'HubSpot',
      'Activity type,Activity date,Activity assigned to,Title,Body preview,Call outcome,Direction,Associated Deal,Associated Deal IDs,Associated Company,Record ID',
      'type date - subject note outcome direction deal external-id customer -',
    ],
    [
      'Salesforce (report)',
      'Subject,Date,Type,Status,Full Comments,Opportunity,Company / Account,Assigned,Priority,Comments',
      'subject date type done note deal customer - - -',
    ],
    ['Salesforce (list)', 'Assigned,Due Date,Subject,Related To,Status,Task Subtype', '- date subject deal done type'],
    [
      'Zoho (calls)',
      'Subject,Call Type,Call Start Time,Call Duration,Related To,Contact Name,Call Result,Description,Call Owner',
      'subject direction date - deal contact outcome note -',
    ],
    ['Odoo', 'Document Name,Activity Type,Summary,Due Date,Assigned to,Note', 'deal type subject date - note'],
    [
      'a Japanese system',
      '活動日,活動種別,件名,活動内容,案件名,取引先名,担当者,先方担当者,結果,次回予定',
      'date type subject note title customer - contact outcome -',
    ],
    ['a diary of visits', '訪問日,訪問先,面談者,商談内容,結果,次回アクション', 'date customer contact note outcome -'],
    [
      'kintone',
      'レコード番号,対応日時,対応方法,案件番号,会社名,内容,作成者',
      '- date type external-id customer note -',
    ],
    ['our own names', CONTACT_FIELDS.join(), CONTACT_FIELDS.join(' ')],
    ['dates with their order', 'Date (DD/MM/YYYY),Type,Deal', 'date type deal'],
    ['a planned day', '訪問日（予定）,案件', '- deal'],
  ])('%s are recognised', (_system, line, expected) => {
    expect(fieldsOf(line)).toBe(expected);
  });
});

test('a title is the deal’s where nothing else names the deal', () => {
  expect(fieldsOf('Customer,Title,Date')).toBe('customer title date');
});

test('what is told outranks what is recognised, and notes may be several', () => {
  expect(fieldsOf('Note,Remark,Date,Anken', 'Note=note', 'Remark=note', 'Anken=deal')).toBe('note note date deal');
  expect(fieldsOf('Status,Date,Deal', 'Status=')).toBe('- date deal');
  expect(() => fieldsOf('A,B', 'A=deal', 'B=deal')).toThrow();
});

test('no header stands for two fields', () => {
  const keys = CONTACT_FIELDS.flatMap((field) => {
    const names = ACTIVITY_HEADERS[field].split(/[,\n]/).map(headerKey);
    return [...new Set(names.filter((key) => key !== ''))];
  });
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('values are no headers', () => {
  expect(['Aoki Kogyo', '2025-07-01', '青木工業', ''].filter(isKnownContactHeader)).toEqual([]);
});
