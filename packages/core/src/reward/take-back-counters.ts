import { roundRatio } from '../money/index.ts';
import { periodOf } from '../time/index.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import { capOwner } from './cap-owner.ts';
import { capKey, retroactiveBaseKey, retroactiveEarnedKey } from './counter-key.ts';
import type { CounterSubject } from './counter-subject.ts';
import type { CounterChange } from './reward.ts';

/** A commission that is being reversed: what it was, and how much of it was reversed before and after this time. */
export interface ReversedCommission {
  readonly ruleId: string;
  readonly currency: string;
  readonly base: bigint;
  readonly amount: bigint;
  /** What it was before a cap cut it; the amount when none did. */
  readonly uncapped: bigint;
  readonly reversedBefore: bigint;
  readonly reversedAfter: bigint;
}

/**
 * The counter changes of a reversal: caps get their room back, and a retroactive rule forgets what it was applied to and
 * earned, both in the periods of the original event (`subject`). Cumulative, so that reversing a commission in many pieces
 * ends exactly where it began. Not for upline shares, which move no counter; volumes are moved by the refund itself.
 */
export function takeBackCounters(
  plan: CompiledPlan,
  subject: Omit<CounterSubject, 'currency'>,
  commission: ReversedCommission,
): CounterChange[] {
  const changes = new Map<string, bigint>();
  function period(unit: Parameters<typeof periodOf>[1]): string {
    return periodOf(subject.at, unit, subject.zone).key;
  }
  if (commission.currency === plan.currency) {
    for (const cap of plan.caps) {
      const owner = cap.ruleId === null || cap.ruleId === commission.ruleId ? capOwner(subject, cap.scope) : null;
      if (owner === null) continue;
      const key = capKey(owner, plan.currency, cap.ruleId, period(cap.period));
      changes.set(key, commission.reversedBefore - commission.reversedAfter);
    }
  }
  const tiers = plan.byEvent[subject.event].rules.find(({ id }) => id === commission.ruleId)?.tiers;
  if (tiers?.mode === 'retroactive') {
    const { enrollmentId } = subject.partner;
    const names = [enrollmentId, tiers.termsKey, commission.currency, period(tiers.period)] as const;
    changes.set(retroactiveBaseKey(...names), partTakenBack(commission.base, commission));
    changes.set(retroactiveEarnedKey(...names), partTakenBack(commission.uncapped, commission));
  }
  return [...changes].filter(([, delta]) => delta !== 0n).map(([key, delta]) => ({ key, delta }));
}

function partTakenBack(whole: bigint, { amount, reversedBefore, reversedAfter }: ReversedCommission): bigint {
  return roundRatio(whole * reversedBefore, amount) - roundRatio(whole * reversedAfter, amount);
}
