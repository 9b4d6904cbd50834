import { nextHolidays } from '../../nextholidays.ts';
import { dayRows, durationRows, moneyRows } from '../../timeforms.ts';
import type { TopicPage } from '../../topicwords.ts';

export const dates: TopicPage = (facts) => {
  const { page, holidayCountry, closedDays } = facts;
  const holidays = nextHolidays(facts, 3);
  return [
    { heading: '日付・期間・金額の書き方' },
    `日付は、ふだん話すとおりに書けます。今日は${page.days.full(page.today)}です。今日入力すると、それぞれ次の日になります。入力のあとには、読み取った日付が必ず省略なしで表示されます。`,
    { heading: '日付で書く' },
    {
      rows: dayRows(facts, [
        '2026-09-30',
        '2026/9/30',
        '20260930',
        '9/30',
        '2026年9月30日',
        '9月30日',
        '9月末',
        '来年3月末',
        '30日',
        '来月10日',
        '来月末',
        '令和8年9月30日',
        'R8.9.30',
        '30 Sep',
        'Sep 30, 2026',
        'end of Sep',
      ]),
    },
    '年を省くと、これから来るいちばん近い日になります。すでにあったことの日付（--on、--proposed、--last-contact）では、いちばん最近の日です。',
    { rows: dayRows(facts, ['9/30', '金曜'], 'behind') },
    { heading: '今日から数えて書く' },
    {
      rows: dayRows(facts, [
        '今日',
        '明日',
        '昨日',
        '10日後',
        '3日前',
        '金曜',
        '次の金曜',
        '来週金曜',
        '先週の金曜日',
        '月末',
        'today',
        'tomorrow',
        '+3d',
        '+2w',
        '+1mo',
        'in 10 days',
        '-3d',
        '2 weeks ago',
        'fri',
        'next fri',
        'eom',
        'end of next month',
      ]),
    },
    '「金曜」は次に来る金曜日、「来週金曜」は月曜日から始まる来週の金曜日です。「9/30(水)」のように曜日を添えると、日付と合っているかを確かめます。「来週」「9月上旬」のように一日に決まらないものは推測せず、書き直しをお願いします。',
    { heading: '期間' },
    '期間は、何にどれだけかかるかを表します（--lead、--prep、--approval）。今日から数えると次の日になります。',
    { rows: durationRows(facts, ['10日', '2週間', '1ヶ月', '10営業日', '10d', '2w', '1mo', '10bd']) },
    '月末の1ヶ月前は月末です（9月30日の1ヶ月前は8月31日）。「1m」は分とも読めるため、読み取りません。',
    { heading: '営業日' },
    `営業日（bd）は、土曜・日曜、祝日、会社の休業日を除いて数えます。祝日の設定は${holidayCountry === 'none' ? 'まだなく、祝日を除いていません' : `「${holidayCountry}」です`}。会社の休業日は${closedDays === null ? 'まだ設定されていません' : `「${closedDays}」です`}。`,
    ...(holidays.length > 0 ? ['次の祝日:', { rows: holidays }] : []),
    {
      typed: ['followup config set holidays jp', 'followup config set closed-days "12-29..01-03, 08-13..08-16"'],
    },
    { heading: '金額' },
    {
      rows: moneyRows(facts, [
        '1200000',
        '1,200,000',
        '¥1,200,000',
        '120万円',
        '１２０万円',
        '1億2000万円',
        '$22,700.00',
        'EUR 1,250.50',
        '25k',
      ]),
    },
    '通貨のない金額は、設定 currency の通貨として扱います。「1.234」は、千二百三十四とも一余りとも読めるため、読み取りません。',
  ];
};
