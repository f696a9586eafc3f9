import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathText, pointerText, valueAt, withValue } from './document-path.ts';

const document = { rules: [{ id: 'a', reward: { rate: '1%' } }, { id: 'b' }], holdDays: 3 };

test('a value is written where it stands and nothing else changes; undefined takes the field away', () => {
  const changed = withValue(document, ['rules', 0, 'reward', 'rate'], '2%');
  expect(changed).toEqual({ ...document, rules: [{ id: 'a', reward: { rate: '2%' } }, { id: 'b' }] });
  expect(document.rules[0]?.reward?.rate).toBe('1%');
  expect(changed.rules[1]).toBe(document.rules[1]);
  expect(withValue(document, ['holdDays'], undefined)).toEqual({ rules: document.rules });
  expect(withValue(document, ['caps'], [])).toEqual({ ...document, caps: [] });
  expect(Object.keys(withValue(document, ['rules'], []))).toEqual(['rules', 'holdDays']);
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(['rules', 0, 'id'], ['rules', 1, 'reward', 'rate'], ['review', 'mode']),
      fc.string(),
      (path, value) => {
        expect(valueAt(withValue(document, path, value), path)).toBe(value);
      },
    ),
  );
});

test('paths are written as faults of the contract and pointers of core', () => {
  expect(pathText(['rules', 0, 'when', 'all', 1, 'value'])).toBe('rules[0].when.all[1].value');
  expect(pointerText('/rules/0/when/all/1/value')).toBe('rules[0].when.all[1].value');
  expect(pointerText('/attribution/windows/a~1b')).toBe('attribution.windows.a/b');
});
