import type { CompletionWords } from '../completionwords.ts';

export const completion = (): CompletionWords => ({
  install: ({ file, line }) => `To complete with Tab, add this line to ${file}:\n  ${line}`,
});
