import type { AnswerJointFact, JointFact } from '@cordee/contract/joint-fact';
import { encodeId } from '@cordee/core/ids';
import { jointAfter } from '@cordee/core/partnership';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { jointToAudit, jointToContract } from '../joint/joint-answer.ts';
import { lockJointFact, updateJointFact } from '../joint/joint-fact.store.ts';
import { mustTakePart } from '../partnership.policy.ts';
import { mustKnow } from '../which-side.ts';

/** Confirms, contests or withdraws a statement. Refuses `not_found`, and `conflict` for a step this side cannot take, or no longer. */
export function answerJointFact(context: Context, id: string, { step, reason }: AnswerJointFact): Promise<JointFact> {
  const by = mustTakePart(context.actor);
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    const before = await lockJointFact(tx, workspaceId, id);
    if (before === null) throw new Refusal('not_found');
    await mustKnow(tx, context, before.partnerId);
    const state = jointAfter(before.state, before.proposedBy, step, by);
    if (state === null) throw new Refusal('conflict');
    const after = { ...before, state, answeredAt: context.now(), reason: reason ?? null };
    await updateJointFact(tx, workspaceId, after, actor);
    return {
      result: jointToContract(after, by),
      audit: {
        action: `joint_fact.${state}`,
        subject: encodeId('jnt', id),
        before: jointToAudit(before),
        after: jointToAudit(after),
      },
    };
  });
}
