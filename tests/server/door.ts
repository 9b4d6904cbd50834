import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';

const FIXTURES = join(import.meta.dirname, 'fixtures');

/** Who vouches for the certificate of `encryptedDoor`, and a certificate that vouches for nobody. */
export const AUTHORITY = join(FIXTURES, 'authority.crt');
export const NO_AUTHORITY = join(FIXTURES, 'server.crt');

/** How a client asks for encryption: eight bytes, before it says anything else. */
const WANTS_TLS = Buffer.from([0, 0, 0, 8, 4, 0xd2, 0x16, 0x2f]);

/** Returns the address of a door to this server that speaks with an encrypted line only. */
export async function encryptedDoor(address: string): Promise<string> {
  const { hostname, port } = new URL(address);
  const [key, cert] = ['server.key', 'server.crt'].map((file) => readFileSync(join(FIXTURES, file)));
  return doorTo(address, (client, opened) => {
    client.once('data', (first) => {
      if (!first.equals(WANTS_TLS)) return client.destroy();
      client.write('S');
      const safe = new TLSSocket(client, { isServer: true, key, cert });
      const there = connect(Number(port), hostname);
      opened.push(there);
      safe.on('error', () => there.destroy());
      there.on('error', () => safe.destroy());
      return safe.pipe(there).pipe(safe);
    });
  });
}

/** Returns the address of a door behind which nobody ever says a word. */
export function silentDoor(address: string): Promise<string> {
  return doorTo(address, () => undefined);
}

/** What a server says at its door. */
export const REPLIES = {
  /** It wants a password, by SCRAM, and says what is to be salted. */
  scram: [asking(10, 'SCRAM-SHA-256\0\0'), asking(11, 'r=,s=,i=4096')],
  /** It wants a password as it is. */
  clear: asking(3, ''),
  error: (code: string, said: string) => message('E', Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${said}\0\0`)),
};

/**
 * Returns the address of a door without encryption that answers each message in turn with one of these, and never closes a line; and
 * what waits until the other side has closed them all.
 */
export async function fakeDoor(replies: readonly Buffer[]) {
  const lines: Promise<unknown>[] = [];
  const door = await doorTo('postgres://ann@127.0.0.1/sales', (client) => {
    const left = [...replies];
    lines.push(once(client, 'close'));
    client.on('data', (bytes) => {
      const reply = bytes.equals(WANTS_TLS) ? 'N' : left.shift();
      if (reply !== undefined) client.write(reply);
    });
  });
  return { door, allClosed: () => Promise.all(lines) };
}

function asking(how: number, body: string): Buffer {
  return message('R', Buffer.concat([Buffer.from([0, 0, 0, how]), Buffer.from(body)]));
}

function message(kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + body.length);
  return Buffer.concat([Buffer.from(kind), length, body]);
}

async function doorTo(address: string, onClient: (client: Socket, opened: Socket[]) => void): Promise<string> {
  const opened: Socket[] = [];
  const door: Server = createServer((client) => {
    opened.push(client);
    client.on('error', () => undefined);
    onClient(client, opened);
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  onTestFinished(() => {
    for (const line of opened) line.destroy();
    door.close();
  });
  const own = new URL(address);
  own.hostname = 'localhost';
  own.port = String((door.address() as { port: number }).port);
  return own.href;
}
