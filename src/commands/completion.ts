import type { Command } from 'commander';
import { readChoice } from '../core/dealfield.ts';
import { SHELLS } from '../core/shell.ts';
import { SHELL_SCRIPTS } from '../terminal/shells/script.ts';
import { answer, type Context, remark } from './context.ts';
import { declare } from './option.ts';

export function addCompletion(program: Command, context: Context): void {
  declare(program, context, 'completion <shell>').action((shell: string) => completion(context, shell));
}

/** Prints what a shell is to evaluate. To somebody who only looks at it, it is said where it belongs. */
export function completion(context: Context, name: string): void {
  const shell = readChoice(name, SHELLS, 'completion');
  const script = SHELL_SCRIPTS[shell];
  answer(
    context,
    () => ({ shell, script }),
    () => script,
  );
  const { terminal, words } = context;
  if (terminal.width !== null) remark(context, words.completion.install(INSTALLS[shell]));
}

/** The file that is read when the shell starts, and the line for it. */
const INSTALLS = {
  bash: { file: '~/.bashrc', line: 'eval "$(followup completion bash)"' },
  zsh: { file: '~/.zshrc', line: 'eval "$(followup completion zsh)"' },
  fish: { file: '~/.config/fish/config.fish', line: 'followup completion fish | source' },
  powershell: { file: '$PROFILE', line: 'followup completion powershell | Out-String | Invoke-Expression' },
} as const;
