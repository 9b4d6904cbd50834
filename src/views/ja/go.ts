import type { FailureWords } from '../failurewords.ts';
import type { GoWords } from '../gowords.ts';
import type { PickWords } from '../pickwords.ts';

export const picking = (): PickWords => ({
  whichDeal: 'どの案件ですか',
  hint: '名前の一部か番号を入力（かなの名前はローマ字でも可）。矢印キーで選び、Enter で決定',
  nothing: '該当する案件がありません。漢字の名前は、漢字か案件番号で探してください。',
  untilWhen: 'いつまで連絡を控えますか',
  untilExample: '来週月曜、+2w、9/30',
  prompts: {
    yes: 'はい',
    no: 'いいえ',
    yesOrNo: '「はい」は y、「いいえ」は n でお答えください。',
    chooseKeys: '矢印キーで選び、Enter で決定',
    pickKeys: 'スペースで選択・解除、a ですべて、i で反転、Enter で次へ',
  },
});

export const go = (): GoWords => ({
  progress: (at, all) => `${at} / ${all}`,
  acts: {
    draft: '文面を見る',
    copy: '文面をコピー',
    sent: '送ったと記録',
    note: 'ほかの出来事を記録',
    snooze: '後回しにする',
    show: '案件の詳細',
    why: '順位の理由',
    next: '次へ',
    quit: '終わる',
  },
  letter: '文面',
  letterActs: {
    copy: 'コピー',
    edit: 'エディターで直す',
    mail: 'メールソフト用に書き出す',
    back: '案件に戻る',
  },
  notAgreed: '確認前のため、次は記録していません:',
  nothingDone: '前に戻りました。何も記録していません。',
  gone: (deal) => `今日の一覧から外れました: ${deal}`,
  goneUndone: (deal) => `そのため今日の一覧から外れました。何も行っていません: ${deal}`,
  whichFile: '書き出すファイル名',
  whichFileHint: (usual) => `Enter のみなら ${usual}`,
  summary: ({ worked, left }) =>
    `${worked}件を済ませました。${left === 0 ? '今日連絡する案件はもうありません。' : `今日連絡する案件は残り${left}件です。`}`,
});

export const goFailures = (): FailureWords => ({
  go_needs_terminal: () => ({
    message: '--go は対話しながら一件ずつ進めるため、端末でのみ使えます。',
    hint: 'followup today で一覧を見て、followup draft <案件> と followup note <案件> をお使いください。',
  }),
  go_stopped: () => ({ message: '中断しました。記録した内容は残っています。', hint: '' }),
  none_open: () => ({
    message: '進行中の案件がありません。',
    hint: '終了した案件も見る: followup list --state all',
  }),
  none_ended: () => ({ message: '終了した案件はまだありません。', hint: '一覧を見る: followup list' }),
});
