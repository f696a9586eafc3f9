import type { JointFact, ProposeJointFact } from '@cordee/contract/joint-fact';
import { encodeId } from '@cordee/core/ids';
import { isLocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { jointToAudit, jointToContract } from '../joint/joint-answer.ts';
import { insertJointFact, type JointRecord } from '../joint/joint-fact.store.ts';
import { mustTakePart } from '../partnership.policy.ts';
import { mustKnow } from '../which-side.ts';

/** States something to the other side, for it to confirm. Refuses `not_found`. */
export function proposeJointFact(context: Context, partnerId: string, input: ProposeJointFact): Promise<JointFact> {
  const proposedBy = mustTakePart(context.actor);
  return write(context, async (tx) => {
    await mustKnow(tx, context, partnerId);
    const now = context.now();
    const { kind, text, on } = input;
    if (!isLocalDate(on)) throw new Refusal('invalid_request');
    const joint: JointRecord = {
      id: newUuid(now),
      partnerId,
      kind,
      text,
      on,
      state: 'proposed',
      proposedBy,
      proposedAt: now,
      answeredAt: null,
      reason: null,
    };
    await insertJointFact(tx, context.workspaceId, joint, context.actor);
    return {
      result: jointToContract(joint, proposedBy),
      audit: { action: 'joint_fact.proposed', subject: encodeId('jnt', joint.id), after: jointToAudit(joint) },
    };
  });
}
