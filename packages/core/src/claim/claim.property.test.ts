import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatInstant, localDateOf, parseInstant, shiftDate, startOfDay } from '../time/index.ts';
import {
  claimSteps,
  claimVerdict,
  countsAsDay,
  daysLeft,
  deadlineOf,
  isDecided,
  isOverdue,
  stateAfter,
  type ClaimStanding,
  type Clock,
  type Pause,
} from './index.ts';

const HOUR = 3_600_000;
const instant = (text: string) => parseInstant(text) ?? 0;
const zones = ['Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'UTC'];

const clocks = fc
  .record({
    openedAt: fc.integer({ min: instant('2026-01-01T00:00:00Z'), max: instant('2028-01-01T00:00:00Z') }),
    days: fc.integer({ min: 1, max: 30 }),
    dayKind: fc.constantFrom('calendar' as const, 'business' as const),
    zone: fc.constantFrom(...zones),
    // Hours until the next question, and until its reply.
    gaps: fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 300 })), { maxLength: 5 }),
  })
  .map(({ openedAt, days, dayKind, zone, gaps }): Clock => {
    let at = openedAt;
    const pauses = gaps.map(([until, length]): Pause => {
      const from = at + until * HOUR;
      at = from + length * HOUR;
      return { from, to: at };
    });
    return { openedAt, terms: { days, dayKind }, zone, pauses };
  });

function end(clock: Clock): number {
  const deadline = deadlineOf(clock);
  if (deadline === null) throw new Error('the clock stands still');
  return deadline;
}

describe('the clock', () => {
  test('exactly the promised days count between the opening and the deadline, and the deadline is the end of one', () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        const deadline = end(clock);
        const first = localDateOf(clock.openedAt, clock.zone);
        const last = localDateOf(deadline - 1, clock.zone);
        let counted = 0;
        for (let day = shiftDate(first, 1); day <= last; day = shiftDate(day, 1)) if (countsAsDay(day, clock)) counted += 1;
        expect(counted).toBe(clock.terms.days);
        expect(countsAsDay(last, clock)).toBe(true);
        expect(deadline).toBe(startOfDay(shiftDate(last, 1), clock.zone));
      }),
    );
  });

  test('waiting for the partner never shortens the days, and a reply leaves at least one whole day', () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        const longer = end(clock);
        expect(longer).toBeGreaterThanOrEqual(end({ ...clock, pauses: clock.pauses.slice(0, -1) }));
        const before = end({ ...clock, pauses: [] });
        const [first] = clock.pauses;
        if (first?.to === null || first === undefined || first.from >= before) return;
        const day = localDateOf(first.to, clock.zone);
        if (day !== localDateOf(first.from, clock.zone))
          expect(longer).toBeGreaterThanOrEqual(startOfDay(shiftDate(day, 2), clock.zone));
      }),
    );
  });

  test('a question and its reply within one day change nothing; without a reply there is no deadline', () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: 1, max: 20 }), (clock, later) => {
        const start = startOfDay(shiftDate(localDateOf(clock.openedAt, clock.zone), later), clock.zone);
        const within = { from: start + HOUR, to: start + 20 * HOUR };
        expect(deadlineOf({ ...clock, pauses: [within] })).toBe(deadlineOf({ ...clock, pauses: [] }));
        expect(deadlineOf({ ...clock, pauses: [{ from: clock.openedAt, to: null }] })).toBeNull();
      }),
    );
  });

  test('as many days are left on the day it was opened as were promised, and none once they are over', () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        const plain = { ...clock, pauses: [] };
        const deadline = end(plain);
        expect(daysLeft(deadline, plain.openedAt, plain)).toBe(plain.terms.days);
        expect(daysLeft(deadline, deadline - 1, plain)).toBe(1);
        expect(daysLeft(deadline, deadline, plain)).toBe(0);
      }),
    );
  });

  test('business days leave out weekends and the days on which banks do not settle', () => {
    const clock = { terms: { days: 3, dayKind: 'business' as const }, pauses: [], zone: 'Europe/Paris' };
    // Opened on Thursday 2 April 2026: Good Friday, the weekend and Easter Monday do not count.
    expect(formatInstant(end({ ...clock, openedAt: instant('2026-04-02T08:00:00Z') }))).toBe('2026-04-09T22:00:00.000Z');
    const calendar = { ...clock, terms: { days: 3, dayKind: 'calendar' as const } };
    expect(formatInstant(end({ ...calendar, openedAt: instant('2026-04-02T08:00:00Z') }))).toBe('2026-04-05T22:00:00.000Z');
    // Over the night the clocks go forward a day has 23 hours.
    expect(formatInstant(end({ ...calendar, openedAt: instant('2026-03-27T08:00:00Z') }))).toBe('2026-03-30T22:00:00.000Z');
  });
});

describe('steps', () => {
  const acts = fc.array(fc.tuple(fc.constantFrom(...claimSteps), fc.integer({ min: 0, max: 80 })), { maxLength: 30 });

  test('in any order: decided once, never refused or asked once silence has accepted, accepted automatically only when due', () => {
    fc.assert(
      fc.property(clocks, fc.boolean(), acts, (base, isAutomatic, steps) => {
        let now = base.openedAt;
        let pauses: Pause[] = [];
        let standing: ClaimStanding = { state: 'open', deadline: end({ ...base, pauses }), isAutomatic, isSettled: false };
        let decisions = 0;
        for (const [step, hours] of steps) {
          now += hours * HOUR;
          const lapsed = isAutomatic && isOverdue(standing, now);
          if (claimVerdict(standing, step, now) !== 'allowed') continue;
          if (lapsed) expect(['say', 'accept', 'withdraw', 'accept_automatically']).toContain(step);
          if (step === 'accept_automatically') expect(lapsed).toBe(true);
          if (step === 'ask' && standing.state === 'open') pauses = [...pauses, { from: now, to: null }];
          if (step === 'reply') pauses = pauses.map((pause) => ({ ...pause, to: pause.to ?? now }));
          const state = stateAfter(standing.state, step);
          if (isDecided(standing.state)) expect(step).toBe('settle');
          else if (isDecided(state)) decisions += 1;
          const deadline = isDecided(state) ? null : deadlineOf({ ...base, pauses });
          standing = { ...standing, state, deadline, isSettled: standing.isSettled || step === 'settle' };
          expect(state === 'asked').toBe(pauses.some(({ to }) => to === null) && !isDecided(state));
        }
        expect(decisions).toBeLessThanOrEqual(1);
      }),
    );
  });
});
