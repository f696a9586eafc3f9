import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftDate } from '../time/index.ts';
import {
  debtStanding,
  debtTermsFault,
  findDebtTermsFault,
  type DebtSums,
  type DebtTerms,
  owedOf,
  scheduleOf,
  spreadInstalments,
  toKeepBack,
} from './index.ts';

const rules = { graceDays: 10, breaksAfter: 2, onLeaving: 'falls_due' } as const;
const dated: DebtTerms = {
  ...rules,
  kind: 'dated',
  instalments: [
    { dueOn: '2027-01-31', amount: 4000n },
    { dueOn: '2027-02-28', amount: 4000n },
    { dueOn: '2027-03-31', amount: 2000n },
  ],
};
const share: DebtTerms = { ...rules, kind: 'share', percent: 30, until: '2027-06-30' };
const sums = (given: Partial<DebtSums> = {}): DebtSums => {
  return { planned: 10_000n, keptBack: 0n, paid: 0n, waived: 0n, returned: 0n, ...given };
};

describe('where a plan stands', () => {
  test.each([
    ['2027-01-30', {}, ['to_come', 'to_come', 'to_come'], 0n, false],
    ['2027-01-31', {}, ['due', 'to_come', 'to_come'], 4000n, false],
    ['2027-02-10', {}, ['due', 'to_come', 'to_come'], 4000n, false],
    ['2027-02-11', {}, ['missed', 'to_come', 'to_come'], 4000n, false],
    ['2027-03-11', {}, ['missed', 'missed', 'to_come'], 8000n, true],
    ['2027-03-11', { keptBack: 3000n, paid: 1000n }, ['covered', 'missed', 'to_come'], 4000n, false],
    ['2027-03-11', { keptBack: 9000n }, ['covered', 'covered', 'to_come'], 0n, false],
    // What is waived goes off the end: the last instalment is gone, the second one is half.
    ['2027-03-31', { waived: 4000n }, ['missed', 'missed'], 6000n, true],
    ['2027-12-31', { keptBack: 5000n, paid: 2000n, waived: 3000n }, ['covered', 'covered'], 0n, false],
  ] as const)('on %s after %o', (today, given, states, due, isBroken) => {
    const standing = debtStanding(dated, sums(given), today);
    expect(standing.instalments.map(({ state }) => state)).toEqual(states);
    expect(standing.due).toBe(due);
    expect(standing.isBroken).toBe(isBroken);
  });
});

describe('what is kept back', () => {
  test.each([
    [dated, '2027-01-30', 9000n, true, 0n],
    [dated, '2027-01-31', 9000n, false, 4000n],
    [dated, '2027-01-31', 2500n, true, 2500n],
    [dated, '2027-01-31', -500n, true, 0n],
    [share, '2027-01-15', 9999n, true, 2999n],
    [share, '2027-01-15', 9999n, false, 0n],
    [{ ...share, percent: 100 }, '2027-01-15', 9999n, false, 9999n],
    [share, '2027-06-30', 90_000n, false, 10_000n],
    [share, '2027-01-15', 900_000n, true, 10_000n],
  ] as const)('%o on %s of %d', (terms, today, payable, atPayout, expected) => {
    expect(toKeepBack(terms, sums(), { today, payable, atPayout })).toBe(expected);
  });
});

test.each([
  [{ ...dated, instalments: [] }, 10_000n, 'none'],
  [dated, 9999n, 'sum'],
  [dated, 0n, 'not_positive'],
  [{ ...dated, instalments: [...dated.instalments].toReversed() }, 10_000n, 'out_of_order'],
  [{ ...dated, instalments: [{ dueOn: '2026-12-31', amount: 5n }] }, 5n, 'past'],
  [{ ...share, until: '2040-01-01' }, 5n, 'too_far'],
  [share, 5n, null],
  [dated, 10_000n, null],
] as const)('terms %o for %d: %s', (terms, amount, fault) => {
  expect(debtTermsFault(terms, amount, '2027-01-01')).toBe(fault);
});

const START = '2027-01-01';
const money = fc.bigInt({ min: 1n, max: 50_000n });
const anyTerms: fc.Arbitrary<DebtTerms> = fc.oneof(
  fc.array(fc.record({ gap: fc.integer({ min: 1, max: 40 }), amount: money }), { minLength: 1, maxLength: 8 }).map((parts) => {
    let day = START;
    const instalments = parts.map(({ gap, amount }) => ({ dueOn: (day = shiftDate(day, gap)), amount }));
    return { ...rules, kind: 'dated' as const, instalments };
  }),
  fc.record({ percent: fc.integer({ min: 1, max: 100 }), days: fc.integer({ min: 1, max: 300 }) }).map(({ percent, days }) => {
    return { ...rules, kind: 'share' as const, percent, until: shiftDate(START, days) };
  }),
);

