import type { Paint, PromptWords } from './terminal.ts';

/** Returns how Inquirer looks and what it says of its own accord: in our words, and in our colours where there are some. */
export function promptTheme(words: PromptWords, paint: Paint) {
  const theme = {
    prefix: { idle: paint.accent('?'), done: paint.accent('✓') },
    spinner: { interval: 80, frames: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'] },
    style: {
      answer: paint.accent,
      message: paint.strong,
      error: (text: string) => paint.warm(`> ${text}`),
      defaultAnswer: (text: string) => paint.faint(`(${text})`),
      highlight: paint.accent,
      searchTerm: paint.accent,
    },
  };
  const withKeys = (keys: string) => ({ ...theme, style: { ...theme.style, keysHelpTip: () => paint.faint(keys) } });
  return {
    text: theme,
    choose: withKeys(words.chooseKeys),
    pick: { ...withKeys(words.pickKeys), icon: { checked: paint.accent('[x]'), unchecked: '[ ]' } },
    search: withKeys,
    confirm: (isYesUsual: boolean) => ({
      ...theme,
      keywords: { yes: words.yes, no: words.no, error: () => words.yesOrNo },
      // `y` and `n` are answers in every language; their first letters need not be letters one can type.
      style: { ...theme.style, defaultAnswer: () => paint.faint(isYesUsual ? '(Y/n)' : '(y/N)') },
    }),
  };
}
