import type { ExportWords } from '../exportwords.ts';

export const exporting = (): ExportWords => ({
  written: ({ deals, file }) => `${deals}件の案件を ${file} に書き出しました。`,
  writtenDays: ({ deals, events, file }) => `案件${deals}件の予定${events}件を ${file} に書き出しました。`,
  twins: (count) =>
    `この文字コードにない記号${count}字は、同じ形の記号で書きました（〜→～、−→－）。UTF-8 なら元のまま残ります。`,
  replaced: (count) => `この文字コードで書けない${count}字は「?」にしました。`,
  agenda: {
    decision: ({ customer, text }) => subject(`${customer}のご判断日`, text),
    'latest-useful': ({ customer, text }) => subject(`${customer}のご決定が間に合う最終日`, text),
    promise: ({ customer, text }) => subject(`${customer}へのお約束`, text),
    next: ({ customer, text }) => subject(`${customer}とのお打ち合わせ`, text),
  },
  booked: '日程は確定しています。',
  notBooked: '日程はまだ確定していません。',
  assumed: '仮定の日程を含めて逆算した日です。',
  doNotContact: '連絡不要とのご意向です。',
  where: (id) => `followup show ${id}`,
});

function subject(what: string, text: string): string {
  return text === '' ? what : `${what}：${text}`;
}
