import { applyRate } from '../money/index.ts';
import type { Arithmetic } from '../counting/outcome.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';

export interface UplineEarning {
  /** 1 is the partner who brought in the earning one. */
  readonly level: number;
  readonly commissionAmount: bigint;
  /** The base the earning partner's commission was computed on. */
  readonly base: bigint;
}

/**
 * What the partner `level` steps above receives for one commission, in its currency, rounded once; null when the plan pays
 * nothing at that level. The share comes on top of the commission, it is not taken from it.
 */
export function uplineShare(
  plan: CompiledPlan,
  { level, commissionAmount, base }: UplineEarning,
): { readonly amount: bigint; readonly arithmetic: Arithmetic } | null {
  const terms = plan.upline.get(level);
  if (terms === undefined) return null;
  const source = terms.of === 'commission' ? commissionAmount : base;
  return {
    amount: applyRate(source, terms.rate),
    arithmetic: { kind: 'upline', level, of: terms.of, base: source.toString(), rate: terms.rateText },
  };
}
