import type { ClaimDetail } from '@cordee/contract/claim';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { mayTakePart } from '../claim.policy.ts';
import { writeStep } from '../write-step.ts';

/** Takes a claim back: its partner, or the company where it opened it. Refuses `not_found`, `forbidden`, `conflict` when it is decided. */
export function withdrawClaim(context: Context, id: string, reason: string | null): Promise<Wire<ClaimDetail>> {
  const own = mayTakePart(context.actor);
  return writeStep(context, id, own, (_, before) => {
    // A company that could withdraw what its partner contests would never have to answer.
    if (own === null && before.byPartner) throw new Refusal('forbidden');
    const side = own === null ? ('company' as const) : ('partner' as const);
    return { action: 'claim.withdrawn', step: 'withdraw', entry: { kind: 'withdrawn', side, text: reason, links: [] } };
  });
}
