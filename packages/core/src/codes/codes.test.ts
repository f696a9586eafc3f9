import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCode, honouredParameters, isValidSlug, nearestCode, normalizeCode } from './index.ts';

const codes = fc.string({ unit: fc.constantFrom(...'abcxyz0189_-'.split('')), minLength: 2, maxLength: 64 });

test.each([
  ['anna', 'anna'],
  ['  ANNA20. ', 'anna20'],
  ['"anna"', 'anna'],
  ['«anna»', 'anna'],
  ['(anna),', 'anna'],
  ['/anna/', 'anna'],
  ['anna…', 'anna'],
  ['anna?utm_source=x', 'anna'],
  ['anna&utm_source=x', 'anna'],
  ['anna#top', 'anna'],
  ['ＡＮＮＡ２０', 'anna20'],
  ['anna‑marie', 'anna-marie'],
  ['an\u200bna', 'anna'],
  ['Jérôme', 'jerome'],
  ['anna%20', 'anna'],
  ['%61nna', 'anna'],
  ['anna%', 'anna'],
  ['a_b-c', 'a_b-c'],
])('%j means %j', (text, code) => {
  expect(normalizeCode(text)).toBe(code);
});

test('what holds no code is refused', () => {
  for (const text of [
    '',
    ' ',
    'a',
    'a b',
    'anna/marie',
    'a.b',
    'anna%2520',
    '日本',
    '?via=anna',
    'x'.repeat(65),
    ' '.repeat(2000),
  ]) {
    expect([text, normalizeCode(text)]).toEqual([text, null]);
  }
});

test('normalising is idempotent and only ever gives a slug', () => {
  fc.assert(
    fc.property(fc.oneof(codes, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
      const code = normalizeCode(text);
      if (code === null) return;
      expect(isValidSlug(code)).toBe(true);
      expect(normalizeCode(code)).toBe(code);
    }),
  );
});

test('a slug survives case, encoding and what a sentence puts around it', () => {
  const around = fc.string({ unit: fc.constantFrom(...' .,;:!?)]}>"\'/»”'.split('')), maxLength: 4 });
  fc.assert(
    fc.property(codes, around, (code, tail) => {
      expect(normalizeCode(`"${code.toUpperCase()}${tail}`)).toBe(code);
      expect(
        normalizeCode(
          code
            .split('')
            .map((c) => `%${c.charCodeAt(0).toString(16)}`)
            .join(''),
        ),
      ).toBe(code);
    }),
  );
});

test('the nearest code is the only one an edit away', () => {
  expect(nearestCode('ann', ['anna', 'bob'])).toBe('anna');
  expect(nearestCode('annna', ['anna', 'bob'])).toBe('anna');
  expect(nearestCode('anxa', ['anna', 'bob'])).toBe('anna');
  expect(nearestCode('anna', ['annb', 'annc', 'anna'])).toBe('anna');
  expect(nearestCode('ann', ['anna', 'anne'])).toBeNull();
  expect(nearestCode('ann', ['anna', 'anna'])).toBe('anna');
  expect(nearestCode('xyz', ['anna', 'bob'])).toBeNull();
  expect(nearestCode('bo', ['bob'])).toBeNull();
  expect(nearestCode('naan', ['anna'])).toBeNull();
  expect(nearestCode('anna', [])).toBeNull();
});

test('one edit is found wherever it is, two are not taken for one', () => {
  fc.assert(
    fc.property(
      codes.filter((code) => code.length >= 4),
      fc.nat(),
      (code, where) => {
        const at = where % code.length;
        const [before, after] = [code.slice(0, at), code.slice(at + 1)];
        expect(nearestCode(before + after, [code])).toBe(code);
        expect(nearestCode(`${before}m${after}`, [code])).toBe(code);
        expect(nearestCode(`${before}m${code.slice(at)}`, [code])).toBe(code);
        expect(nearestCode(`m${code}m`, [code])).toBeNull();
      },
    ),
  );
});

test('our parameter first, then the others in their order', () => {
  expect(findCode('?via=anna')).toEqual({ parameter: 'via', code: 'anna' });
  expect(findCode('ref=bob&via=anna')).toEqual({ parameter: 'via', code: 'anna' });
  expect(findCode('?via=anna&cordee=carl')).toEqual({ parameter: 'cordee', code: 'carl' });
  expect(findCode('?utm_source=x&FPR=Anna%21#via=bob')).toEqual({ parameter: 'fpr', code: 'anna' });
  expect(findCode('?via=&via=%20&via=anna+')).toEqual({ parameter: 'via', code: 'anna' });
  expect(findCode('?via=!!&ref=bob')).toEqual({ parameter: 'ref', code: 'bob' });
  expect(findCode('?%76ia=anna&x=%')).toEqual({ parameter: 'via', code: 'anna' });
  for (const search of ['', '?', '?a=1', '?viax=anna', '?=anna', '#via=anna'])
    expect([search, findCode(search)]).toEqual([search, null]);
});

test('every honoured parameter is honoured', () => {
  for (const parameter of honouredParameters) expect(findCode(`?x=1&${parameter}=anna`)).toEqual({ parameter, code: 'anna' });
  expect(new Set(honouredParameters).size).toBe(honouredParameters.length);
});
