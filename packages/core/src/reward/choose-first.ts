import type { CompiledRule } from '../plan/compiled-plan.ts';
import type { Candidate } from './candidate.ts';
import { mark, matches, passLine, takeCandidate, type Evaluation } from './evaluation.ts';
import { priceLine, priceOrder } from './price-rule.ts';
import type { CreditedLine } from './reward.ts';

/**
 * The earliest clause that matches decides. When it is order-wide it takes the order; otherwise each line goes to the earliest
 * line rule that matches it and order-wide rules pay nothing.
 */
export function chooseFirst(
  evaluation: Evaluation,
  lineRules: readonly CompiledRule[],
  orderRules: readonly CompiledRule[],
): Candidate[] {
  const winners: (CompiledRule | undefined)[] = [];
  let earliest = Infinity;
  for (const line of evaluation.context.lines) {
    const rule = firstMatch(evaluation, lineRules, line);
    winners.push(rule);
    if (rule !== undefined && rule.index < earliest) earliest = rule.index;
  }
  const orderRule = firstMatch(evaluation, orderRules, null);
  if (orderRule !== undefined && orderRule.index < earliest) {
    for (const rule of winners) if (rule !== undefined) mark(evaluation, rule, 'earlier_rule');
    return [priceOrder(evaluation, orderRule)];
  }
  if (orderRule !== undefined) mark(evaluation, orderRule, 'earlier_rule');
  return priceWinners(evaluation, winners);
}

function firstMatch(evaluation: Evaluation, rules: readonly CompiledRule[], line: CreditedLine | null): CompiledRule | undefined {
  let found: CompiledRule | undefined;
  for (const rule of rules) {
    if (!matches(evaluation, rule, line)) continue;
    if (found !== undefined) {
      mark(evaluation, rule, 'earlier_rule');
      continue;
    }
    found = rule;
    // Only an explanation needs to know whether the later rules would have matched.
    if (!evaluation.trace) break;
  }
  return found;
}

function priceWinners(evaluation: Evaluation, winners: readonly (CompiledRule | undefined)[]): Candidate[] {
  const chosen: Candidate[] = [];
  for (const [index, line] of evaluation.context.lines.entries()) {
    const rule = winners[index];
    if (rule !== undefined) {
      const candidate = priceLine(evaluation, rule, line);
      takeCandidate(evaluation, candidate);
      chosen.push(candidate);
    }
    passLine(evaluation, line);
  }
  return chosen;
}
