import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { shiftDate } from '../time/index.ts';
import {
  chartFaults,
  checkFec,
  type Entry,
  fecHead,
  fecLines,
  frenchChart,
  keepBooks,
  type BooksOptions,
  type BooksResult,
  type Chart,
  type Move,
} from './index.ts';

const kinds = ['accrual', 'reversal', 'release', 'payout_started', 'payout_confirmed', 'payout_rejected', 'exchange'] as const;
const routes: Readonly<Record<(typeof kinds)[number], readonly (readonly [string, string])[]>> = {
  accrual: [['commission_expense', 'pending']],
  reversal: [
    ['pending', 'commission_expense'],
    ['payable', 'commission_expense'],
  ],
  release: [['pending', 'payable']],
  payout_started: [['payable', 'in_payout']],
  payout_confirmed: [['in_payout', 'paid']],
  payout_rejected: [['in_payout', 'payable']],
  exchange: [
    ['payable', 'exchange'],
    ['exchange', 'payable'],
  ],
};

const step = fc.record({
  kind: fc.constantFrom(...kinds),
  route: fc.nat(),
  wait: fc.integer({ min: 0, max: 20 }),
  partner: fc.constantFrom('a', 'b', 'c'),
  currency: fc.constantFrom('EUR', 'EUR', 'USD', 'JPY', 'KWD', 'points'),
  amount: fc.oneof(fc.bigInt(1n, 20n), fc.bigInt(1n, 900_000n)),
  sameFact: fc.boolean(),
});

const moved: Chart = {
  ...frenchChart,
  accounts: { ...frenchChart.accounts, payable: { number: '401900', name: 'Apporteurs', perPartner: true } },
};

function movesOf(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): Move[] {
  let days = 0;
  let seq = 0n;
  return steps.map(({ kind, route, wait, partner, currency, amount, sameFact }) => {
    days += wait;
    if (!sameFact || wait > 0) seq += 1n;
    const day = shiftDate('2026-01-01', days);
    const [debit, credit] = routes[kind][route % routes[kind].length] ?? ['', ''];
    const piece = kind.startsWith('payout') ? `pay ${partner}` : null;
    return {
      factSeq: seq,
      kind,
      day,
      effectiveOn: day,
      debit,
      credit,
      partnerId: partner,
      programId: null,
      currency,
      amount,
      piece,
      label: 'x',
    };
  });
}

/** Rates that move every day. */
const rateOf: BooksOptions['rateOf'] = (currency, day) =>
  ({ USD: `1.${day.slice(8)}23`, JPY: `16${day.slice(9)}.45`, KWD: `0.3${day.slice(8)}1` })[currency] ?? null;

function write(moves: readonly Move[], more: Partial<BooksOptions> = {}): { entries: Entry[]; result: BooksResult } {
  const entries: Entry[] = [];
  const books = keepBooks({
    charts: [{ validFrom: '2026-01-01', chart: frenchChart }],
    from: '2026-01-01',
    detail: false,
    language: 'fr',
    rateOf,
    auxiliaryOf: (partnerId) => ({ number: `P${partnerId}`, name: `Partenaire ${partnerId}` }),
    statementOf: () => null,
    emit: (entry) => void entries.push(entry),
    ...more,
  });
  for (const move of moves) expect(books.add(move)).toBeNull();
  const result = books.end();
  if ('code' in result) throw new Error(result.code);
  return { entries, result };
}

const form = { encoding: 'utf-8', separator: 'tab', validOn: () => '2027-01-05' } as const;

