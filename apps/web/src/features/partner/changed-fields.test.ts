import { expect, test } from 'vitest';
import { changedFields } from './changed-fields.ts';

test('what differs between two states of a partner is named in the order of its details', () => {
  const before = { name: 'A', kind: 'affiliate', email: null, tags: ['x'], createdAt: 1 };
  expect(changedFields(before, { ...before, tags: ['x', 'y'], name: 'B', createdAt: 2 })).toEqual(['name', 'tags']);
  expect(changedFields(before, { name: 'A', kind: 'affiliate', tags: ['x'] })).toEqual([]);
  expect(changedFields(null, undefined)).toEqual([]);
});
