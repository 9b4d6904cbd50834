import type { BackupWords } from '../backupwords.ts';

export const backup = (): BackupWords => ({
  made: (file, deals, megabytes) => `控えを作り、読み直して確かめました（案件${deals}件、${megabytes} MB）: ${file}`,
  askRestore: (book, from) => `台帳 ${book} を ${from} に置き換えますか。今の台帳は別に残します。`,
  restored: (deals, from) => `台帳を控えの内容に戻しました（案件${deals}件）: ${from}`,
  aside: (file) => `これまでの台帳は残してあります。元に戻すには: followup restore "${file}"`,
});
