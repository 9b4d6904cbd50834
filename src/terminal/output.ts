import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { Failure } from '../core/failure.ts';

export const [STDIN, STDOUT, STDERR] = [0, 1, 2];

/** Where text and files go to. Both ways of writing throw Failure where it cannot be done; a reader that has seen enough (`| head`) ends the program. */
export interface Output {
  write(text: string): void;
  /** Writes a piece of a file to the byte; done once the reader has taken it. */
  send(bytes: Uint8Array): Promise<void>;
}

/** Returns whether a stream of this process is a terminal. Of what cannot be one, the slow module that knows is not asked. */
export function isTerminal(fd: number): boolean {
  const { isatty } = mayBeTerminal(fd) ? process.getBuiltinModule('node:tty') : NEVER;
  return isatty(fd);
}

const NEVER = { isatty: () => false };

function mayBeTerminal(fd: number): boolean {
  try {
    const stats = fstatSync(fd);
    return stats.isCharacterDevice() && stats.rdev !== statSync(devNull).rdev;
  } catch {
    return true;
  }
}

/** Returns an output to a terminal, which Node's stream knows how to serve on every platform. */
export function toTerminal(stream: NodeJS.WriteStream): Output {
  // A failure to send is said by the one who sends.
  let isSending = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!isSending) throw failureOf(error);
  });
  return {
    write: (text) => void stream.write(text),
    send: (bytes) => {
      isSending = true;
      return new Promise((resolve, reject) => {
        stream.write(bytes, (error) => (error ? reject(failureOf(error)) : resolve()));
      });
    },
  };
}

/** Returns an output to a file or another program. It is written to directly: to open a stream takes longer than most commands do. */
export function toFile(fd: number): Output {
  const write = (bytes: Uint8Array): void => {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSome(fd, bytes.subarray(at));
    } catch (error) {
      throw failureOf(error as NodeJS.ErrnoException);
    }
  };
  return { write: (text) => write(Buffer.from(text)), send: async (bytes) => write(bytes) };
}

/** A pipe that somebody else has told not to wait is full until its reader has read. */
const WAIT_MS = 2;

function writeSome(fd: number, bytes: Uint8Array): number {
  try {
    return writeSync(fd, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    return 0;
  }
}

function failureOf({ code }: NodeJS.ErrnoException): Failure {
  if (code === 'EPIPE') process.exit(process.exitCode ?? 0);
  return new Failure('output_failed');
}
