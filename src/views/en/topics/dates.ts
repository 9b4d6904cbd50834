import { nextHolidays } from '../../nextholidays.ts';
import { dayRows, durationRows, moneyRows } from '../../timeforms.ts';
import type { TopicPage } from '../../topicwords.ts';

export const dates: TopicPage = (facts) => {
  const { page, holidayCountry, closedDays } = facts;
  const holidays = nextHolidays(facts, 3);
  return [
    { heading: 'Days, durations and amounts' },
    `A day is typed as you would say it. Today is ${page.days.full(page.today)}; this is what each form means now. After every entry the day that was understood is shown in full.`,
    { heading: 'By its date' },
    {
      rows: dayRows(facts, [
        '2026-09-30',
        '2026/9/30',
        '20260930',
        '9/30',
        '30 Sep',
        '30th of September',
        'Sep 30, 2026',
        'end of Sep',
        '2026年9月30日',
        '9月30日',
        '9月末',
        '来年3月末',
        '30日',
        '来月10日',
        '来月末',
        '令和8年9月30日',
        'R8.9.30',
      ]),
    },
    'Numbers with slashes are month and day, never day and month. A date without a year is the next one to come. Where you tell what has happened (--on, --proposed, --last-contact) it is the last one:',
    { rows: dayRows(facts, ['9/30', 'fri'], 'behind') },
    { heading: 'From today' },
    {
      rows: dayRows(facts, [
        'today',
        'tomorrow',
        'yesterday',
        '+3d',
        '+2w',
        '+1mo',
        'in 10 days',
        '-3d',
        '2 weeks ago',
        'fri',
        'next fri',
        'last fri',
        'eom',
        'end of next month',
        '明日',
        '10日後',
        '3日前',
        '金曜',
        '来週金曜',
        '次の金曜',
        '月末',
      ]),
    },
    'fri is the next Friday to come; next fri is the one in next week, which begins on Monday. A weekday in brackets is checked against the date: 9/30 (Wed). What has two readings, such as “next week” or 9月上旬, is never guessed; you are told to be exact.',
    { heading: 'Durations' },
    'A duration is how long something takes: --lead, --prep, --approval. Counted from today they reach:',
    { rows: durationRows(facts, ['10d', '2w', '1mo', '10bd', '10日', '2週間', '1ヶ月', '10営業日']) },
    'A month before the end of a month is the end of a month: 1mo before 30 September is 31 August. 1m is not read; it could be minutes.',
    { heading: 'Business days' },
    `Business days (bd) leave out Saturdays, Sundays, the public holidays of your country and your own closed days. The country is ${holidayCountry === 'none' ? 'not set, so no holidays are known' : `“${holidayCountry}”`}; your closed days: ${closedDays ?? 'none set'}.`,
    ...(holidays.length > 0 ? ['The next holidays:', { rows: holidays }] : []),
    {
      typed: ['followup config set holidays us', 'followup config set closed-days "12-24..01-01, 08-13..08-16"'],
    },
    { heading: 'Amounts' },
    {
      rows: moneyRows(facts, [
        '1200000',
        '1,200,000',
        '¥1,200,000',
        '$22,700.00',
        'EUR 1,250.50',
        '25k',
        '120万円',
        '１２０万円',
        '1億2000万円',
      ]),
    },
    'An amount without a currency is taken in the setting currency. 1.234 is not read: it is a thousand in one country and a little more than one in another.',
  ];
};
