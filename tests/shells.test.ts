import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildIfOld } from './support/program.ts';
import { newTerminalUser } from './support/pty.ts';

beforeAll(buildIfOld, 120_000);

const hasShell = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

/** Names that a careless script would run, split or expand, in the order of their deals. */
const NAMES = [
  '$(touch ran) Ltd',
  '`touch ran` & Co',
  'Smith (Tokyo); touch ran',
  'Sons * [x] {a,b}',
  '青木　工業 A',
  "O'Brien",
];

/** A home with a book of such names and `followup` on the path. */
async function userWithDeals() {
  const { home, path, run: start } = newTerminalUser();
  for (const name of NAMES) await start('add', `--customer=${name}`, '--title=stand');
  const env = { PATH: path, HOME: home, LC_ALL: 'C.UTF-8', FOLLOWUP_LANG: 'en' };
  const run = (shell: string, script: string): string[] => {
    const { stdout, stderr, status } = spawnSync(shell, ['-c', script], { cwd: home, env });
    expect([status, stderr.toString()]).toEqual([0, '']);
    return stdout
      .toString()
      .split('\n')
      .filter((line) => line !== '');
  };
  return { run, hasRun: () => existsSync(join(home, 'ran')) };
}

/** Outside of a line that is being edited there is nothing to tell readline, nor zsh. */
const TAB: Readonly<Record<string, (words: readonly string[], after: string) => string>> = {
  bash: (words, after) =>
    `compopt() { :; }; eval "$(followup completion bash)"; COMP_WORDS=(followup ${words.map(quoted).join(' ')}); ` +
    `COMP_CWORD=${words.length}; _followup; words=("\${COMPREPLY[@]}"); ${after}`,
  zsh: (words, after) =>
    `compdef() { :; }; compadd() { words=("$names[@]") }; _files() { :; }; typeset -A compstate; ` +
    `eval "$(followup completion zsh)"; complete_it() { local -a names; local PREFIX=${quoted(words.at(-1) ?? '')}; ` +
    `local CURRENT=${words.length + 1}; words=(followup ${words.map((word) => quoted(quoted(word))).join(' ')}); local -a given=("$words[@]"); ` +
    `_followup; }; complete_it; ${after}`,
};

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

describe.each(['bash', 'zsh'])('in %s', (shell) => {
  const each = `[ \${#words[@]} -gt 0 ] && printf "%s\\n" "\${words[@]}"`;

  test.skipIf(!hasShell(shell))('Tab offers commands, flags and codes', async () => {
    const { run } = await userWithDeals();
    const tab = (...words: string[]) => run(shell, TAB[shell]?.(words, each) ?? '');
    expect(tab('sno')).toEqual(['snooze']);
    expect(tab('--lang', 'ja', 'list', '--so')).toEqual(['--sort']);
    expect(tab('note', '1', '--needs', 'quote,se')).toEqual(['quote,security']);
  });

  test.skipIf(!hasShell(shell))('a name comes back to us as it is, and none of them is run', async () => {
    const { run, hasRun } = await userWithDeals();
    for (const [typed, at] of [
      ['Smi', 2],
      ['Sons', 3],
      ['青木', 4],
    ] as const) {
      const show = `followup show "$(printf %s "\${words[${shell === 'zsh' ? 1 : 0}]}")" --json`;
      const shown = JSON.parse(run(shell, TAB[shell]?.(['show', typed], show) ?? '').join('\n'));
      expect(shown.deal.customer).toBe(NAMES[at]);
    }
    for (const typed of ['$', '`', 'O', 'T', '', '"$(touch ran)']) {
      const offered = run(shell, TAB[shell]?.(['show', typed], `${each} || true`) ?? '');
      expect(offered.filter((word) => /[$`']/.test(word))).toEqual([]);
    }
    expect(hasRun()).toBe(false);
  });
});

describe('in fish', () => {
  const tab = (line: string): string => `followup completion fish | source; complete -C ${quoted(line)}`;

  test.skipIf(!hasShell('fish'))('Tab offers commands, flags, codes and deals with what they mean', async () => {
    const { run, hasRun } = await userWithDeals();
    expect(run('fish', tab('followup sno'))).toEqual([expect.stringMatching(/^snooze\t\S/)]);
    expect(run('fish', tab('followup --lang ja list --so'))).toEqual([expect.stringMatching(/^--sort\t/)]);
    expect(run('fish', tab('followup show 青木'))).toEqual(['青木　工業 A\t#5 stand']);
    const all = run('fish', tab('followup show '));
    expect(all.map((line) => line.split('\t')[0])).toEqual(['6', '5', '4', '3', '2', '1']);
    expect(hasRun()).toBe(false);
  });
});
