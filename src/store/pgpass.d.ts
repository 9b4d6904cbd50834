/** The password file of PostgreSQL's own programs (`~/.pgpass`, `PGPASSFILE`); the package brings no types. */
declare module 'pgpass' {
  export default function pgpass(
    connection: { host: string; port: number; database: string; user: string },
    done: (password: string | undefined) => void,
  ): void;
}
