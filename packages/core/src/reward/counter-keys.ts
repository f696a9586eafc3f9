import { periodOf } from '../time/index.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import { capKey, milestoneKey, retroactiveBaseKey, retroactiveEarnedKey, volumeKey } from './counter-key.ts';
import { capOwner } from './cap-owner.ts';
import type { CounterSubject } from './counter-subject.ts';

/** Every counter `computeRewards` may read or move for this event, so that a bulk run can load them beforehand. */
export function counterKeys(plan: CompiledPlan, subject: CounterSubject): string[] {
  const { enrollmentId } = subject.partner;
  const keys = new Set<string>();
  function period(unit: Parameters<typeof periodOf>[1]): string {
    return periodOf(subject.at, unit, subject.zone).key;
  }
  for (const { measure, period: unit } of plan.volumes) keys.add(volumeKey(enrollmentId, measure, plan.currency, period(unit)));
  for (const { rule, period: unit } of plan.milestones) keys.add(milestoneKey(enrollmentId, rule.id, period(unit)));
  for (const cap of plan.caps) {
    const owner = capOwner(subject, cap.scope);
    if (owner !== null) keys.add(capKey(owner, plan.currency, cap.ruleId, period(cap.period)));
  }
  for (const { tiers } of plan.byEvent[subject.event].rules) {
    if (tiers === null || tiers.mode !== 'retroactive') continue;
    keys.add(retroactiveBaseKey(enrollmentId, tiers.termsKey, subject.currency, period(tiers.period)));
    keys.add(retroactiveEarnedKey(enrollmentId, tiers.termsKey, subject.currency, period(tiers.period)));
  }
  return [...keys];
}
