import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidePlace, type PlaceChange } from './index.ts';

const DAY = 86_400_000;
const NOW = 20_000 * DAY;
const change: PlaceChange = { lastFrom: 0, noticeDays: 30, changesPlan: false, wish: null, recordedAt: NOW, zone: 'UTC' };

test('another precedence begins now or later, another plan after the notice', () => {
  expect(decidePlace(change)).toEqual({ ok: true, from: NOW });
  expect(decidePlace({ ...change, wish: NOW - 1 })).toEqual({ ok: false, reason: 'past', earliest: NOW });
  expect(decidePlace({ ...change, changesPlan: true })).toEqual({ ok: true, from: NOW + 30 * DAY });
  const early = decidePlace({ ...change, changesPlan: true, wish: NOW + DAY });
  expect(early).toEqual({ ok: false, reason: 'notice', earliest: NOW + 30 * DAY });
});

test('nothing begins before a change that is announced; the same instant replaces it', () => {
  const announced = { ...change, lastFrom: NOW + 5 * DAY };
  expect(decidePlace({ ...announced, wish: NOW + DAY })).toEqual({ ok: false, reason: 'overlap', earliest: NOW + 5 * DAY });
  expect(decidePlace({ ...announced, wish: NOW + 5 * DAY })).toEqual({ ok: true, from: NOW + 5 * DAY });
});

test('while no version is in force any instant will do', () => {
  expect(decidePlace({ ...change, noticeDays: null, changesPlan: true, wish: DAY })).toEqual({ ok: true, from: DAY });
});

test('what it calls the earliest is accepted, and nothing before', () => {
  const at = fc.integer({ min: -100, max: 100 }).map((days) => NOW + days * DAY);
  fc.assert(
    fc.property(at, at, fc.option(fc.integer({ min: 0, max: 60 })), fc.boolean(), (lastFrom, wish, noticeDays, changesPlan) => {
      const asked = { ...change, lastFrom, noticeDays, changesPlan };
      const decision = decidePlace({ ...asked, wish });
      if (decision.ok) {
        expect(decision.from).toBeGreaterThanOrEqual(lastFrom);
        return;
      }
      expect(wish).toBeLessThan(decision.earliest);
      expect(decidePlace({ ...asked, wish: decision.earliest }).ok).toBe(true);
      expect(decidePlace({ ...asked, wish: decision.earliest - 1 }).ok).toBe(false);
    }),
  );
});
