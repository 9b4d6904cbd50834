import type { CloseWords } from '../closewords.ts';

export const close = (): CloseWords => ({
  ask: {
    outcome: 'どのように終わりましたか',
    words: 'お客様は何とおっしゃいましたか（お言葉どおりに）',
    wordsHint: '（お言葉が手元にないときは Enter）',
    skipWords: '（お断りされたことしか分からないときは Enter）',
    decidedBy: '決め手は何でしたか（お客様のお言葉で。Enter で次へ）',
    source: 'どなたが、何とおっしゃいましたか',
    noWords: 'お客様のお言葉がなければ失注にはできません。実際はどれに当たりますか',
    exits: {
      declined: 'お断り受領: 断られたが、理由はまだ伺っていない',
      dormant: '休眠: 区切りのご連絡にもお返事がない。日を決めてまた見る',
      withdrawn: '自社撤退: お伝えした最終有効日が過ぎた、またはこちらの事情',
      open: '商談中のまま: まだ誰も断っていない',
    },
    who: 'どなたのお言葉ですか',
    whoHint: (contact) => `（Enter で ${contact}）`,
    channel: 'どのように伺いましたか',
    on: 'いつのことですか',
    onHint: '（日付、または Enter で今日）',
    reason: 'お言葉から読み取れる、お客様の理由は',
    other: 'その他の内容を書いてください',
    factor: 'ご自身の仮説（お客様の理由とは別に残します）',
    noFactor: 'なし',
    revisit: '改めてご連絡する日は',
    skip: '（日付、または Enter で次へ）',
    ourReason: '退くこちらの事情は何ですか（人手、法令など。Enter で商談中のまま）',
    voidFact: '何があったのですか（会社の閉鎖、計画の中止、#3 と重複 など）',
  },
  ended: (id, state) => `案件${id}を「${state}」としました。`,
  staysOpen: (id) => `案件${id}は商談中のままです。`,
  next: {
    won: '一覧から外れます。決め手は記録に残ります。',
    lost: 'お客様のお言葉を記録に残しました。これ以上お尋ねすることはありません。',
    declined: 'まだ失注ではありません。失注には、お客様の理由が要ります。',
    withdrawn: 'この目標からは退きました。',
    dormant: '失注ではなく、回答未回収として数えます。',
    void: 'ご判断いただくことがなくなりました。一覧から外れます。',
  },
  theirTurn: '次はお客様からのお声がけを待ちます。',
  quietOver: 'お返事をいただきましたので、ご希望により控えていた期間は終わりました。',
  askWhy: (id, day) =>
    `理由は${day}までに一度だけ、控えめに伺いましょう: followup draft ${id} --angle lossreason。伺えたら followup close ${id} lost --words … --reason …`,
  comesBack: (day) => `${day}に一覧へ戻ります。`,
  reopened: (id) => `案件${id}を商談中に戻しました。これまでの終わり方は経緯に残っています。`,
  stillResting:
    'ご連絡はここまでとお伝えしてあるので、お客様からお声がけがあるまで控えます。お声がけがあったのなら --words で記録してください。',
  keptOpen: (ids) =>
    `取り込み元では終了していますが、商談中のままにしました: ${ids.map((id) => `#${id}`).join('、')}。終える場合は、必要なことを添えて followup close <案件> <結果>`,
  factor: 'ご自身の仮説',
  earlier: 'これまでの終わり方',
});
