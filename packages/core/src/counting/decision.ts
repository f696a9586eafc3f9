import type { Fact } from './fact.ts';
import type { Decision, Outcome, UnpaidReason } from './outcome.ts';

/** The decision about a fact that earns and moves nothing, with its reason (or none when nothing was to be earned). */
export function plainDecision(fact: Fact, unpaid: UnpaidReason | null, inputs: Record<string, string> = {}): Decision {
  return {
    factSeq: fact.seq,
    programId: null,
    planVersionId: null,
    model: null,
    credits: [],
    rejected: [],
    verdicts: [],
    unpaid,
    inputs,
  };
}

export function nothing(fact: Fact, unpaid: UnpaidReason, inputs: Record<string, string> = {}): Outcome {
  return { decision: plainDecision(fact, unpaid, inputs), commissions: [], reversals: [], changes: [], transaction: null };
}
