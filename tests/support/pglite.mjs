// A process of its own: PostgreSQL in WebAssembly behind a socket, which says its address and ends with whoever started it.
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const db = await PGlite.create();
const server = new PGLiteSocketServer({ db, port: 0, host: '127.0.0.1', maxConnections: 1000 });
server.addEventListener('listening', ({ detail }) => {
  process.stdout.write(`postgres://postgres@127.0.0.1:${detail.port}/postgres\n`);
});
await server.start();
process.stdin.resume().on('end', () => process.exit());
