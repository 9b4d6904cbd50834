import type { DraftWords } from '../draftwords.ts';

const UNITS = { day: '日', week: '週間', month: 'か月', businessDay: '営業日' } as const;

/** A title is an honorific by itself; 様 after it would double it. */
const HONOURED =
  /(?:様|さま|殿|先生|御中|会長|社長|専務|常務|取締役|本部長|部長|次長|課長|係長|室長|所長|支店長|支社長|店長|工場長|局長|理事長|院長|校長|園長|館長|主任|マネージャー|リーダー)$/;

/** 「さん」 is for speech. */
function honoured(contact: string): string {
  const name = contact.replace(/さん$/u, '様');
  return HONOURED.test(name) ? name : `${name}様`;
}

export const draft = (): DraftWords => ({
  letter: {
    salutation: ({ customer, contact, writer }) =>
      [
        customer.replace(/(?:様|御中)$/u, ''),
        contact ? honoured(contact) : 'ご担当者様',
        '',
        'お世話になっております。',
        ...(writer ? [`${writer}でございます。`] : []),
      ]
        .filter((line, place) => place > 0 || line !== '')
        .join('\n'),
    spokenHello: (writer) => `お世話になっております。${writer ? `${writer}でございます。` : ''}`,
    closing: '何卒よろしくお願い申し上げます。',
    steps: {
      lead: (on, takes) => `${on}までに開始：${takes ? `実施に${takes}かかるため` : '実施にかかる期間から'}`,
      slot: (on) => `${on}：間に合う最後の日程`,
      prep: (on, takes) => `${on}までにご決定：${takes ? `準備に${takes}かかるため` : '準備のため'}`,
      offer: (on) => `${on}まで：ご提案の有効期限`,
      approval: (on, takes) => `${on}までに稟議を開始：${takes ? `ご承認に${takes}かかるため` : 'ご承認のため'}`,
      'not-before': (on) => `${on}以降：ご発注が可能`,
    },
    sources: { customer: '貴社のお話による', standard: '弊社の標準', assumed: '仮定', ours: '弊社の日程' },
    step: (text, source) => `・${text}（${source}）`,
    duration: ({ count, unit }) => `${count}${UNITS[unit]}`,
    inSentence: (fact) =>
      fact
        .replace(/(?<![。．.\s])[。．.\s]+$/u, '')
        .replaceAll('「', '『')
        .replaceAll('」', '』'),
    topic: (title) => title,
    subjectLine: (subject) => `件名：${subject}`,
  },
  toFill: '送る前に記入するところ:',
  fillHere: (slot) => `（--fill ${slot}="…"）`,
  angle: (name) => `切り口: ${name}。`,
  spoken: 'お話しするための文です（送るものではありません）。',
  asideFrom: {
    leaveAlone: '今日はそっとしておくのが助言です。連絡する理由をご存じの場合のために、文案だけお見せします。',
    snoozed: '後回しにした案件です。文案だけお見せします。',
    prepare: '面談が決まっています。まずその準備をしましょう。文案だけお見せします。',
  },
  noWriter: '署名がありません: followup config set name "…"（signature "…" も）',
  copied: ({ lines, hasSubject }) =>
    `クリップボードに写しました（${lines}行${hasSubject ? '、件名を除く' : ''}）。送信はしていません。`,
  written: (file) => `書き出しました: ${file}。メールソフトで下書きとして開けます。送信はしていません。`,
  notReady: '未記入のところが残っています。記入してから送ってください。',
  overwrite: (file) => `${file} はすでにあります。置き換えますか`,
  brakes: {
    status_run: '状況確認だけの連絡が続き、その後まだ何もお渡ししていない',
    ask_after_ask: '前回もお願いごとだった。間に一度お渡しする',
    ask_gap: '前回のお尋ねにまだお返事がない',
    repeated: '最近使ったばかりで、続けて使っても新しいことがない',
    only_closefile: '5回お返事がない',
  },
  open: (id, codes) => codes.map((code) => `followup draft ${id} --angle ${code}`).join('、または '),
});
