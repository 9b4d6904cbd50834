import { expect, test } from 'vitest';
import { toStorable } from '../../src/store/storable.ts';

test.each([
  ['as it is', 'as it is'],
  ['', ''],
  ['a\u0000b\u0000', 'a�b�'],
  ['\ud800', '�'],
  ['😀', '😀'],
  [null, null],
  [0, 0],
])('%j is stored as %j', (given, stored) => {
  expect(toStorable([given])).toEqual([stored]);
});
