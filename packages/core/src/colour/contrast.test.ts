import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastRatio, textOn } from './index.ts';

test('known contrasts', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 9);
  expect(contrastRatio('#777777', '#FFFFFF')).toBeCloseTo(4.478, 3);
  expect(contrastRatio('#abcdef', '#abcdef')).toBe(1);
  expect(() => contrastRatio('red', '#ffffff')).toThrow(/not a colour/);
});

test('the text chosen is readable on any colour', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(fc.property(colour, (on) => contrastRatio(on, textOn(on)) >= 4.5));
});
