import type { ClaimDetail } from '@cordee/contract/claim';
import type { Settlement } from '@cordee/contract/claim-body';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { mustAnswer } from '../claim.policy.ts';
import { settle } from '../settling/settle.ts';
import { mustAllow } from '../take-step.ts';
import { writeStep } from '../write-step.ts';

/** Puts right what silence accepted. Refuses `not_found`, `conflict` when nothing is left of it, `claim_unsettled` with the reason. */
export function settleClaim(context: Context, id: string, settlement: Settlement): Promise<Wire<ClaimDetail>> {
  mustAnswer(context.actor);
  return writeStep(context, id, null, async (tx, before) => {
    mustAllow(before, 'settle', context.now());
    const settled = await settle(tx, context, before, settlement);
    return {
      action: 'claim.settled',
      step: 'settle',
      entry: { kind: 'settled', side: 'company', text: null, links: [] },
      settled,
    };
  });
}
