import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/**
 * Returns the address of a line to this server that breaks once the client says a word of these: before it reaches the server,
 * or after the server has answered it.
 */
export async function breakingLine(address: string, word: RegExp, when: 'before' | 'after'): Promise<string> {
  return (await lineTo(address, word, when)).line;
}

/** Returns the address of a line to this server, and what cuts all that go over it just now. */
export function cuttableLine(address: string): Promise<{ readonly line: string; readonly cut: () => void }> {
  return lineTo(address, /(?!)/, 'before');
}

async function lineTo(address: string, word: RegExp, when: 'before' | 'after') {
  const { hostname, port } = new URL(address);
  const lines: Socket[] = [];
  const door = createServer((client) => {
    const there = connect(Number(port), hostname);
    lines.push(client, there);
    let isOver = false;
    const cut = (): void => {
      client.destroy();
      there.destroy();
    };
    client.on('data', (bytes) => {
      isOver ||= word.test(bytes.toString('latin1'));
      if (isOver && when === 'before') cut();
      else there.write(bytes);
    });
    there.on('data', (bytes) => (isOver ? cut() : client.write(bytes)));
    for (const [one, other] of [
      [client, there],
      [there, client],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  onTestFinished(() => {
    for (const line of lines) line.destroy();
    door.close();
  });
  const own = new URL(address);
  own.port = String((door.address() as { port: number }).port);
  own.hostname = '127.0.0.1';
  return {
    line: own.href,
    cut: (): void => {
      for (const socket of lines.splice(0)) socket.destroy();
    },
  };
}
