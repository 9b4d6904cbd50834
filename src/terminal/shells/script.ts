import type { Shell } from '../../core/shell.ts';
import { BASH } from './bash.ts';
import { FISH } from './fish.ts';
import { POWERSHELL } from './powershell.ts';
import { ZSH } from './zsh.ts';

/** What makes each shell ask `followup __complete <shell> =<word being typed> <words before it…>`. */
export const SHELL_SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: BASH,
  zsh: ZSH,
  fish: FISH,
  powershell: POWERSHELL,
};
