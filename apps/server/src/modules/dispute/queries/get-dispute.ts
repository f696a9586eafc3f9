import type { DisputeDetail } from '@cordee/contract/dispute';
import type { LadderAnswer } from '@cordee/contract/dispute-settings';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { ladderAnswerOn } from '../ladder/ladder-in-force.ts';
import { detailOf } from '../read-dispute.ts';

/** A dispute as one side reads it; a partner's own only. Refuses `not_found`. */
export function getDispute(context: Context, id: string): Promise<Wire<DisputeDetail>> {
  return read(context, (tx) => detailOf(tx, context, id));
}

/** The ladder disputes climb without a charter, and what is to come. */
export function getDisputeLadder(context: Context): Promise<LadderAnswer> {
  const { workspaceId } = context;
  return read(context, async (tx) => ladderAnswerOn(tx, workspaceId, localDateOf(context.now(), await zoneOf(tx, workspaceId))));
}
