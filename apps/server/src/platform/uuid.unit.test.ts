import { expect, test } from 'vitest';
import { instantOfUuid, newUuid } from './uuid.ts';

const AT = Date.UTC(2026, 10, 30);

test('ids made for one instant sort in the order they were made in, and none comes twice', () => {
  const ids = Array.from({ length: 20_000 }, () => newUuid(AT));
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id is a version 7 of RFC 9562 that says its instant', () => {
  for (const at of [0, AT, 2 ** 48 - 1]) {
    const id = newUuid(at);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(instantOfUuid(id)).toBe(at);
  }
  expect(instantOfUuid('7b0c3c1e-5a0f-4c8e-9d55-0d4e1f0a2b3c')).toBeNull();
});
