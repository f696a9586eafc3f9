import type { LeavingAnswer, LeavingWaivers } from '@cordee/contract/leaving';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { answeredBefore, read } from '../../../platform/verb.ts';
import type { GateSource } from '../../partnership/index.ts';
import { actIn, mustAllow, mustFindLeaving } from '../act-in.ts';
import { todayOf } from '../by-clock.ts';
import { mustManage, mustTakePart } from '../leaving.policy.ts';
import { moveStage } from './move-stage.ts';

/**
 * The partnership is leaving: its stage moves through the gates. Refuses `gates_shut`, and `conflict` before a notice. Cut off between
 * the two, asking again goes on.
 */
export async function beginLeaving(
  context: Context,
  partnerId: string,
  waivers: LeavingWaivers,
  gateFacts: GateSource,
): Promise<Wire<LeavingAnswer>> {
  mustManage(context.actor);
  const side = mustTakePart(context.actor, partnerId);
  const before = await answeredBefore<Wire<LeavingAnswer>>(context);
  if (before !== null) return before;
  const record = await read(context, (tx) => mustFindLeaving(tx, context.workspaceId, partnerId));
  mustAllow(record, await todayOf(context), { kind: 'begin' });
  await moveStage(context, partnerId, 'leaving', { waivers, excused: {} }, gateFacts);
  return actIn(context, partnerId, side, async (_tx, { record: held, today }) => ({
    next: { ...held, ...mustAllow(held, today, { kind: 'begin' }), offer: held.offer },
    kind: 'begun',
    text: null,
  }));
}
