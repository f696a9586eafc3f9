import type { LocalDate } from '../time/index.ts';

/** What a debt is paid back by, and what happens when it is not. */
export interface DebtRules {
  /** Days an instalment may be late before it counts as missed. */
  readonly graceDays: number;
  /** So many missed instalments at a time break the plan. */
  readonly breaksAfter: number;
  /** When the partnership ends, what is left falls due at once, or the plan goes on. */
  readonly onLeaving: 'falls_due' | 'goes_on';
}

export interface Instalment {
  readonly dueOn: LocalDate;
  readonly amount: bigint;
}

/** Amounts by their days, or a share of each payout until a last day. */
export type DebtTerms = DebtRules &
  (
    | { readonly kind: 'dated'; readonly instalments: readonly Instalment[] }
    | { readonly kind: 'share'; readonly percent: number; readonly until: LocalDate }
  );

/** What is due by which day of a debt of this size: the last instalments shrink, or go, when less is owed than was foreseen. */
export function scheduleOf(terms: DebtTerms, total: bigint): Instalment[] {
  if (terms.kind === 'share') return total > 0n ? [{ dueOn: terms.until, amount: total }] : [];
  const schedule: Instalment[] = [];
  let left = total;
  for (const { dueOn, amount } of terms.instalments) {
    const part = amount < left ? amount : left;
    if (part <= 0n) break;
    schedule.push({ dueOn, amount: part });
    left -= part;
  }
  return schedule;
}

export type DebtTermsFault = 'none' | 'not_positive' | 'out_of_order' | 'past' | 'sum' | 'too_far';

/** Longer than this nobody plans. */
const MOST_YEARS = 10;

export interface DebtTermsFound {
  readonly fault: DebtTermsFault;
  /** Of the instalment it is about; null when about none in particular. */
  readonly index: number | null;
}

/** What is wrong with terms proposed on a day for a debt of this size, and where; null when nothing is. */
export function findDebtTermsFault(terms: DebtTerms, amount: bigint, today: LocalDate): DebtTermsFound | null {
  if (amount <= 0n) return { fault: 'not_positive', index: null };
  const schedule = terms.kind === 'share' ? [{ dueOn: terms.until, amount }] : terms.instalments;
  let before: LocalDate | null = null;
  let sum = 0n;
  for (const [index, one] of schedule.entries()) {
    const fault = instalmentFault(one, before, today);
    if (fault !== null) return { fault, index };
    before = one.dueOn;
    sum += one.amount;
  }
  if (schedule.length === 0) return { fault: 'none', index: null };
  return sum === amount ? null : { fault: 'sum', index: null };
}

function instalmentFault({ dueOn, amount }: Instalment, before: LocalDate | null, today: LocalDate): DebtTermsFault | null {
  if (amount <= 0n) return 'not_positive';
  if (dueOn < today) return 'past';
  if (Number(dueOn.slice(0, 4)) > Number(today.slice(0, 4)) + MOST_YEARS) return 'too_far';
  return before !== null && dueOn <= before ? 'out_of_order' : null;
}

/** As `findDebtTermsFault`, wherever it is. */
export function debtTermsFault(terms: DebtTerms, amount: bigint, today: LocalDate): DebtTermsFault | null {
  return findDebtTermsFault(terms, amount, today)?.fault ?? null;
}
