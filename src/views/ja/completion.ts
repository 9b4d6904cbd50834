import type { CompletionWords } from '../completionwords.ts';

export const completion = (): CompletionWords => ({
  install: ({ file, line }) => `Tab キーで補完するには、次の行を ${file} に書き加えてください。\n  ${line}`,
});
