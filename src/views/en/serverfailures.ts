import type { Facts } from '../../core/failure.ts';
import type { FailureWords } from '../failurewords.ts';

/** What can be wrong with a book on a server. Passwords are in none of it. */
export const serverFailures = (): FailureWords => ({
  bad_server_address: ({ file }) => ({
    message: `This is not the address of a PostgreSQL database: ${file}`,
    hint: 'It needs the form postgres://user@host:5432/database; ?schema=name (small letters, digits, _) keeps a book apart from others. In a name, a setting or a password, write @ as %40, / as %2F, : as %3A, ? as %3F and # as %23.',
  }),
  unknown_address: ({ value }) => ({
    message: `This looks like an address, but is none that is known here: ${value}`,
    hint: 'Nothing was made or kept. A book is a file, or on a server: postgres://user@host:5432/database (also postgresql://; what other programs take as host=… dbname=… is written so too). A file with such a name is reached with ./ before it.',
  }),
  address_for_file: ({ value }) => ({
    message: `A file is wanted here, not an address: ${value}`,
    hint: 'Nothing was written. To copy the book to a server: followup move postgres://user@host/database',
  }),
  unknown_server_setting: ({ value, choices }) => ({
    message: `There is no such setting in the address of a server: ${value}`,
    hint: `There are: ${listOf(choices)}. Take the others out.`,
  }),
  bad_sslmode: ({ value, choices }) => ({
    message: `sslmode cannot be “${value}”.`,
    hint: `It is one of: ${listOf(choices)} (in the address, the service or PGSSLMODE).`,
  }),
  no_service: ({ service, own, system }) => ({
    message: `No connection service has this name: ${service}`,
    hint: `Looked for [${service}] in ${own} and ${system}. Check the name in ?service= or PGSERVICE, or name another file with PGSERVICEFILE.`,
  }),
  unreadable_server_file: ({ file }) => ({
    message: `A file that the connection needs cannot be read: ${file}`,
    hint: 'Check its name (sslrootcert, sslcert, sslkey, PGSERVICEFILE; best given from / on) and whether you may read it. Nothing was sent.',
  }),
  password_in_setting: ({ file }) => ({
    message: 'Nothing was set: a setting must not hold a password.',
    hint: `Put the password into ~/.pgpass (host:port:database:user:password, readable by you alone) or into PGPASSWORD, then: followup config set db "${file}"`,
  }),
  server_down: ({ file }) => ({
    message: `The server does not answer: ${file}`,
    hint: 'Nothing was changed. Check host and port, your network or VPN, and whether PostgreSQL runs there.',
  }),
  server_slow: ({ file }) => ({
    message: `The server took too long: ${file}`,
    hint: 'Nothing was changed. Check your network or VPN and try again; where it stays so, ask whoever keeps the server.',
  }),
  server_login: ({ file, said }) => ({
    message: `The server does not let you in: ${file} (${said})`,
    hint: 'Check the user in the address, and the password in PGPASSWORD or ~/.pgpass (readable by you alone, else it is not used).',
  }),
  server_no_password: ({ file }) => ({
    message: `The server wants a password, and none was found: ${file}`,
    hint: 'Put it into ~/.pgpass (host:port:database:user:password, readable by you alone, else it is not used) or into PGPASSWORD.',
  }),
  server_no_database: ({ file }) => ({
    message: `There is no such database on the server: ${file}`,
    hint: 'Check the name at the end of the address, or have the database made: createdb <name>',
  }),
  server_tls: ({ file, said }) => ({
    message: `No safe connection could be made: ${file} (${said})`,
    hint: 'The certificate has to be valid and for this host. Where the server has an authority of its own, name its certificate: sslrootcert=<file>. Neither password nor deals were sent.',
  }),
  server_no_tls: ({ file }) => ({
    message: `A safe connection is asked for, and the server has none: ${file}`,
    hint: 'Have encryption set up on the server, or, in a network that you trust, take sslmode (and sslrootcert) out of the address, the service or PGSSLMODE. Neither password nor deals were sent.',
  }),
  server_wants_tls: ({ file, said }) => ({
    message: `The server lets nobody in without encryption: ${file} (${said})`,
    hint: 'Take sslmode=disable out of the address, the service or PGSSLMODE. Neither password nor deals were sent.',
  }),
  server_rights: ({ file, said }) => ({
    message: `The database does not allow you this: ${file} (${said})`,
    hint: 'Nothing was changed. Tables are made by whoever owns the database (or was granted create on it), and updated by whoever owns the tables. A team is prepared, and people are let in, by that owner, who needs createrole as well. To work on a team’s book you have to be in the team: followup team add',
  }),
  server_own_deals: ({ file }) => ({
    message: `As a rep you add and change your own deals only: ${file}`,
    hint: 'Nothing was changed. A manager hands a deal over: followup edit <deal> --owner <name>. What to tell the next owner: followup show <deal> --handover',
  }),
  server_taken: ({ file }) => ({
    message: `A deal that you may not see has this number or id already: ${file}`,
    hint: 'Nothing was changed. Ask a manager to bring it in.',
  }),
  server_read_only: ({ file }) => ({
    message: `This server only lets one read: ${file}`,
    hint: 'Nothing was changed. It may be a replica; name the primary server with --db.',
  }),
  server_full: ({ file }) => ({
    message: `The server takes no more connections: ${file}`,
    hint: 'Nothing was changed. Try again in a moment; where it happens often, ask whoever keeps the server.',
  }),
  server_refuses: ({ file, said }) => ({
    message: `The server does not do what it was asked: ${file} (${said})`,
    hint: 'Nothing was changed. Tell whoever keeps the server what it says.',
  }),
  server_old: ({ file, version, needed }) => ({
    message: `This server is PostgreSQL ${version}, and a book needs ${needed} or later: ${file}`,
    hint: 'Nothing was changed. Ask whoever keeps the server for a newer one.',
  }),
  server_disk_full: ({ file }) => ({
    message: `The server's disk is full: ${file}`,
    hint: 'Nothing was changed, and what was recorded before is safe. Ask whoever keeps the server to make room.',
  }),
  server_lost: ({ file }) => ({
    message: `The connection to the server broke: ${file}`,
    hint: 'Nothing of this command was recorded. Run it again.',
  }),
  server_lost_at_end: ({ file }) => ({
    message: `The connection broke while the server was recording, so it is not known whether it did: ${file}`,
    hint: 'It has recorded either all of this command or nothing. See which before you run it again: followup undo --list',
  }),
  server_encoding: ({ file, encoding }) => ({
    message: `This database keeps text as ${encoding}, not as UTF8: ${file}`,
    hint: 'Names in other scripts would be lost. Make another one: createdb --encoding=UTF8 --template=template0 <name>',
  }),
  server_backup: ({ address, schema }) => ({
    message: `A book on a server is backed up by the server’s own tools. Whole, with its journal:\n  pg_dump --format=custom --schema=${schema} --file=book.dump "${address}"`,
    hint: 'Your deals and their history alone, readable anywhere: followup export --format json -o book.json',
  }),
  server_restore: ({ address }) => ({
    message: `Nothing was changed: a book on a server is restored by the server’s own tools. From a dump:\n  pg_restore --clean --if-exists --dbname="${address}" book.dump`,
    hint: 'From an export: followup import book.json',
  }),
});

function listOf(choices: Facts[string] | undefined): string {
  return Array.isArray(choices) ? choices.join(', ') : String(choices);
}
