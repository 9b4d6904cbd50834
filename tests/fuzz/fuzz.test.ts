import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { beforeAll, describe, test } from 'vitest';
import { prepareWrapping } from '../../src/views/layout.ts';
import { FILE_READERS, harmless, READERS } from './readers.ts';
import { anyText, LONG_TEXTS } from './texts.ts';

beforeAll(prepareWrapping);

/** A reader that takes longer over 100 KB than a person would wait does not end for them. */
const LONGEST_MS = 10_000;

/** Does the work and breaks it off, wherever it is, when it takes too long. */
function withinReason(work: () => void): void {
  runInNewContext('work()', { work }, { timeout: LONGEST_MS });
}

describe.each(Object.entries(READERS))('whatever is typed as %s', (_what, read) => {
  test('is read or refused', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyText, (text) => harmless(() => read(text))),
      { numRuns: 10_000 },
    );
  });

  test('is so however long it is', { timeout: 300_000 }, () => {
    for (const text of LONG_TEXTS) withinReason(() => harmless(() => read(text)));
  });
});

test.each(Object.entries(FILE_READERS))('whatever stands in a file, as %s', { timeout: 60_000 }, (_what, read) => {
  fc.assert(
    fc.property(anyText, (text) => harmless(() => read(text))),
    { numRuns: 2_000 },
  );
});
