import type { LeavingAnswer } from '@cordee/contract/leaving';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { findPartner } from '../../partner/index.ts';
import { leavingAnswer } from '../leaving-answer.ts';
import { mustRead } from '../leaving.policy.ts';

/** How the leaving of a partner stands. Refuses `not_found`. */
export function getLeaving(context: Context, partnerId: string): Promise<Wire<LeavingAnswer>> {
  const side = mustRead(context.actor, partnerId);
  return read(context, async (tx) => {
    if ((await findPartner(tx, context.workspaceId, partnerId)) === null) throw new Refusal('not_found');
    return leavingAnswer(tx, context, partnerId, side);
  });
}
