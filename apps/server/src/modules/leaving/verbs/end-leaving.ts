import type { LeavingAnswer, LeavingWaivers } from '@cordee/contract/leaving';
import { readsUntil } from '@cordee/core/exit';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { answeredBefore, read } from '../../../platform/verb.ts';
import type { GateSource } from '../../partnership/index.ts';
import { actIn, mustAllow, mustFindLeaving } from '../act-in.ts';
import { limitPeople, ourselves, stopEarning, todayOf } from '../by-clock.ts';
import { mustManage, mustTakePart } from '../leaving.policy.ts';
import type { LeavingRecord } from '../leaving.store.ts';
import { moveStage } from './move-stage.ts';

interface Parts {
  readonly gateFacts: GateSource;
  readonly baseUrl: string;
}

/**
 * Ends the partnership, once the final account is made: nothing earns beyond the run-off, its people are held to what is theirs, the
 * stage is `ended`. Each part is a transaction of its own and does nothing when it was done: cut off anywhere, asking again finishes it.
 * Refuses `gates_shut` for what neither the run-off nor the days of reading excuse, and `conflict`.
 */
export async function endLeaving(
  context: Context,
  partnerId: string,
  waivers: LeavingWaivers,
  { gateFacts, baseUrl }: Parts,
): Promise<Wire<LeavingAnswer>> {
  mustManage(context.actor);
  const side = mustTakePart(context.actor, partnerId);
  const before = await answeredBefore<Wire<LeavingAnswer>>(context);
  if (before !== null) return before;
  const record = await read(context, (tx) => mustFindLeaving(tx, context.workspaceId, partnerId));
  const today = await todayOf(context);
  mustAllow(record, today, { kind: 'end' });
  const own = ourselves(context, 'leaving.end');
  await stopEarning(own, record, baseUrl);
  await moveStage(context, partnerId, 'ended', { waivers, excused: excuses(record, today) }, gateFacts);
  await limitPeople(own, record);
  return actIn(context, partnerId, side, async (_tx, { record: held, today: now }) => {
    const ended = mustAllow(held, now, { kind: 'end' });
    const until = readsUntil(held.endsOn, ended.endedOn ?? now, held.accessDays);
    return { next: { ...held, ...ended, offer: null, readsUntil: until }, kind: 'ended', text: null };
  });
}

/** What the charter itself foresees after the end keeps nobody from it; the waiver says until when. */
function excuses({ endsOn, runOffOn, accessDays }: LeavingRecord, today: string) {
  const reading = readsUntil(endsOn, today, accessDays);
  const access = { access_revoked: `Lecture jusqu’au ${reading} · Reads until ${reading}` };
  if (runOffOn === null || runOffOn < today) return access;
  const reason = `Commissions à échoir jusqu’au ${runOffOn} · Run-off until ${runOffOn}`;
  return { ...access, enrollments_ended: reason, balance_zero: reason };
}
