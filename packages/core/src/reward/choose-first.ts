import type { CompiledRule } from '../plan/compiled-plan.ts';
import type { Candidate } from './candidate.ts';
import { matches, passLine, takeCandidate, type Evaluation } from './evaluation.ts';
import { rememberMark } from './mark.ts';
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
  const { lines } = evaluation.context;
  const winners = lines.map((line) => firstMatch(evaluation, lineRules, line));
  const earliest = winners.reduce((least, rule) => Math.min(least, rule?.index ?? Infinity), Infinity);
  const orderRule = firstMatch(evaluation, orderRules, null);
  if (orderRule !== undefined && orderRule.index < earliest) {
    for (const rule of winners) if (rule !== undefined) rememberMark(evaluation.marks, rule.id, 'earlier_rule');
    return [priceOrder(evaluation, orderRule)];
  }
  if (orderRule !== undefined) rememberMark(evaluation.marks, orderRule.id, 'earlier_rule');
  return priceWinners(evaluation, lines, winners);
}

function firstMatch(evaluation: Evaluation, rules: readonly CompiledRule[], line: CreditedLine | null): CompiledRule | undefined {
  let found: CompiledRule | undefined;
  for (const rule of rules) {
    if (!matches(evaluation, rule, line)) continue;
    if (found !== undefined) {
      rememberMark(evaluation.marks, rule.id, 'earlier_rule');
      continue;
    }
    found = rule;
    // Only an explanation needs to know whether the later rules would have matched.
    if (!evaluation.trace) break;
  }
  return found;
}

function priceWinners(
  evaluation: Evaluation,
  lines: readonly CreditedLine[],
  winners: readonly (CompiledRule | undefined)[],
): Candidate[] {
  const chosen: Candidate[] = [];
  for (const [index, line] of lines.entries()) {
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
