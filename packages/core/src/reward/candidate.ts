import { formatRate, type Rate } from '../money/index.ts';
import type { Arithmetic } from '../counting/outcome.ts';
import type { CompiledRule } from '../plan/compiled-plan.ts';
import type { CreditedLine } from './reward.ts';

/** What one matching rule would pay for one line, or for the whole order; not yet chosen nor capped. */
export interface Candidate {
  readonly rule: CompiledRule;
  readonly line: CreditedLine | null;
  readonly currency: string;
  readonly base: bigint;
  readonly amount: bigint;
  readonly arithmetic: Arithmetic;
  /** The counters a retroactive rule moves when it is chosen. */
  readonly retroactive: { readonly baseKey: string; readonly earnedKey: string } | null;
}

/** An amount in minor units and how it was computed. */
export interface Priced {
  readonly amount: bigint;
  readonly arithmetic: Arithmetic;
  readonly retroactive: Candidate['retroactive'];
}

/** The share as part of an arithmetic; nothing when it is the whole. */
export function shareText(share: Rate): { share?: string } {
  return share.numerator === share.denominator ? {} : { share: formatRate(share) };
}
