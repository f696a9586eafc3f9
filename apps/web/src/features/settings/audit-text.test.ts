import { expect, test } from 'vitest';
import { changesOf, whoOf } from './audit-text.ts';

test('only what differs is told, also where nothing was before or is after', () => {
  expect(changesOf({ name: 'A', role: 'viewer' }, { name: 'B', role: 'viewer' })).toEqual([
    { field: 'name', before: 'A', after: 'B' },
  ]);
  expect(changesOf(null, { tags: ['x'] })).toEqual([{ field: 'tags', before: undefined, after: ['x'] }]);
  expect(changesOf({ tags: ['x'] }, { tags: ['x'] })).toEqual([]);
  expect(changesOf(undefined, undefined)).toEqual([]);
});

test('who wrote is told by the best name there is', () => {
  expect(whoOf({ kind: 'user', userId: 'usr_1', name: 'Claire' })).toBe('Claire');
  expect(whoOf({ kind: 'key', keyId: 'key_1' })).toBe('key_1');
  expect(whoOf({ kind: 'system' })).toBe('system');
});
