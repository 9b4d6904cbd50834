import type { FailureWords } from '../failurewords.ts';
import type { TeamWords } from '../teamwords.ts';

const changedHead = (id: unknown, who: unknown): string =>
  `入力中に #${id} が変更されました${who ? `（${who}）` : ''}:`;
const lines = (changes: unknown): string => (Array.isArray(changes) ? changes.join('\n') : '');

export const team = (): TeamWords => ({
  prepared: {
    book: (name) => `台帳（スキーマ ${name}）`,
    group: (name) => `チームの共通ロール ${name}`,
    members: (name) => `ログインと担当者の対応表 ${name}`,
    owner: () => '新しい案件は登録した人の担当になります',
    author: () => '操作ごとに、誰が行ったかが残ります',
    guard: (name) => `${name}: 担当者は自分の案件だけ、管理者はすべてを扱えます`,
    login: (name) => `ログイン ${name}`,
    member: (name) => `${name} への所属`,
  },
  made: '作成  ',
  kept: '既存  ',
  next: '続けて、お一人ずつ登録してください: followup team add <担当者>（すべての案件を見る方には --manager）',
  join: (owner) => `${owner}さんの環境には、次を設定してもらってください:`,
  password: (login) =>
    `パスワードは followup では設定しません。サーバーの管理者が psql で設定してください: \\password ${login}`,
  unowned: '担当者のない案件は管理者にだけ見えます。担当者を決めるには: followup edit --where owner= --owner <担当者>',
  changed: changedHead,
  step: (n) => `操作${n}`,
  by: (name) => `${name}さん`,
  yours: (value) => `（今回の入力: ${value}）`,
  meanwhile: (count) => `入力中に、この案件にほかの方の記録が${count}件加わりました。今回の記録と併せて残ります:`,
  managersByRole: (who) =>
    `サーバー共通のロールによってこの台帳の管理者だった方を、そのまま管理者として登録しました: ${who}。担当者に改めるには: followup team add <担当者> --login <ロール>`,
  standing: { manager: '管理者', rep: '担当者' },
  nobodyYet: 'チームにはまだどなたも登録されていません: followup team add <担当者>',
  onlyYours: '担当者にはご自身の登録だけが表示されます。全員の一覧は管理者が見られます。',
  noMember: (owner, near) =>
    `チームに「${owner}」という方はいません。この名義の案件は管理者にだけ見えます。${near.length > 0 ? `次の方ではありませんか: ${near.join('、')}` : '登録されている方の一覧: followup team list'}`,
  removed: (owner, logins) =>
    `${owner}さんはこの台帳を使えなくなりました（ログイン ${logins}）。これまでの記録は残ります。`,
  loginStays: (statement) =>
    `ログインそのものはサーバーに残っています。不要ならサーバーの管理者が psql で削除してください: ${statement}`,
  dealsLeft: (owner, count, to) =>
    `${owner}さんの名義の案件が${count}件残っています。引き継ぐには: followup edit --where "owner=${owner}" --owner ${to === null ? '<担当者>' : `"${to}"`}`,
});

