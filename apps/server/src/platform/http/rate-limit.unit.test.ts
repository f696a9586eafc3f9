import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { addressGroup, RateLimiter } from './rate-limit.ts';

test('never lets more through than the burst and what time gives back', () => {
  assert(
    property(integer({ min: 1, max: 50 }), array(integer({ min: 0, max: 20_000 }), { maxLength: 200 }), (limit, pauses) => {
      let now = 0;
      const limiter = new RateLimiter(() => now);
      let allowed = 0;
      for (const pause of pauses) {
        now += pause;
        if (limiter.take('a', limit).allowed) allowed += 1;
      }
      expect(allowed).toBeLessThanOrEqual(limit + (now * limit) / 60_000 + 1e-6);
    }),
  );
});

test('the time to wait is enough', () => {
  let now = 0;
  const limiter = new RateLimiter(() => now);
  for (let count = 0; count < 7; count += 1) limiter.take('a', 7);
  const refused = limiter.take('a', 7);
  expect(refused.allowed).toBe(false);
  now += refused.retryAfter * 1000;
  expect(limiter.take('a', 7).allowed).toBe(true);
});

test('memory is bounded, names are apart, 0 lifts the limit, a clock going back does no harm', () => {
  let now = 1_000_000;
  const limiter = new RateLimiter(() => now);
  for (let count = 0; count < 50_100; count += 1) limiter.take(`address ${count}`, 1);
  expect(limiter.size).toBe(50_000);
  expect(limiter.take('address 50099', 1).allowed).toBe(false);
  now -= 500_000;
  expect(limiter.take('address 50099', 1).allowed).toBe(false);
  expect(limiter.take('new', 1).allowed).toBe(true);
  expect(limiter.take('new', 0).allowed).toBe(true);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::ffff:1.2.3.4', '::ffff:1.2.3.4'],
])('%s is counted as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});
