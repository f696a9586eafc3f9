import type { CompiledRule } from '../plan/compiled-plan.ts';
import type { Candidate } from './candidate.ts';
import { matches, passLine, takeCandidate, type Evaluation } from './evaluation.ts';
import { priceLine, priceOrder } from './price-rule.ts';

/** Every matching rule pays: line by line in clause order, then the order-wide ones. */
export function chooseSum(
  evaluation: Evaluation,
  lineRules: readonly CompiledRule[],
  orderRules: readonly CompiledRule[],
): Candidate[] {
  const chosen: Candidate[] = [];
  for (const line of evaluation.context.lines) {
    for (const rule of lineRules) {
      if (!matches(evaluation, rule, line)) continue;
      const candidate = priceLine(evaluation, rule, line);
      takeCandidate(evaluation, candidate);
      chosen.push(candidate);
    }
    passLine(evaluation, line);
  }
  for (const rule of orderRules) {
    if (matches(evaluation, rule, null)) chosen.push(priceOrder(evaluation, rule));
  }
  return chosen;
}
