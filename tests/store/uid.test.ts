import { expect, test } from 'vitest';
import { newUid } from '../../src/store/uid.ts';

test('uids are 32 hexadecimal digits, never the same, and each comes behind the one before', () => {
  const uids = Array.from({ length: 10_000 }, newUid);
  expect(uids.every((uid) => /^[0-9a-f]{32}$/.test(uid))).toBe(true);
  expect(new Set(uids).size).toBe(uids.length);
  expect([...uids].sort()).toEqual(uids);
});
