import { setImmediate } from 'node:timers/promises';
import { Cancelled } from '../core/failure.ts';
import type { Progress } from './terminal.ts';

/** Returns a spinner on stderr; its library is loaded with the first long work only. Ctrl-C stops the work, not the process. */
export async function openProgress(): Promise<Progress> {
  const { default: createSpinner } = await import('yocto-spinner');
  const spinner = createSpinner({ stream: process.stderr, handleSignals: false }).start();
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
  };
  process.on('SIGINT', stop);
  return {
    async say(text) {
      spinner.text = text;
      // Work that never waits for anything would let neither the line be drawn nor the key be heard.
      await setImmediate();
      if (isStopped) throw new Cancelled();
    },
    done() {
      process.off('SIGINT', stop);
      spinner.stop();
    },
  };
}
