import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Language } from '../src/core/deal.ts';
import { CTRL_C, type Reply, setUpDesk } from './support/desk.ts';

/** One line typed at the terminal, with the replies to what it asks. */
type Typed = readonly [argv: readonly string[], replies?: readonly Reply[]];

/** A rep's first day: nothing yet, a deal, its open questions, a visit, and the list that follows from them. */
const FIRST_DAY: Readonly<Record<Language, readonly Typed[]>> = {
  en: [
    [[]],
    [
      ['add'],
      [
        'Aoki Kogyo',
        'hiring event',
        '¥1,200,000',
        '20 May',
        true,
        ['proposal', 'quote'],
        '30 Sep',
        true,
        'finish hiring',
        'unknown',
        '',
        '',
      ],
    ],
    [['ask'], ['a month or so', '1mo', 'mid', '', 'head of HR, then the board', 'the board approves, about a week']],
    [
      ['note', 'aoki'],
      [
        'visited; the head of HR likes it but worries about staff time',
        [],
        'any update?',
        'staff hours at two similar companies, 28 Jul',
      ],
    ],
    [
      [
        'note',
        'aoki',
        'they asked who runs it after launch',
        '--from',
        'them',
        '--asked',
        'who runs it after launch?',
        '--needs',
        'effort',
        '--decision-date',
        'eom',
        '--no-input',
      ],
    ],
    [['add', 'Sato Shoji', 'order form', '--proposed', '1 Jul', '--last-contact', 'yesterday']],
    [['hold', 'sato', '1 Sep', '--words', 'leave us alone until September']],
    [['today']],
    [['why', 'aoki']],
    [['show', 'aoki']],
  ],
  ja: [
    [[]],
    [
      ['add'],
      [
        '青木工業',
        '採用イベント',
        '120万円',
        '5/20',
        true,
        ['提案書', '見積書'],
        '9月末',
        true,
        '新卒採用を終える',
        '不明',
        '',
        '',
      ],
    ],
    [['ask'], ['一ヶ月くらい', '1ヶ月', '中規模', '', '人事部長、その後役員会', '役員会の稟議、5営業日ほど']],
    [
      ['note', '青木'],
      ['訪問。人事部長は前向きだが、現場の手間を心配されている', [], 'その後の状況伺い', '他社での作業時間、7/28'],
    ],
    [
      [
        'note',
        '青木',
        '稼働後は誰が見るのかとのご質問',
        '--from',
        'them',
        '--asked',
        '稼働後は誰が見るのか',
        '--needs',
        'お客様側の作業量の見積り',
        '--decision-date',
        '今月末',
        '--no-input',
      ],
    ],
    [['add', '佐藤商事', '発注書式', '--proposed', '7/1', '--last-contact', '昨日']],
    [['hold', '佐藤', '9/1', '--words', '9月までそっとしておいて']],
    [['today']],
    [['why', '青木']],
    [['show', '青木']],
  ],
};

test.each(['en', 'ja'] as const)('a first day reads as it should (%s)', async (language) => {
  const desk = await setUpDesk({ today: '2025-07-22', language, width: 80 });
  const pages: string[] = [];
  for (const [argv, replies = []] of FIRST_DAY[language]) {
    const { code, transcript } = await desk.answering(replies, ...argv);
    const command = ['followup', ...argv.map((word) => (/[\s"?]/.test(word) ? `"${word}"` : word))].join(' ');
    pages.push(`$ ${command}\n${transcript}\n`);
    expect(code, transcript).toBe(0);
  }
  desk.resize(50);
  pages.push(`$ followup today        # 50 columns\n${(await desk.run('today')).out}\n`);
  await expect(pages.join('\n')).toMatchFileSnapshot(`transcripts/first-day.${language}.txt`);
});

test.each(['en', 'ja'] as const)('the sample day reads as it should (%s)', async (language) => {
  const desk = await setUpDesk({ today: '2025-07-22', language, width: 80 });
  const { out } = await desk.run('demo');
  // A long path may be broken anywhere.
  const path = [...join(desk.folder, `demo-${language}.db`)].map((sign) => sign.replace(/\W/, '\\$&')).join('\\n?');
  const text = out
    .replace(new RegExp(path, 'g'), '<demo>')
    .replace(/^.*<demo>.*$/gm, '')
    .replace(/\n{3,}/g, '\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot(`transcripts/demo.${language}.txt`);
});

/** A morning at the terminal: one message is sent, one deal put off, one noted, one left for later. */
const MORNING: Readonly<
  Record<Language, { readonly deals: readonly (readonly string[])[]; readonly replies: readonly Reply[] }>
> = {
  en: {
    deals: [
      ['add', 'Sato Shoji', 'order form', '--decision-date', '8/8'],
      ['note', '1', 'they asked', '--from', 'them', '--asked', 'can we keep our data?', '--on', '2025-07-17'],
      ['add', 'Aoki Kogyo', 'hiring event', '--decision-date', '8/8', '--next', 'staff hours', '--next-on', '7/30'],
      ['note', '2', 'promised it', '--promise', 'security', '--by', '2025-07-18', '--on', '2025-07-15'],
      ['add', 'Mori Trading', 'web shop', '--decision-date', '8/8', '--next', 'a plan', '--next-on', '7/30'],
      ['note', '3', 'they asked', '--from', 'them', '--needs', 'roi', '--on', '2025-07-21'],
    ],
    replies: ['d', 'c', 'Enter', 'r', 'staff hours at two companies, 28 Jul', 'z', CTRL_C, 'z', 'soon', 'fri', 'q'],
  },
  ja: {
    deals: [
      ['add', '佐藤商事', '受発注システム', '--decision-date', '8/8'],
      ['note', '1', 'ご質問あり', '--from', 'them', '--asked', 'データは移せますか', '--on', '2025-07-17'],
      ['add', '青木工業', '採用イベント', '--decision-date', '8/8', '--next', '人員の試算', '--next-on', '7/30'],
      ['note', '2', 'お約束した', '--promise', 'security', '--by', '2025-07-18', '--on', '2025-07-15'],
      ['add', '森商会', '通販サイト', '--decision-date', '8/8', '--next', '日程案', '--next-on', '7/30'],
      ['note', '3', '資料のご依頼', '--from', 'them', '--needs', 'roi', '--on', '2025-07-21'],
    ],
    replies: ['d', 'c', 'Enter', 'r', '他社2社の工数、7/28', 'z', CTRL_C, 'z', 'そのうち', '金曜', 'q'],
  },
};

test.each(['en', 'ja'] as const)('the list worked through reads as it should (%s)', async (language) => {
  const pages: string[] = [];
  for (const width of [80, 50]) {
    const desk = await setUpDesk({ today: '2025-07-22', language, width, programs: { copy: async () => undefined } });
    const { deals, replies } = MORNING[language];
    for (const argv of deals) await desk.run(...argv);
    const { code, transcript } = await desk.answering(replies, 'today', '--go');
    expect(code).toBe(0);
    pages.push(`$ followup today --go        # ${width} columns\n${transcript}\n`);
  }
  await expect(pages.join('\n')).toMatchFileSnapshot(`transcripts/go.${language}.txt`);
});
