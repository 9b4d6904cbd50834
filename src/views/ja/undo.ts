import type { FailureWords } from '../failurewords.ts';
import type { UndoWords } from '../undowords.ts';

const NAMES: Readonly<Record<string, string>> = {
  add: '登録',
  edit: '変更',
  ask: 'ご質問への回答',
  note: '記録',
  snooze: '後回し',
  hold: '控える期間の設定',
  close: '終了',
  reopen: '再開',
  import: '取り込み',
  demo: '見本の作成',
  forget: '個人情報の消去',
};

export const undo = (): UndoWords => ({
  onDeal: (command, deal) => `${deal} の${NAMES[command] ?? command}`,
  onMany: (command, added, changed) => {
    const parts = [...(added > 0 ? [`追加${added}件`] : []), ...(changed > 0 ? [`変更${changed}件`] : [])];
    return `${NAMES[command] ?? command}（${parts.join('、')}）`;
  },
  rows: {
    deal: (count) => `案件${count}件`,
    contact: (count) => `連絡${count}件`,
    promise: (count) => `約束${count}件`,
    question: (count) => `質問${count}件`,
    material: (count) => `資料${count}件`,
    slip: (count) => `期日の変更${count}件`,
    outcome: (count) => `結果${count}件`,
  },
  undone: (id, step, at) => `元に戻しました: 操作${id}「${step}」（${at}）`,
  wouldUndo: (id, step, at) => `元に戻す内容: 操作${id}「${step}」（${at}）`,
  redone: (id, step, at) => `やり直しました: 操作${id}「${step}」（${at}）`,
  wouldRedo: (id, step, at) => `やり直す内容: 操作${id}「${step}」（${at}）`,
  parts: (list) => `対象: ${list}`,
  redoHint: 'やり直すには: followup redo',
  dryRun: '試しただけで、何も変えていません。',
  isUndone: '元に戻し済み',
  noSteps: 'まだ何も記録されていません。',
  more: (count) => `ほか${count}件`,
});

export const undoFailures = (): FailureWords => ({
  nothing_to_undo: () => ({
    message: '元に戻せる操作がありません。',
    hint: 'これまでの操作: followup undo --list。設定は台帳の外にありますので、followup config で変更してください。',
  }),
  nothing_to_redo: () => ({
    message: 'やり直せる操作がありません。',
    hint: 'やり直せるのは undo で元に戻した操作だけで、新しく記録するまでの間に限ります。',
  }),
  no_step: ({ step }) => ({ message: `操作${step}はありません。`, hint: '一覧: followup undo --list' }),
  undone_already: ({ step }) => ({
    message: `操作${step}はすでに元に戻してあります。`,
    hint: '最後に元に戻した操作をやり直すには: followup redo',
  }),
  step_needed: ({ step, steps }) => ({
    message: `操作${step}だけを元に戻すことはできません。あとの操作がこれに基づいています:\n${lines(steps)}`,
    hint: '何も変わっていません。新しいものから順に戻してください: followup undo <番号>',
  }),
  others_after: ({ step, steps }) => ({
    message: `操作${step}は元に戻せません。あとにほかの方の操作が続いており、それを戻せるのは行った本人だけです:\n${lines(steps)}`,
    hint: '何も変わっていません。ご本人に戻してもらうか、案件を確かめて直してください: followup show <案件>、followup edit <案件>',
  }),
});

function lines(items: unknown): string {
  return Array.isArray(items) ? items.map((item) => `  ${item}`).join('\n') : String(items);
}
