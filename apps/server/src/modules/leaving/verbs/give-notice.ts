import type { GiveNotice, LeavingAnswer } from '@cordee/contract/leaving';
import { giveNotice as notice } from '@cordee/core/exit';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { sayEnd } from '../../charter/index.ts';
import { lockStages } from '../../partner/index.ts';
import { agreedAfter } from '../act-in.ts';
import { leavingAnswer } from '../leaving-answer.ts';
import { mustTakePart } from '../leaving.policy.ts';
import { addEntry, findLeaving, insertLeaving, type LeavingRecord } from '../leaving.store.ts';
import { rehearseIn } from '../queries/rehearse-exit.ts';
import { alreadyNoticed, impossible, tooEarly } from '../refusals.ts';

/**
 * One side gives notice, for the earliest last day or a later one; the end of the charter and its obligations follow. Refuses
 * `not_found`, and `conflict` for a day that is too early or when notice was given already.
 */
export function giveNotice(context: Context, partnerId: string, { endsOn, reason }: GiveNotice): Promise<Wire<LeavingAnswer>> {
  const side = mustTakePart(context.actor, partnerId);
  const { workspaceId, actor } = context;
  return write(context, async (tx) => {
    const stage = (await lockStages(tx, workspaceId, [partnerId])).get(partnerId);
    if (stage === undefined) throw new Refusal('not_found');
    const before = await findLeaving(tx, workspaceId, partnerId);
    if (before !== null && before.state !== 'ended') throw alreadyNoticed();
    // Until both begin anew there is nothing left to leave.
    if (before !== null && stage === 'ended') throw impossible('over');
    const { of, told } = await rehearseIn(tx, context, partnerId, side, {});
    const given = notice(side, of.today, told.end.endsOn, endsOn ?? null);
    if (given === 'too_early') throw tooEarly(told.end.endsOn);
    if (typeof given === 'string') throw impossible(given);
    const at = context.now();
    const record: LeavingRecord = {
      ...given,
      id: newUuid(at),
      partnerId,
      earliestOn: told.end.endsOn,
      basis: told.end.basis,
      reason,
      offer: null,
      stage,
      readsUntil: null,
      ...agreedAfter(of.charter, given.endsOn),
    };
    if (!(await insertLeaving(tx, workspaceId, record, at))) throw alreadyNoticed();
    await addEntry(tx, workspaceId, record.id, { at, kind: 'noticed', side, actor, text: reason, endsOn: record.endsOn });
    if (of.charter !== null) {
      const { id: charterId, version } = of.charter;
      await sayEnd(tx, context, { charterId, version, side, lastOn: record.endsOn, reason });
    }
    const result = await leavingAnswer(tx, context, partnerId, side);
    const after = { partnerId: result.partnerId, side, endsOn: record.endsOn, basis: record.basis, text: reason };
    return { result, audit: { action: 'leaving.noticed', subject: encodeId('lvg', record.id), after } };
  });
}
