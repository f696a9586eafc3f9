import type { ClaimDetail } from '@cordee/contract/claim';
import type { AcceptClaim } from '@cordee/contract/claim-body';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { mustAnswer } from '../claim.policy.ts';
import { settle } from '../settling/settle.ts';
import { mustAllow } from '../take-step.ts';
import { writeStep } from '../write-step.ts';

/**
 * Accepts a claim, wholly or in part, and puts it right in the same transaction. Refuses `not_found`, `conflict` when it is decided, and
 * `claim_unsettled` with the reason when it cannot be put right so.
 */
export function acceptClaim(
  context: Context,
  id: string,
  { partly, code, reason, settlement }: AcceptClaim,
): Promise<Wire<ClaimDetail>> {
  mustAnswer(context.actor);
  return writeStep(context, id, null, async (tx, before) => {
    const step = partly ? 'accept_partly' : 'accept';
    mustAllow(before, step, context.now());
    const settled = await settle(tx, context, before, settlement);
    const kind = partly ? ('partly_accepted' as const) : ('accepted' as const);
    return { action: `claim.${kind}`, step, entry: { kind, side: 'company', text: reason, links: [] }, code, settled };
  });
}
