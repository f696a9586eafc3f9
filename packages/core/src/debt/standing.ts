import { daysBetween, type LocalDate } from '../time/index.ts';
import { type DebtTerms, scheduleOf } from './terms.ts';

/** What became of a debt that is under a plan, in minor units. */
export interface DebtSums {
  /** What was put under the plan. */
  readonly planned: bigint;
  /** Kept back from what was payable. */
  readonly keptBack: bigint;
  /** Paid by the partner. */
  readonly paid: bigint;
  readonly waived: bigint;
  /** Put back on the balance when the plan ended. */
  readonly returned: bigint;
}

/** What is still owed under the plan. */
export function owedOf({ planned, keptBack, paid, waived, returned }: DebtSums): bigint {
  return planned - keptBack - paid - waived - returned;
}

export interface StandingInstalment {
  readonly dueOn: LocalDate;
  readonly amount: bigint;
  /** How much of it was paid back: the earliest instalment first. */
  readonly covered: bigint;
  readonly state: 'to_come' | 'due' | 'missed' | 'covered';
}

export interface DebtStanding {
  readonly instalments: readonly StandingInstalment[];
  /** Due by this day and not paid back. */
  readonly due: bigint;
  readonly missed: number;
  readonly isBroken: boolean;
}

/**
 * Where a plan stands on a day. What was waived shortens it from its end; what was paid back, in whichever way, covers the earliest
 * instalments first. An instalment is missed when its days of grace are over and something of it is open.
 */
export function debtStanding(terms: DebtTerms, sums: DebtSums, today: LocalDate): DebtStanding {
  let left = sums.keptBack + sums.paid;
  let due = 0n;
  const instalments = scheduleOf(terms, sums.planned - sums.waived - sums.returned).map(
    ({ dueOn, amount }): StandingInstalment => {
      const covered = left < amount ? left : amount;
      left -= covered;
      const open = amount - covered;
      if (dueOn <= today) due += open;
      return { dueOn, amount, covered, state: stateOf(open, daysBetween(dueOn, today), terms.graceDays) };
    },
  );
  const missed = instalments.filter(({ state }) => state === 'missed').length;
  return { instalments, due, missed, isBroken: missed >= terms.breaksAfter };
}

function stateOf(open: bigint, daysLate: number, graceDays: number): StandingInstalment['state'] {
  if (open === 0n) return 'covered';
  if (daysLate < 0) return 'to_come';
  return daysLate > graceDays ? 'missed' : 'due';
}

export interface KeepingBack {
  readonly today: LocalDate;
  /** What is payable to the partner in the currency of the plan. */
  readonly payable: bigint;
  /** A payout is about to be made of it. */
  readonly atPayout: boolean;
}

/**
 * What is kept back now: what is due by today, or the agreed share of a payout, whichever is more; never more than is payable, nor than
 * is owed. A share of all of it needs no payout to be kept back.
 */
export function toKeepBack(terms: DebtTerms, sums: DebtSums, { today, payable, atPayout }: KeepingBack): bigint {
  const owed = owedOf(sums);
  if (payable <= 0n || owed <= 0n) return 0n;
  const { due } = debtStanding(terms, sums, today);
  const isShared = terms.kind === 'share' && (atPayout || terms.percent === 100);
  const share = isShared ? (payable * BigInt(terms.percent)) / 100n : 0n;
  return least(share > due ? share : due, payable, owed);
}

function least(...amounts: readonly [bigint, ...bigint[]]): bigint {
  return amounts.reduce((a, b) => (a < b ? a : b));
}
