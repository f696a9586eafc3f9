import type { ContributionAnswer } from '@cordee/contract/contribution';
import { allowsStep } from '@cordee/core/contribution';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { write } from '../../../platform/verb.ts';
import { auditOf } from '../contribution-answer.ts';
import { mustDecide } from '../contribution.policy.ts';
import { decline } from '../contribution-change.store.ts';
import { stateOf } from '../find-conflicts.ts';
import { answerOf, mustFind } from '../read-contribution.ts';
import { isOver } from '../refusals.ts';

/** Refuses a contribution that waits, with a reason its partner is shown. Refuses `not_found`, and `conflict` when it is decided. */
export function refuseContribution(context: Context, id: string, reason: string): Promise<Wire<ContributionAnswer>> {
  mustDecide(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const now = context.now();
    const before = await mustFind(tx, context, id, null);
    const state = stateOf(before, now);
    if (!allowsStep(state, 'refuse')) throw isOver(state);
    if (!(await decline(tx, workspaceId, id, 'refused', now, reason))) throw isOver('refused');
    const after = await mustFind(tx, context, id, null);
    const result = await answerOf(tx, context, after);
    const audit = { action: 'contribution.refused', subject: encodeId('ctb', id), before: auditOf(before, now) };
    return { result, audit: { ...audit, after: auditOf(after, now) } };
  });
}
