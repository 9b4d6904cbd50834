import type { DoctorWords } from '../doctorwords.ts';
import type { FailureText } from '../failurewords.ts';

function synced(file: unknown, service: unknown): FailureText {
  return {
    message: `台帳が ${service} の同期フォルダーにあります: ${file}`,
    hint: '使用中のデータベースを同期すると、二台からの書き込みや書きかけの複製で壊れることがあります。台帳は同期されない場所に置き（--db または followup config set db <ファイル>）、同期フォルダーには写しを置いてください: followup backup <ファイル>、followup export',
  };
}

export const doctor = (): DoctorWords => ({
  synced,
  healthy: '問題はありません。台帳に損傷はなく、集計も経緯と合っています。',
  mended: '直しました',
  advice: 'ご参考',
  findings: {
    synced_folder: ({ file, service }) => synced(file, service),
    network_folder: ({ file }) => ({
      message: `台帳がほかの機械の上にあります: ${file}`,
      hint: '排他が効かず、同時に書き込むと壊れることがあります。この機械のディスクに置いてください: followup config set db <ファイル>',
    }),
    no_book: ({ file }) => ({
      message: `台帳はまだありません: ${file}`,
      hint: '最初の案件を登録すると作られます: followup add',
    }),
    orphans: ({ count }) => ({
      message: `案件のない記録が${count}件あります。`,
      hint: 'どこにも表示されず、案件への影響はありません。ほかのプログラムが台帳に書き込んだようです。足りない案件があれば控えに戻せます: followup restore <ファイル>',
    }),
    older_book: ({ file }) => ({
      message: `古い版で作られた台帳です: ${file}`,
      hint: '次のコマンドで、控えを取ってから新しい形に改めます。そのあとでもう一度 followup doctor を実行してください。',
    }),
    stale_figures: ({ deals }) => ({
      message: `今日の一覧のための集計が経緯と合っていません: ${listed(deals)}`,
      hint: '経緯は無事で、一覧での順位だけが違っている可能性があります。計算し直すには: followup doctor --fix',
    }),
    unlawful_ends: ({ deals }) => ({
      message: `終わり方の記録がないまま終了している案件があります: ${listed(deals)}`,
      hint: 'ほかのプログラムが台帳に書き込んだようです。商談中に戻し、実際の終わり方を記録してください: followup reopen <案件>、followup close <案件> <結果>',
    }),
    open_file: ({ file }) => ({
      message: `この機械のほかの利用者が読める状態です: ${file}`,
      hint: 'お客様のお名前やお言葉が入っています。ご本人だけが読めるようにするには: followup doctor --fix',
    }),
    open_folder: ({ file }) => ({
      message: `この機械のほかの利用者が中を見られるフォルダーです: ${file}`,
      hint: 'お客様のお名前やお言葉が入っています。ご本人だけが見られるようにするには: followup doctor --fix',
    }),
    disk_low: ({ megabytes }) => ({
      message: `ディスクの空きが ${megabytes} MB しかありません。`,
      hint: '控えには台帳と同じだけの空きが要ります。次の取り込みの前に空きを作ってください。',
    }),
    leftovers: ({ files }) => ({
      message: `中断したコマンドの書きかけのファイルが残っています: ${listed(files)}`,
      hint: '消しても失われるものはありません。消すには: followup doctor --fix',
    }),
    stray_wal: ({ file }) => ({
      message: `台帳がなく、最新の変更だけが残っています: ${file}`,
      hint: 'ここに新しい台帳を作らないでください。台帳をこのファイルの隣に戻してから、何かコマンドを実行してください。',
    }),
    no_backup: () => ({ message: '控えがまだありません。', hint: '作るには: followup backup' }),
    old_backup: ({ days, file }) => ({
      message: `最新の控えは${days}日前のものです: ${file}`,
      hint: '新しく作るには: followup backup',
    }),
    old_node: ({ version, needed }) => ({
      message: `Node ${version} で動いています。followup には ${needed} が必要です。`,
      hint: '新しい Node を入れてください。台帳には触れていません。',
    }),
  },
});

/** Some deals are named, the rest counted. */
function listed(items: unknown): string {
  if (!Array.isArray(items)) return String(items);
  const named = items.slice(0, 10).map((item) => (/^\d+$/.test(String(item)) ? `#${item}` : String(item)));
  const more = items.length - named.length;
  return `${named.join('、')}${more > 0 ? ` ほか${more}件` : ''}`;
}
