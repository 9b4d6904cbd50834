import type { FailureWords } from '../failurewords.ts';

/** What can be wrong with the book and its backups: each says what is safe, and what to do. */
export const bookFailures = (): FailureWords => ({
  not_a_book: ({ file }) => ({
    message: `followup の台帳ではありません: ${file}`,
    hint: 'ファイルはそのままです。--db で別のファイルを指定してください。台帳だったはずの場合は、控えに戻せます: followup restore <ファイル>',
  }),
  newer_book: ({ file }) => ({
    message: `新しい版の followup で作られた台帳です: ${file}`,
    hint: 'ファイルはそのままで、失われたものはありません。followup を更新してください: npm install -g followup-coach',
  }),
  damaged_book: ({ file }) => ({
    message: `台帳が壊れています: ${file}`,
    hint: '何も変えていません。最新の控えに戻してください: followup restore <ファイル>。控えは台帳の隣の「backups」フォルダーにあり、壊れたファイルも残します。',
  }),
  emptied_book: ({ file, backup }) => ({
    message: `台帳の中身がなくなっています: ${file}`,
    hint: `控えは残っています。最新の控えに戻すには: followup restore "${backup}"。新しく始める場合は、空のファイルを消してください。`,
  }),
  book_busy: ({ file }) => ({
    message: `ほかのプログラムが台帳に書き込み中で、10秒以内に終わりませんでした: ${file}`,
    hint: '何も変わっていません。少し待ってもう一度お試しください。',
  }),
  book_not_writable: ({ file }) => ({
    message: `台帳またはそのフォルダーに書き込めません: ${file}`,
    hint: '何も変わっていません。両方の権限を確かめるか、--db で別の台帳を指定してください。',
  }),
  book_not_openable: ({ file }) => ({
    message: `台帳を開けません: ${file}`,
    hint: '何も変わっていません。あるフォルダーの中のファイルかどうかを確かめるか、--db で別のファイルを指定してください。',
  }),
  disk_full: () => ({
    message: 'ディスクに書き込めません。空きがないか、容量の上限に達しています。',
    hint: '何も変わっておらず、これまでの記録は無事です。空きを作ってもう一度お試しください。',
  }),
  disk_failing: ({ file }) => ({
    message: `ディスクの読み書きに失敗しました: ${file}`,
    hint: '何も変わっていません。台帳と「backups」フォルダーを別のディスクに写し、--db でそちらを指定してお試しください。',
  }),
  backup_disk_full: ({ file }) => ({
    message: `控えを置く空きがありません: ${file}`,
    hint: '何も変わっていません。空きを作ってもう一度お試しになるか、別のディスクに作ってください: followup backup <ファイル>',
  }),
  backup_not_writable: ({ file }) => ({
    message: `控えを書き込めません: ${file}`,
    hint: '何も変わっていません。フォルダーと権限を確かめてください。',
  }),
  backup_unsound: ({ file }) => ({
    message: `控えを書きましたが、読み直すと内容が合いません: ${file}`,
    hint: 'その控えは捨て、台帳は変えていません。ディスクの故障かもしれません。followup backup <ファイル> で別のディスクに作り、followup doctor で確かめてください。',
  }),
  restore_itself: ({ file }) => ({
    message: `これは控えではなく、台帳そのものです: ${file}`,
    hint: '何も変わっていません。控えは台帳の隣の「backups」フォルダーにあります。',
  }),
  doctor_findings: ({ count }) => ({
    message: `対応の必要な点が${count}件あります。`,
    hint: '直せるものを直すには: followup doctor --fix',
  }),
});
