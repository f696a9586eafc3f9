import type { CapApplied } from '../counting/outcome.ts';
import type { CompiledCap, CompiledRule } from '../plan/compiled-plan.ts';
import { capOwner } from './cap-owner.ts';
import { capKey } from './counter-key.ts';
import { addTo, periodKeyOf, readCounter, type Evaluation } from './evaluation.ts';

export interface Capped {
  readonly amount: bigint;
  readonly cap: CapApplied | null;
}

/**
 * The part of the amount every cap still has room for, counted against all of them. Only money in the plan's currency is
 * capped; the cap named is the one with the least room, the first of equals.
 */
export function applyCaps(evaluation: Evaluation, rule: CompiledRule, currency: string, amount: bigint): Capped {
  const { plan } = evaluation;
  if (plan.caps.length === 0 || currency !== plan.currency) return { amount, cap: null };
  const keys = new Set<string>();
  let tightest: { index: number; room: bigint } | null = null;
  for (const cap of plan.caps) {
    const key = keyOf(evaluation, cap, rule);
    if (key === null) continue;
    keys.add(key);
    const left = cap.amount - readCounter(evaluation, key) - (evaluation.changes?.get(key) ?? 0n);
    const room = left > 0n ? left : 0n;
    if (tightest === null || room < tightest.room) tightest = { index: cap.index, room };
  }
  const isReduced = tightest !== null && tightest.room < amount;
  const granted = tightest !== null && isReduced ? tightest.room : amount;
  for (const key of keys) addTo(evaluation, 'changes', key, granted);
  if (tightest === null || !isReduced) return { amount: granted, cap: null };
  return { amount: granted, cap: { cap: tightest.index, before: amount.toString(), room: tightest.room.toString() } };
}

function keyOf(evaluation: Evaluation, cap: CompiledCap, rule: CompiledRule): string | null {
  if (cap.ruleId !== null && cap.ruleId !== rule.id) return null;
  const owner = capOwner(evaluation.context, cap.scope);
  return owner === null ? null : capKey(owner, evaluation.plan.currency, cap.ruleId, periodKeyOf(evaluation, cap.period));
}
