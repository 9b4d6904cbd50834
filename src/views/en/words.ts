import type { Words } from '../words.ts';
import { check, checkFailures } from './check.ts';
import { draft } from './draft.ts';
import { draftFailures } from './draftfailures.ts';
import { failures } from './failures.ts';
import { help } from './help.ts';
import { screens } from './screens.ts';
import { terms } from './terms.ts';

export const en: Words = {
  language: 'en',
  terms,
  screens,
  check,
  draft,
  failures: { ...failures, ...checkFailures, ...draftFailures },
  help,
};
