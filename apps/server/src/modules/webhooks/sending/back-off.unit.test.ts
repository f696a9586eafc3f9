import { expect, test } from 'vitest';
import { nextTry, retryAfterMs } from './back-off.ts';

const NOW = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

test('ten tries over a little more than three days, each pause longer than the one before', () => {
  let at = NOW;
  let pause = 0;
  let tries = 1;
  for (let next = nextTry(tries, at, 0, null); next !== null; next = nextTry(tries, at, 0, null)) {
    expect(next - at).toBeGreaterThan(pause);
    pause = next - at;
    at = next;
    tries += 1;
  }
  expect(tries).toBe(10);
  expect((at - NOW) / HOUR).toBeGreaterThan(72);
  expect((at - NOW) / HOUR).toBeLessThan(84);
});

test('jitter adds up to a tenth; the receiver may ask for more, up to a day, never for less', () => {
  expect(nextTry(1, NOW, 1, null)).toBe(NOW + 5500);
  expect(nextTry(1, NOW, 0, HOUR)).toBe(NOW + HOUR);
  expect(nextTry(1, NOW, 0, 1)).toBe(NOW + 5000);
  expect(nextTry(1, NOW, 0, 1000 * HOUR)).toBe(NOW + 24 * HOUR);
});

test.each([
  ['120', 120_000],
  ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['soon', null],
  [undefined, null],
])('Retry-After: %s', (header, ms) => {
  expect(retryAfterMs(header, NOW)).toBe(ms);
});
