import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { storableBody } from './storable-body.ts';

test('a body without such characters is kept to the byte, spaces and all', () => {
  const body = '{ "name": "Caf\\u00e9 \\ud83d\\ude00", "n": 1.50 }';
  expect(JSON.parse(storableBody(body))).toEqual({ name: 'Café 😀', n: 1.5 });
  expect(storableBody('{ "a": 1 }')).toBe('{ "a": 1 }');
});

test('NUL and half characters go, in keys as in values, at any depth', () => {
  const body = '{"a\\u0000b":[{"c":"x\\u0000y"},"\\ud800z"]}';
  expect(JSON.parse(storableBody(body))).toEqual({ ab: [{ c: 'xy' }, '\ufffdz'] });
});

test('what is left never holds what a text column refuses', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.string({ unit: 'binary' }), (value, text) => {
      const left = storableBody(JSON.stringify({ value, text: `${text}\u0000\ud800` }));
      const texts: string[] = [];
      JSON.parse(left, (key, part: unknown) => {
        texts.push(key);
        if (typeof part === 'string') texts.push(part);
        return part;
      });
      expect(texts.every((one) => !one.includes('\u0000') && one.isWellFormed())).toBe(true);
    }),
  );
});

test('what is no JSON is refused', () => {
  expect(() => storableBody('{')).toThrow(SyntaxError);
});
