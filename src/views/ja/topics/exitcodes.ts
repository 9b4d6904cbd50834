import type { TopicPage } from '../../topicwords.ts';

export const exitCodes: TopicPage = () => [
  { heading: '終了コード' },
  '答えは標準出力に、それ以外のお知らせは標準エラーに出ます。結果は終了コードで分かります。',
  {
    rows: [
      ['0', '完了。一覧が空の場合も完了です。'],
      ['1', 'できなかった。案件がない、ファイルが読めない、doctor が問題を見つけた、など。'],
      ['2', 'コマンドの指定の誤り。読めない日付などの値も含みます。'],
      ['3', '方法に反するため断った。どの決まりによるものか、代わりにどうすればよいかを示します。'],
      ['70', 'followup の不具合。途中まで書き込むことはありません。お知らせください。'],
      ['130', 'Ctrl-C で取り消した。何も変わっていません。ただし today --go で、それまでに記録した内容は残ります。'],
    ],
  },
  { heading: '例' },
  {
    rows: [
      ['followup list 架空の会社', '0: 当てはまる案件がない、という答えです'],
      ['followup show 架空の会社', '1: 示す案件がありません'],
      ['followup snooze 1 そのうち', '2: 日付として読めません'],
      ['followup check その後、ご検討状況はいかがでしょうか。', '3: お渡しするものがありません'],
      ['followup close 1 lost', '3: 失注にはお客様のお言葉が要ります'],
    ],
  },
  { heading: 'スクリプトで使う' },
  '--json を付けると、失敗は標準エラーに一つのオブジェクトで出ます。code はどの言語でも同じで、message と hint は人が読むためのものです。何もお尋ねせず、足りないものがあれば終了コード2で、指定すべきフラグを示します。',
  {
    typed: [
      'followup check - < message.txt || exit',
      'followup import deals.csv --skip-bad --json > import.json || echo 取り込めませんでした',
      '{"error":{"code":"no_deal","message":"…","hint":"…"}}',
    ],
  },
];
