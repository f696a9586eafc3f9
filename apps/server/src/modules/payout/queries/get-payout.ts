import type { PayoutAnswer } from '@cordee/contract/payout';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { toContract } from '../payout-answer.ts';
import { selectPayouts } from '../payout.store.ts';

/** A payout; a partner finds its own. Refuses `not_found`. */
export function getPayout(context: Context, id: string): Promise<Wire<PayoutAnswer>> {
  return read(context, async (tx) => {
    const [payout] = await selectPayouts(tx, context.workspaceId, { id, partnerId: ownPartner(context.actor), limit: 1 });
    if (payout === undefined) throw new Refusal('not_found');
    return toContract(payout);
  });
}
