import type { ClaimDetail } from '@cordee/contract/claim';
import type { refuseClaimBody } from '@cordee/contract/claim-body';
import type { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { mustAnswer } from '../claim.policy.ts';
import { writeStep } from '../write-step.ts';

/** Refuses a claim, with a code and a reason its partner reads. Refuses `not_found`, and `conflict` when it is decided or too late. */
export function refuseClaim(
  context: Context,
  id: string,
  { code, reason }: z.output<typeof refuseClaimBody>,
): Promise<Wire<ClaimDetail>> {
  mustAnswer(context.actor);
  return writeStep(context, id, null, () => ({
    action: 'claim.refused',
    step: 'refuse',
    entry: { kind: 'refused', side: 'company', text: reason, links: [] },
    code,
  }));
}
