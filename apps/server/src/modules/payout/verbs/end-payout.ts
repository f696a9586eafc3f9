import type { PayoutAnswer } from '@cordee/contract/payout';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { recordExclusively } from '../../counting/index.ts';
import { toContract } from '../payout-answer.ts';
import { payoutFact } from '../payout-fact.ts';
import { mustMoveMoney } from '../payout.policy.ts';
import { endPayout, selectPayouts, type PayoutRecord } from '../payout.store.ts';

/** Notes that a payout has arrived. Refuses `not_found`, and `conflict` when it has already ended. */
export function confirmPayout(context: Context, id: string): Promise<Wire<PayoutAnswer>> {
  return end(context, id, 'paid');
}

/** Notes that a payout came back: its amount is payable again. Refuses `not_found`, and `conflict` when it has already ended. */
export function rejectPayout(context: Context, id: string, reason: string): Promise<Wire<PayoutAnswer>> {
  return end(context, id, 'rejected', reason);
}

const kinds = { paid: 'payout_confirmed', rejected: 'payout_rejected' } as const;
const actions = { paid: 'payout.confirmed', rejected: 'payout.rejected' } as const;

function end(context: Context, id: string, state: 'paid' | 'rejected', reason?: string): Promise<Wire<PayoutAnswer>> {
  mustMoveMoney(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const before = await mustFind(tx, workspaceId, id);
    await recordExclusively(tx, workspaceId, context.now(), async ({ seq, recordedAt }) => {
      if (!(await endPayout(tx, workspaceId, id, state, seq))) throw new Refusal('conflict', [alreadyEnded]);
      return payoutFact(before, kinds[state], recordedAt, reason);
    });
    const result = toContract(await mustFind(tx, workspaceId, id));
    const after = reason === undefined ? result : { ...result, reason };
    return { result, audit: { action: actions[state], subject: encodeId('pay', id), before: toContract(before), after } };
  });
}

async function mustFind(tx: Tx, workspaceId: string, id: string): Promise<PayoutRecord> {
  const [payout] = await selectPayouts(tx, workspaceId, { id, partnerId: null, limit: 1 });
  if (payout === undefined) throw new Refusal('not_found');
  return payout;
}

const alreadyEnded = {
  path: 'id',
  rule: 'in_payout',
  message: { en: 'This payout has already ended.', fr: 'Ce versement est déjà terminé.' },
};
