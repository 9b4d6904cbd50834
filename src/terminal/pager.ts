/** Shells say so of a program that is not there, or is none. */
const NOT_RUN = [126, 127];

/** A screen that does not say how high it is. */
const USUAL_ROWS = 24;

/** Returns whether somebody would have to scroll back to read the text. */
export function isLong(text: string, rows = USUAL_ROWS): boolean {
  // The prompt takes a line.
  return text.split('\n').length > rows - 1;
}

/** Shows a text with the rep's pager, and returns when it has been left; false where there is none that could be started. */
export function showPaged(text: string, { env, platform }: Pick<NodeJS.Process, 'env' | 'platform'>): boolean {
  const own = env.FOLLOWUP_PAGER ?? env.PAGER;
  if (own === '' || own === 'cat' || (own === undefined && platform === 'win32')) return false;
  // Loaded at once, since an answer does not wait, and here, since most answers are short.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  // Ctrl-C is for the pager: we go on to our own end.
  const leaveAlone = (): void => undefined;
  process.on('SIGINT', leaveAlone);
  try {
    const { error, status } = spawnSync(own ?? 'less', {
      // The pager's variable may hold options, so a shell reads it; that `less` is missing is nobody's mistake.
      shell: own !== undefined,
      input: `${text}\n`,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...env, LESS: env.LESS ?? 'FRX', LESSCHARSET: env.LESSCHARSET ?? 'utf-8', LV: env.LV ?? '-c' },
    });
    // A pager that is left early has not read everything, which is no error.
    const isMissing = error !== undefined && (error as NodeJS.ErrnoException).code !== 'EPIPE';
    return !isMissing && !NOT_RUN.includes(status ?? 0);
  } finally {
    process.off('SIGINT', leaveAlone);
  }
}
