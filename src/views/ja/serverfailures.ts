import type { Facts } from '../../core/failure.ts';
import type { FailureWords } from '../failurewords.ts';

/** What can be wrong with a book on a server. Passwords are in none of it. */
export const serverFailures = (): FailureWords => ({
  bad_server_address: ({ file }) => ({
    message: `PostgreSQL のデータベースの宛先として読めません: ${file}`,
    hint: 'postgres://ユーザー@ホスト:5432/データベース の形で書いてください。?schema=名前（英小文字・数字・_）で台帳を分けられます。名前や設定、パスワードの中の @ は %40、/ は %2F、: は %3A、? は %3F、# は %23 と書きます。',
  }),
  unknown_address: ({ value }) => ({
    message: `宛先のようですが、使える形ではありません: ${value}`,
    hint: '何も作らず、何も保存していません。台帳はファイルか、サーバー上のデータベース postgres://ユーザー@ホスト:5432/データベース です（postgresql:// も可。host=… dbname=… の形も、この形に直してください）。このような名前のファイルは、前に ./ を付けて指定します。',
  }),
  address_for_file: ({ value }) => ({
    message: `ここで指定できるのはファイルです。宛先は使えません: ${value}`,
    hint: '何も書き込んでいません。台帳をサーバーへ写すには: followup move postgres://ユーザー@ホスト/データベース',
  }),
  unknown_server_setting: ({ value, choices }) => ({
    message: `サーバーの宛先に、この設定は使えません: ${value}`,
    hint: `使えるのは ${listOf(choices)} です。それ以外は外してください。`,
  }),
  bad_sslmode: ({ value, choices }) => ({
    message: `sslmode に「${value}」は使えません。`,
    hint: `${listOf(choices)} のどれかにしてください（宛先、接続サービス、PGSSLMODE のいずれか）。`,
  }),
  no_service: ({ service, own, system }) => ({
    message: `接続サービス「${service}」が見つかりません。`,
    hint: `${own} と ${system} に [${service}] がありません。?service= または PGSERVICE の名前を確かめるか、PGSERVICEFILE で別のファイルを指定してください。`,
  }),
  unreadable_server_file: ({ file }) => ({
    message: `接続に必要なファイルを読めません: ${file}`,
    hint: 'ファイル名（sslrootcert、sslcert、sslkey、PGSERVICEFILE。/ から始まる絶対パスが確実です）と、読み取りの権限を確かめてください。サーバーには何も送っていません。',
  }),
  password_in_setting: ({ file }) => ({
    message: '設定していません。設定ファイルにパスワードは残せません。',
    hint: `パスワードは ~/.pgpass（ホスト:ポート:データベース:ユーザー:パスワード、本人だけが読める権限）か PGPASSWORD に置き、次を実行してください: followup config set db "${file}"`,
  }),
  server_down: ({ file }) => ({
    message: `サーバーから応答がありません: ${file}`,
    hint: '何も変わっていません。ホスト名とポート、ネットワークや VPN、PostgreSQL が動いているかを確かめてください。',
  }),
  server_slow: ({ file }) => ({
    message: `サーバーの応答に時間がかかりすぎました: ${file}`,
    hint: '何も変わっていません。ネットワークや VPN を確かめてもう一度お試しください。続くようならサーバーの管理者にご相談ください。',
  }),
  server_login: ({ file, said }) => ({
    message: `サーバーにログインできません: ${file}（${said}）`,
    hint: '宛先のユーザー名と、PGPASSWORD または ~/.pgpass のパスワードを確かめてください。~/.pgpass は本人だけが読める権限でないと使われません。',
  }),
  server_no_password: ({ file }) => ({
    message: `サーバーがパスワードを求めていますが、見つかりません: ${file}`,
    hint: '~/.pgpass（ホスト:ポート:データベース:ユーザー:パスワード。本人だけが読める権限でないと使われません）か PGPASSWORD に置いてください。',
  }),
  server_no_database: ({ file }) => ({
    message: `サーバーにそのデータベースはありません: ${file}`,
    hint: '宛先の末尾の名前を確かめるか、データベースを作ってもらってください: createdb <名前>',
  }),
  server_tls: ({ file, said }) => ({
    message: `安全な接続ができません: ${file}（${said}）`,
    hint: '証明書が有効で、このホストのものかを確かめてください。サーバーが独自の認証局を使っている場合は、その証明書を sslrootcert=<ファイル> で指定してください。パスワードも案件も送信していません。',
  }),
  server_no_tls: ({ file }) => ({
    message: `暗号化した接続を求めましたが、サーバーが対応していません: ${file}`,
    hint: 'サーバー側で暗号化を設定してもらうか、信頼できるネットワークであれば、宛先・接続サービス・PGSSLMODE から sslmode（と sslrootcert）を外してください。パスワードも案件も送信していません。',
  }),
  server_wants_tls: ({ file, said }) => ({
    message: `サーバーは暗号化していない接続を受け付けません: ${file}（${said}）`,
    hint: '宛先・接続サービス・PGSSLMODE から sslmode=disable を外してください。パスワードも案件も送信していません。',
  }),
  server_rights: ({ file, said }) => ({
    message: `データベースの権限が足りません: ${file}（${said}）`,
    hint: '何も変わっていません。表を作るのはデータベースの所有者（または grant create on database を受けた方）、更新するのは表の所有者です。チームの準備と登録はその所有者が行い、createrole の権限も要ります。チームの台帳を使うには、チームへの登録が要ります: followup team add',
  }),
  server_own_deals: ({ file }) => ({
    message: `担当者として登録・変更できるのは、ご自身の案件だけです: ${file}`,
    hint: '何も変わっていません。担当の変更は管理者にご依頼ください: followup edit <案件> --owner <お名前>。引き継ぎ先に渡す資料: followup show <案件> --handover',
  }),
  server_taken: ({ file }) => ({
    message: `同じ番号または ID の案件が、ご覧になれない範囲にすでにあります: ${file}`,
    hint: '何も変わっていません。取り込みは管理者にご依頼ください。',
  }),
  server_read_only: ({ file }) => ({
    message: `このサーバーは読み取り専用です: ${file}`,
    hint: '何も変わっていません。複製サーバーかもしれません。--db で書き込めるサーバーを指定してください。',
  }),
  server_full: ({ file }) => ({
    message: `サーバーの接続数が上限に達しています: ${file}`,
    hint: '何も変わっていません。少し待ってもう一度お試しください。続くようならサーバーの管理者にご相談ください。',
  }),
  server_refuses: ({ file, said }) => ({
    message: `サーバーが処理できませんでした: ${file}（${said}）`,
    hint: '何も変わっていません。サーバーからのメッセージを管理者にお伝えください。',
  }),
  server_old: ({ file, version, needed }) => ({
    message: `サーバーの PostgreSQL は ${version} です。台帳には ${needed} 以降が必要です: ${file}`,
    hint: '何も変わっていません。新しい版のサーバーを管理者にご相談ください。',
  }),
  server_disk_full: ({ file }) => ({
    message: `サーバーのディスクに空きがありません: ${file}`,
    hint: '何も変わっておらず、これまでの記録は無事です。サーバーの管理者に空きを作ってもらってください。',
  }),
  server_lost: ({ file }) => ({
    message: `サーバーとの接続が切れました: ${file}`,
    hint: 'このコマンドの内容は何も記録されていません。もう一度実行してください。',
  }),
  server_lost_at_end: ({ file }) => ({
    message: `記録の途中で接続が切れたため、記録されたかどうかわかりません: ${file}`,
    hint: 'すべて記録されたか、何も記録されていないかのどちらかです。もう一度実行する前に確かめてください: followup undo --list',
  }),
  server_encoding: ({ file, encoding }) => ({
    message: `このデータベースの文字コードは UTF8 ではなく ${encoding} です: ${file}`,
    hint: '日本語の名前などが失われるため使えません。別に作ってください: createdb --encoding=UTF8 --template=template0 <名前>',
  }),
  server_backup: ({ address, schema }) => ({
    message: `サーバー上の台帳の控えは、サーバーの道具で取ります。操作の記録まで丸ごと:\n  pg_dump --format=custom --schema=${schema} --file=book.dump "${address}"`,
    hint: '案件とその経緯だけを、どこでも読める形で: followup export --format json -o book.json',
  }),
  server_restore: ({ address }) => ({
    message: `何も変わっていません。サーバー上の台帳は、サーバーの道具で元に戻します。pg_dump の控えから:\n  pg_restore --clean --if-exists --dbname="${address}" book.dump`,
    hint: '書き出したファイルから: followup import book.json',
  }),
});

function listOf(choices: Facts[string] | undefined): string {
  return Array.isArray(choices) ? choices.join('、') : String(choices);
}
