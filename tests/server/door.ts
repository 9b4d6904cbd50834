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
