import { describe, expect, test } from 'vitest';
import { type Course, readActivity, readCourse, readSide, type Side } from '../../../src/core/import/activity.ts';

/** `channel side`, `-` where nobody was in touch, `?` where the word is not known, `!` for an attempt in vain. */
function readingOf(word: string): string {
  const activity = readActivity(word);
  if (activity === null) return '?';
  const { channel, from, noAnswer } = activity;
  return [channel ?? '-', from, noAnswer ? '!' : null].filter((it) => it !== null).join(' ');
}

describe('a type of activity', () => {
  test.each([
    [
      'phone',
      'Call',
      'call',
      '📞 Call',
      '1. Call',
      'Phone call',
      'TEL',
      '電話',
      'お電話',
      '電話連絡',
      'テレアポ',
      'Sales call',
    ],
    ['phone us', 'Outbound call', 'CALL_OUTBOUND', 'Outgoing Call', '架電発信', '発信', '電話（発信）'],
    ['phone them', 'Inbound call', 'Incoming call', '着信', '受電', '来電', '電話（受電）', '電話(着信)'],
    ['phone us !', 'Left voicemail', '留守電', '不在', '電話（不在）'],
    ['phone !', 'Call (no answer)', 'Call (busy)'],
    ['email', 'Email', 'E-mail', 'EMAIL', 'メール', 'Ｅメール', 'FORWARDED_EMAIL', 'メール連絡'],
    ['email them', 'INCOMING_EMAIL', 'Email (received)', 'メール受信', 'メール（受信）'],
    ['email us', 'Email sent', 'メール送信'],
    ['visit', 'Visit', 'Site visit', '訪問', '初回訪問', '定期訪問', '新規訪問', '訪問（初回）'],
    ['meeting', 'Meeting', 'Lunch', '面談', '打合せ', '打ち合わせ', '商談', '来社', 'デモ', 'Client meeting', '会食'],
    ['online', 'Zoom', 'Online meeting', 'Web会議', 'オンライン商談', 'WEB商談', 'Teams会議'],
    ['chat', 'SMS', 'WhatsApp', 'LinkedIn message', 'チャット', 'LINE', 'Chatwork'],
    ['letter', 'Letter', 'FAX', '郵送', 'お礼状', 'Postal mail'],
    [
      '-',
      'Task',
      'To-do',
      'To Do',
      'TODO',
      'Note',
      'Deadline',
      '社内',
      'メモ',
      '社内打合せ',
      '打合せ（社内）',
      'Internal meeting',
    ],
    ['?', 'Schnack', 'Follow-up', '電話・メール', 'その他', '', '.', 'アポ取り'],
  ])('reads as %s', (expected, ...words) => {
    expect(words.map((word) => [word, readingOf(word)])).toEqual(words.map((word) => [word, expected]));
  });
});

test.each<[Side | 'internal' | null, ...string[]]>([
  ['us', 'Outgoing', 'outbound', 'OUTBOUND', 'Sent', '発信', '送信', '架電', '自社', '当方から', 'us'],
  ['them', 'Incoming', 'Inbound', 'INCOMING_EMAIL', 'Received', '受信', '着信', 'お客様から', '先方', 'them'],
  ['internal', 'Internal', '社内'],
  [null, 'sideways', '', '両方', 'both'],
])('a direction reads as %s', (expected, ...words) => {
  expect(words.map((word) => [word, readSide(word)])).toEqual(words.map((word) => [word, expected]));
});

test.each<[Course | null, ...string[]]>([
  ['held', 'Done', 'Completed', 'TRUE', 'yes', '1', '完了', '済', '実績', 'Connected', '○'],
  [
    'notHeld',
    'To do',
    'Not Started',
    'In Progress',
    'FALSE',
    'No',
    '0',
    '未完了',
    '予定',
    'Planned',
    'Canceled',
    '×',
    'Rescheduled',
  ],
  ['noAnswer', 'No answer', 'NO_ANSWER', 'Left voicemail', 'Busy', 'No-show', '不在', '留守', '留守電', 'Missed'],
  [null, 'interested', '次回見積提出', '好感触', ''],
])('a status or an outcome reads as %s', (expected, ...words) => {
  expect(words.map((word) => [word, readCourse(word)])).toEqual(words.map((word) => [word, expected]));
});
