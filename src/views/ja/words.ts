import type { Words } from '../words.ts';
import { close } from './close.ts';
import { failures } from './failures.ts';
import { help } from './help.ts';
import { screens } from './screens.ts';
import { terms } from './terms.ts';

export const ja: Words = { language: 'ja', terms, screens, failures, help, close };