export const teamFailures = (): FailureWords => ({
  team_needs_server: ({ file }) => ({
    message: `チームで使うには PostgreSQL サーバー上の台帳が必要です。今の台帳はファイルです: ${file}`,
    hint: '--db か FOLLOWUP_DB でサーバーを指定してください: postgres://所有者@ホスト/データベース',
  }),
  team_schema_long: ({ schema, database, most }) => ({
    message: `チームで使うには、スキーマとデータベースの名前が長すぎます: ${schema}（データベース ${database}）`,
    hint: `どちらもロールの名前に使います。スキーマを${most}字以内にする（?schema=<名前>）か、データベースの名前を短くしてください。`,
  }),
  no_team: () => ({
    message: 'このデータベースは、まだチームで使う準備ができていないか、準備したときの followup が古い版です。',
    hint: 'データベースを所有し、ロールを作れる方に次を実行してもらってください: followup team init',
  }),
  no_createrole: ({ login }) => ({
    message: `チームにはロールが要りますが、ログイン ${login} にはこのサーバーでロールを作る権限がありません。`,
    hint: `チームの登録は変わっていません。サーバーの管理者に、psql で権限を付けてもらってください: alter role "${login}" createrole`,
  }),
  login_reserved: ({ value }) => ({
    message: `「${value}」は followup がチームの共通ロールに使う名前です。`,
    hint: '何も変わっていません。別の名前を --login <ロール> で指定してください。',
  }),
  login_is_group: ({ value }) => ({
    message: `「${value}」はログインできないロールです。`,
    hint: '何も変わっていません。お一人ずつのログインを --login <ロール> で指定してください。',
  }),
  name_taken: ({ value, owner, login }) => ({
    message: `ログイン ${login} が「${owner}」としてすでに登録されています。「${value}」も加えると、同じ案件を二人で扱うことになります。`,
    hint: `何も変わっていません。別の方なら区別できるお名前にしてください。同じ方のログインを替えるなら、先に: followup team remove "${owner}"`,
  }),
  bad_login: ({ value }) => ({
    message: `「${value}」はログインの名前にできません。`,
    hint: '--login で指定してください。半角の英数字と _ . - で63字まで、pg_ で始まる名前は使えません。',
  }),
  no_member: ({ value, choices }) => ({
    message: `チームに「${value}」という方はいません。`,
    hint: `何も変わっていません。${Array.isArray(choices) && choices.length > 0 ? `登録されている方: ${choices.join('、')}` : 'まだどなたも登録されていません: followup team add <担当者>'}`,
  }),
  login_sees_all: ({ login }) => ({
    message: `ログイン ${login} にはデータベースの閲覧制限が効かず、すべての案件が見えてしまいます。`,
    hint: '何も変わっていません。担当者には、スーパーユーザー、BYPASSRLS、表の所有者のいずれでもないログインを --login <ロール> で指定してください。すべてを見てよい方なら --manager を付けてください。',
  }),
  forget_by_manager: () => ({
    message: 'ご自身の案件だけが見えるため、ほかの案件に残るその方の情報を消せません。',
    hint: '何も変わっていません。管理者に次の実行を依頼してください: followup forget <お名前>',
  }),
  deal_changed: ({ id, who, changes }) => ({
    message: `${changedHead(id, who)}\n${lines(changes)}`,
    hint: `今回の入力は何も記録していません。内容を確かめて、もう一度実行してください: followup show ${id}`,
  }),
  both_changed: ({ id, who, changes }) => ({
    message: `${changedHead(id, who)}\n${lines(changes)}`,
    hint: 'この項目はほかの方の入力のままとし、今回のほかの入力はすべて記録しました。今回の入力に置き換えるには:',
  }),
  deal_gone: ({ id }) => ({
    message: `入力中に #${id} の担当が変わったか、登録が取り消されました。`,
    hint: '今回の入力は何も記録していません。今の担当案件はこちらです: followup list',
  }),
  others_step: ({ step, login }) => ({
    message: `操作${step}は${login}さんが行ったものです。`,
    hint: '何も変わっていません。元に戻せるのは行った本人だけです。ご自身の操作はこちらです: followup undo --list',
  }),
  others_deal: ({ step }) => ({
    message: `操作${step}の案件は、今はほかの方の担当か、その後にほかの方が手を加えています。`,
    hint: '何も変わっていません。案件を確かめて直してください: followup show <案件>、followup edit <案件>',
  }),
  redo_overtaken: ({ step, by }) => ({
    message: `操作${step}はやり直せません。その後の操作${by}で同じところが変わっています。`,
    hint: '何も変わっていません。案件を確かめて、改めて記録してください: followup show <案件>',
  }),
});