it('any books balance, in each entry and in total, and pass every check of the file', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), fc.boolean(), (steps, detail, changes) => {
      const charts = [
        { validFrom: '2026-01-01', chart: frenchChart },
        ...(changes ? [{ validFrom: '2026-03-01', chart: moved }] : []),
      ];
      const { entries, result } = write(movesOf(steps), { detail, charts });
      expect(result.debit).toBe(result.credit);
      for (const { lines } of entries) {
        expect(lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0n)).toBe(0n);
        expect(lines.length).toBeGreaterThanOrEqual(2);
      }
      const check = checkFec();
      for (const line of (fecHead(form) + entries.map((entry) => fecLines(entry, form)).join('')).split('\r\n')) check.line(line);
      const report = check.end();
      expect(report.faults).toEqual([]);
      expect([report.entries, report.lines, report.debit]).toEqual([result.entries, result.lines, result.debit]);
    }),
  );
});

it('grouped and in detail every account is debited and credited with the same', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const moves = movesOf(steps);
      const [grouped, detail] = [write(moves), write(moves, { detail: true })];
      expect(grouped.result.sums).toEqual(detail.result.sums);
      expect(grouped.result.debit).toBe(detail.result.debit);
      expect(grouped.result.lines).toBeLessThanOrEqual(detail.result.lines);
    }),
  );
});

it('one period opens with what the one before it closed with, and both together are the whole', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, changes) => {
      const charts = [
        { validFrom: '2026-01-01', chart: frenchChart },
        ...(changes ? [{ validFrom: '2026-03-01', chart: moved }] : []),
      ];
      const moves = movesOf(steps);
      const first = write(
        moves.filter(({ day }) => day < '2026-03-01'),
        { charts },
      );
      const second = write(moves, { charts, from: '2026-03-01' });
      const closing = new Map(first.result.sums.map((sum) => [sum.number, sum.closing]));
      for (const { number, opening } of second.result.sums) expect(opening).toBe(closing.get(number) ?? 0n);
      const whole = write(moves, { charts });
      expect([...first.entries, ...second.entries]).toEqual(whole.entries);
      for (const { number, closing: end } of whole.result.sums) {
        expect(second.result.sums.find((sum) => sum.number === number)?.closing).toBe(end);
      }
    }),
  );
});

it('an account whose currency is gone keeps no euro', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.bigInt(1n, 99_999n), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 20 }),
      (sales) => {
        let day = 0;
        const at = (wait: number) => ({ wait: (day += wait), sameFact: false, partner: 'a', currency: 'USD', route: 0 }) as const;
        const total = sales.reduce((sum, [amount]) => sum + amount, 0n);
        const steps = [
          ...sales.map(([amount, wait]) => ({ ...at(wait), kind: 'accrual' as const, amount, wait })),
          { ...at(3), kind: 'release' as const, amount: total, wait: 3 },
          ...sales.map(([amount, wait]) => ({ ...at(wait), kind: 'payout_started' as const, amount, wait })),
          { ...at(2), kind: 'payout_confirmed' as const, amount: total, wait: 2 },
        ];
        const { sums } = write(movesOf(steps)).result;
        for (const { number, closing } of sums) if (number.startsWith('4')) expect(closing).toBe(0n);
      },
    ),
  );
});

it('the French chart is sound, and a chart is checked', () => {
  expect(chartFaults(frenchChart)).toEqual([]);
  const bad: Chart = {
    ...frenchChart,
    accounts: {
      ...frenchChart.accounts,
      pending: { number: '40', name: 'x', perPartner: true },
      paid: { number: '622200', name: 'Banque', perPartner: false },
    },
    journals: { ...frenchChart.journals, payments: { code: 'b q', name: '' } },
    programs: { p: { number: '601000', name: 'a|b' } },
  };
  expect(chartFaults(bad).map(({ path, rule }) => `${path} ${rule}`)).toEqual([
    'accounts.pending.number number',
    'accounts.paid.number class',
    'accounts.paid.name one_name',
    'programs.p.name name',
    'journals.payments.code code',
    'journals.payments.name name',
  ]);
  const { pending: _, ...others } = frenchChart.accounts;
  expect(chartFaults({ ...frenchChart, accounts: others })).toMatchObject([{ rule: 'missing', detail: 'pending' }]);
});
