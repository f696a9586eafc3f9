import type { CompiledMilestone } from '../plan/compiled-plan.ts';
import type { Candidate } from './candidate.ts';
import { milestoneKey } from './counter-key.ts';
import { addTo, mark, matches, periodKeyOf, readCounter, volumeOf, type Evaluation } from './evaluation.ts';

/**
 * The bonuses of the objectives this event reaches: the measure, this event included, stands at the threshold or above, and
 * the objective was not yet paid in the period. Only an event that moves the measure can reach it.
 */
export function payMilestones(evaluation: Evaluation): Candidate[] {
  const reached: Candidate[] = [];
  for (const milestone of evaluation.plan.milestones) {
    if (evaluation.moved[milestone.measure] <= 0n) continue;
    const candidate = reach(evaluation, milestone);
    if (candidate !== null) reached.push(candidate);
  }
  return reached;
}

function reach(evaluation: Evaluation, { rule, measure, period, threshold, amount }: CompiledMilestone): Candidate | null {
  const volume = volumeOf(evaluation, measure, period) + evaluation.moved[measure];
  const key = milestoneKey(evaluation.context.partner.enrollmentId, rule.id, periodKeyOf(evaluation, period));
  if (volume < threshold || readCounter(evaluation, key) > 0n) {
    mark(evaluation, rule, 'not_matched', [`milestone.${measure}`]);
    return null;
  }
  if (!matches(evaluation, rule, null)) return null;
  addTo(evaluation, 'changes', key, 1n);
  return {
    rule,
    line: null,
    currency: rule.currency ?? evaluation.plan.currency,
    base: 0n,
    amount,
    arithmetic: {
      kind: 'milestone',
      measure,
      reached: volume.toString(),
      threshold: threshold.toString(),
      amount: amount.toString(),
    },
    retroactive: null,
  };
}
