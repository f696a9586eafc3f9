import type { ContributionAnswer } from '@cordee/contract/contribution';
import { allowsStep } from '@cordee/core/contribution';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { recordExclusively } from '../../counting/index.ts';
import { auditOf } from '../contribution-answer.ts';
import { endFact } from '../contribution-fact.ts';
import { mayWithdraw } from '../contribution.policy.ts';
import { decline, endConfirmed } from '../contribution-change.store.ts';
import type { ContributionRecord } from '../contribution.store.ts';
import { draftOf } from '../customer-draft.ts';
import { stateOf } from '../find-conflicts.ts';
import { knownCustomer } from '../known-customer.store.ts';
import { answerOf, mustFind } from '../read-contribution.ts';
import { isOver } from '../refusals.ts';

/**
 * Takes a contribution back. One that was confirmed no longer counts for what happens from now on; what was earned stays. Refuses
 * `not_found`, `conflict` when it is over already, `forbidden` to a partner who is one of several.
 */
export function withdrawContribution(context: Context, id: string, reason: string | null): Promise<Wire<ContributionAnswer>> {
  const own = mayWithdraw(context.actor);
  return write(context, async (tx) => {
    const now = context.now();
    const before = await mustFind(tx, context, id, own);
    if (own !== null && before.kind === 'agreement') throw new Refusal('forbidden');
    const state = stateOf(before, now);
    if (!allowsStep(state, 'withdraw')) throw isOver(state);
    await withdraw(tx, context, before, reason);
    const after = await mustFind(tx, context, id, own);
    const result = await answerOf(tx, context, after);
    const audit = { action: 'contribution.withdrawn', subject: encodeId('ctb', id), before: auditOf(before, now) };
    return { result, audit: { ...audit, after: auditOf(after, now) } };
  });
}

async function withdraw(tx: Tx, { workspaceId, now }: Context, record: ContributionRecord, reason: string | null): Promise<void> {
  const { id, stored, customer } = record;
  if (stored === 'waiting') {
    if (!(await decline(tx, workspaceId, id, 'withdrawn', now(), reason))) throw isOver('confirmed');
    return;
  }
  await recordExclusively(tx, workspaceId, now(), async (place) => {
    if (!(await endConfirmed(tx, workspaceId, id, place, reason))) throw isOver('withdrawn');
    const known = await knownCustomer(tx, workspaceId, customer.customerId ?? '');
    return [endFact(record, draftOf(customer, known), place.recordedAt, reason)];
  });
}
