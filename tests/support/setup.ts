import { loadPlaybook } from '../../src/exchange/playbooks.ts';
import { loadWords } from '../../src/views/words.ts';

// Views are tested on their own as well, in both languages.
for (const language of ['en', 'ja'] as const) {
  await loadWords(language);
  await loadPlaybook(language);
}
