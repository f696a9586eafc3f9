import type { StoredOutcome } from './counted.store.ts';

/**
 * What one partner sees of an outcome: its own credits, commissions, reversals and postings. Touchpoints that earned nothing may
 * be another partner's, so only those of its own enrollments stay, as far as `ownTouch` knows them. null is the company: all of it.
 */
export function asSeenBy(
  partnerId: string | null,
  outcome: StoredOutcome,
  ownTouch: (touchpointId: string) => boolean = () => false,
): StoredOutcome {
  if (partnerId === null) return outcome;
  const own = (entry: { readonly partnerId: string }) => entry.partnerId === partnerId;
  const { decision, transaction } = outcome;
  const credits = decision.credits.filter(own);
  const commissions = outcome.commissions.filter(own);
  const enrollments = new Set([...credits, ...commissions].map(({ enrollmentId }) => enrollmentId));
  return {
    ...outcome,
    decision: {
      ...decision,
      credits,
      rejected: decision.rejected.filter(({ touchpointId }) => ownTouch(touchpointId)),
      verdicts: decision.verdicts.filter(({ enrollmentId }) => enrollments.has(enrollmentId)),
      inputs: ownInputs(decision.inputs, decision.credits.length, credits),
    },
    commissions,
    reversals: outcome.reversals.filter(own),
    transaction: transaction === null ? null : { ...transaction, postings: transaction.postings.filter(own) },
  };
}

/** Inputs carry no name when one partner has all the credit, else that of the enrollment they were read for. */
function ownInputs(
  inputs: Readonly<Record<string, string>>,
  creditCount: number,
  own: readonly { readonly enrollmentId: string }[],
): Readonly<Record<string, string>> {
  if (own.length === 0) return {};
  if (creditCount === 1) return inputs;
  return Object.fromEntries(
    Object.entries(inputs).filter(([name]) => own.some(({ enrollmentId }) => name.startsWith(`${enrollmentId}.`))),
  );
}
