import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { newUser } from './program.ts';

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'followup.js');

/** Whether there is util-linux's `script`, which gives a program a terminal. */
export const HAS_PTY = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

/** A user who has `followup` on the path and sits before a terminal. */
export function newTerminalUser() {
  const user = newUser();
  mkdirSync(join(user.home, 'bin'));
  const program = join(user.home, 'bin', 'followup');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  chmodSync(program, 0o755);
  return {
    ...user,
    path: [join(user.home, 'bin'), process.env.PATH].join(delimiter),
    /** Runs a line of the shell on a screen of 80 columns; returns what it shows, with the exit code as its last line. */
    type(line: string, env: Readonly<Record<string, string>> = {}, rows = 10): string {
      const { stdout } = spawnSync('script', ['-qec', `stty rows ${rows} cols 80; ${line}; echo $?`, '/dev/null'], {
        cwd: user.home,
        env: {
          PATH: [join(user.home, 'bin'), process.env.PATH].join(delimiter),
          HOME: user.home,
          SHELL: '/bin/sh',
          LANG: 'en_GB.UTF-8',
          TERM: 'xterm',
          FOLLOWUP_TODAY: '2025-07-22',
          ...env,
        },
      });
      return stdout.toString().replaceAll('\r\n', '\n').trimEnd();
    },
  };
}