/** Days that pass with money coming in, payments from outside and waivers. */
const step = fc.record({
  days: fc.nat(60),
  earned: fc.bigInt({ min: -20_000n, max: 60_000n }),
  paid: fc.bigInt({ min: 0n, max: 20_000n }),
  waived: fc.bigInt({ min: 0n, max: 5000n }),
  atPayout: fc.boolean(),
});

test('whatever happens, no more is kept back than is payable or owed, and the parts always add up', () => {
  fc.assert(
    fc.property(anyTerms, money, fc.array(step, { maxLength: 25 }), (terms, planned, steps) => {
      let now = sums({ planned });
      let [today, payable] = [START, 0n];
      for (const { days, earned, paid, waived, atPayout } of steps) {
        today = shiftDate(today, days);
        payable += earned;
        const some = (wanted: bigint) => (wanted < owedOf(now) ? wanted : owedOf(now));
        now = { ...now, paid: now.paid + some(paid) };
        now = { ...now, waived: now.waived + some(waived) };
        const before = debtStanding(terms, now, today);
        const kept = toKeepBack(terms, now, { today, payable, atPayout });
        expect(kept >= 0n && kept <= owedOf(now) && (kept === 0n || kept <= payable)).toBe(true);
        // What is due is kept back as far as there is money for it.
        const due = before.due < owedOf(now) ? before.due : owedOf(now);
        if (payable > 0n) expect(kept >= (due < payable ? due : payable)).toBe(true);
        now = { ...now, keptBack: now.keptBack + kept };
        payable -= kept;
        const after = debtStanding(terms, now, today);
        expect(after.due <= before.due && after.missed <= before.missed).toBe(true);
        if (terms.kind === 'share') expect(sumOf(after.instalments, 'amount')).toBe(planned - now.waived);
        expect(sumOf(after.instalments, 'covered') <= now.keptBack + now.paid).toBe(true);
        // Asked again, nothing more is due.
        if (payable > 0n && !atPayout) expect(toKeepBack(terms, now, { today, payable, atPayout })).toBe(0n);
      }
    }),
  );
});

test('a schedule adds up to the debt, as far as instalments go', () => {
  fc.assert(
    fc.property(anyTerms, money, (terms, total) => {
      const foreseen = terms.kind === 'share' ? total : sumOf(terms.instalments, 'amount');
      expect(sumOf(scheduleOf(terms, total), 'amount')).toBe(total < foreseen ? total : foreseen);
    }),
  );
});

function sumOf<Key extends string>(list: readonly Readonly<Record<Key, bigint>>[], key: Key): bigint {
  return list.reduce((sum, one) => sum + one[key], 0n);
}

test('an amount over some months adds up to the cent, with no part of nothing, one a month', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 1, max: 120 }), (amount, months) => {
      const parts = spreadInstalments(amount, months, '2027-01-31');
      expect(parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(amount);
      expect(debtTermsFault({ ...rules, kind: 'dated', instalments: parts }, amount, '2027-01-31')).toBe(null);
      const sizes = parts.map((part) => part.amount);
      expect((sizes[0] ?? 0n) - (sizes.at(-1) ?? 0n)).toBeLessThanOrEqual(1n);
    }),
  );
  expect(spreadInstalments(0n, 3, '2027-01-31')).toEqual([]);
});

test('what is wrong with terms is told with the instalment it is about', () => {
  const of = (...instalments: readonly (readonly [string, bigint])[]): DebtTerms => {
    return { ...rules, kind: 'dated', instalments: instalments.map(([dueOn, amount]) => ({ dueOn, amount })) };
  };
  const found = (terms: DebtTerms) => findDebtTermsFault(terms, 100n, '2027-01-10');
  expect(found(of(['2027-01-10', 60n], ['2027-01-10', 40n]))).toEqual({ fault: 'out_of_order', index: 1 });
  expect(found(of(['2027-01-10', 60n], ['2027-02-10', 0n]))).toEqual({ fault: 'not_positive', index: 1 });
  expect(found(of(['2027-01-09', 100n]))).toEqual({ fault: 'past', index: 0 });
  expect(found(of(['2027-01-10', 60n], ['2099-01-10', 40n]))).toEqual({ fault: 'too_far', index: 1 });
  expect(found(of(['2027-01-10', 60n]))).toEqual({ fault: 'sum', index: null });
  expect(found(of())).toEqual({ fault: 'none', index: null });
  expect(found(of(['2027-01-10', 100n]))).toBe(null);
});
