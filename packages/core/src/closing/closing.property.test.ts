import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Instant, periodOf, startOfDay } from '../time/index.ts';
import {
  closeFault,
  type Cut,
  formatMonth,
  monthAfter,
  monthBefore,
  monthBooked,
  monthPeriod,
  monthsOpen,
  standsIn,
} from './index.ts';

const zones = fc.constantFrom('Europe/Paris', 'America/St_Johns', 'Pacific/Apia', 'UTC', 'Asia/Kathmandu');
const DAY = 86_400_000;
const START = startOfDay('2026-01-01', 'UTC');

interface Booked {
  readonly effectiveAt: Instant;
  readonly factSeq: bigint;
  readonly amount: bigint;
}

/** A few months of facts that come in any order, months being closed in between at whatever moment. */
const history = fc.record({
  zone: zones,
  first: fc.integer({ min: 0, max: 3 }),
  steps: fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          day: fc.integer({ min: -40, max: 200 }),
          ms: fc.integer({ min: 0, max: DAY - 1 }),
          amount: fc.bigInt(-9999n, 9999n),
        }),
      },
      { weight: 1, arbitrary: fc.constant('close' as const) },
    ),
    { maxLength: 60 },
  ),
});

function play({ zone, first, steps }: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  const booked: Booked[] = [];
  const cuts: Cut[] = [];
  const before: Booked[][] = [];
  let next = `2026-0${first + 1}`;
  for (const step of steps) {
    const seq = BigInt(booked.length);
    if (step !== 'close') {
      booked.push({ effectiveAt: START + step.day * DAY + step.ms, factSeq: seq + 1n, amount: step.amount });
      continue;
    }
    const { from, to } = monthPeriod(next, zone) ?? expect.fail();
    cuts.push({ month: next, from, to, through: seq, after: cuts.at(-1)?.through ?? seq });
    before.push([...booked]);
    next = monthAfter(next, zone);
  }
  return { booked, cuts, before };
}

const sum = (list: readonly Booked[]) => list.reduce((total, { amount }) => total + amount, 0n);

it('lets every posting stand in exactly one month, the same by either rule', () => {
  fc.assert(
    fc.property(history, (told) => {
      const { booked, cuts } = play(told);
      for (const posting of booked) {
        const place = monthBooked(posting, cuts, told.zone);
        const closed = cuts.filter((cut) => standsIn(posting, cut)).map(({ month }) => month);
        const isClosed = place !== null && cuts.some(({ month }) => month === place.month);
        expect(closed).toEqual(isClosed ? [place?.month] : []);
        const own = periodOf(posting.effectiveAt, 'month', told.zone).key;
        if (place !== null) expect(place.lateOf).toBe(place.month === own ? null : own);
        if (place !== null) expect(place.month >= own).toBe(true);
      }
    }),
  );
});

it('closes a month with what the next one opens with, and loses nothing', () => {
  fc.assert(
    fc.property(history, (told) => {
      const { booked, cuts } = play(told);
      const [first] = cuts;
      if (first === undefined) return;
      let balance = sum(booked.filter((posting) => monthBooked(posting, cuts, told.zone) === null));
      for (const cut of cuts) {
        balance += sum(booked.filter((posting) => standsIn(posting, cut)));
        const known = booked.filter(({ effectiveAt, factSeq }) => effectiveAt < cut.to && factSeq <= cut.through);
        expect(balance).toBe(sum(known));
      }
      const open = booked.filter((posting) => {
        const place = monthBooked(posting, cuts, told.zone);
        return place !== null && !cuts.some(({ month }) => month === place.month);
      });
      expect(balance + sum(open)).toBe(sum(booked));
    }),
  );
});

it('never changes a closed month, whatever is learned later', () => {
  fc.assert(
    fc.property(history, (told) => {
      const { booked, cuts, before } = play(told);
      for (const [index, cut] of cuts.entries()) {
        const then = (before[index] ?? []).filter((posting) => standsIn(posting, cut));
        expect(booked.filter((posting) => standsIn(posting, cut))).toEqual(then);
      }
    }),
  );
});

it('tiles time with months, forwards and backwards', () => {
  fc.assert(
    fc.property(zones, fc.integer({ min: 0, max: 130 * 365 }), (zone, day) => {
      const { key, to } = periodOf(DAY + day * DAY, 'month', zone);
      const next = monthAfter(key, zone);
      expect(monthPeriod(next, zone)?.from).toBe(to);
      expect(monthBefore(next, zone)).toBe(key);
    }),
  );
});

it('says why a month cannot be closed', () => {
  const zone = 'Europe/Paris';
  const firstOfNovember = startOfDay('2026-11-01', zone);
  expect(closeFault('2026-10', '2026-09', firstOfNovember, zone)).toBeNull();
  expect(closeFault('2026-10', '2026-09', firstOfNovember - 1, zone)).toBe('not_over');
  expect(closeFault('2026-10', '2026-08', firstOfNovember, zone)).toBe('out_of_order');
  expect(closeFault('2026-10', null, firstOfNovember, zone)).toBeNull();
  expect(closeFault('2026-12', '2026-11', firstOfNovember, zone)).toBe('not_over');
  expect(monthPeriod('2026-13', zone)).toBeNull();
  expect(monthPeriod('2026-1', zone)).toBeNull();
  expect(monthsOpen('2026-09', firstOfNovember, zone, 9)).toEqual(['2026-11', '2026-10', '2026-09']);
  expect([formatMonth('2026-10', 'en'), formatMonth('2026-08', 'fr')]).toEqual(['October 2026', 'août 2026']);
  expect(monthsOpen('2020-01', firstOfNovember, zone, 2)).toEqual(['2026-11', '2026-10']);
});
