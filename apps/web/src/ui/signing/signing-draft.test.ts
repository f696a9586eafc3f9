import { expect, it } from 'vitest';
import { isComplete, moved, newSigning, signingBody } from './signing-draft.ts';

const ana = { name: ' Ana ', email: ' ana@alpes.example ', side: 'company', language: 'fr' } as const;
const now = Date.UTC(2026, 2, 20, 23, 30);

it('asks for one person a side, and for two weeks', () => {
  const draft = newSigning([ana], now, 'Europe/Paris');
  expect(draft.signers.map(({ side, name }) => `${side} ${name.trim()}`)).toEqual(['company Ana', 'partner ']);
  // It is the 21st in Paris already.
  expect(draft.until).toBe('2026-04-04');
  expect(isComplete(draft)).toBe(false);
});

it('ends with its last day in the zone of the company, on the day the clocks change too', () => {
  const draft = { ...newSigning([ana, { ...ana, side: 'partner' as const }], now, 'Europe/Paris'), until: '2026-03-29' };
  expect(isComplete(draft)).toBe(true);
  expect(signingBody(draft, 'Europe/Paris')).toEqual({
    order: 'sequence',
    message: null,
    expiresAt: '2026-03-29T22:00:00.000Z',
    signers: [
      { name: 'Ana', email: 'ana@alpes.example', side: 'company', language: 'fr' },
      { name: 'Ana', email: 'ana@alpes.example', side: 'partner', language: 'fr' },
    ],
  });
});

it('moves a line by one place, and not beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
