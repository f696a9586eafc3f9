import { encodeId } from '@cordee/core/ids';
import { localDateOf, shiftDate, type Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { transaction, type Database } from '../../../platform/db/index.ts';
import { recordAudit, write } from '../../../platform/verb.ts';
import { workspaceIds, workspaceKeys } from '../../fact/index.ts';
import { reopenAccess } from '../../identity/index.ts';
import { closePeople, stopEarning } from '../by-clock.ts';
import { mustManage } from '../leaving.policy.ts';
import { keepStep, type LeavingRecord, selectEnding, selectToFollow } from '../leaving.store.ts';

const JOB = 'leaving.follow';
/** So long before the last day both sides are told of it. */
const tellDays = 14;

export interface FollowParts {
  readonly db: Database;
  readonly now: () => Instant;
  readonly baseUrl: string;
}

/** What the clock does about leavings, in every workspace: to be run every hour, anywhere, twice or late. */
export async function followLeavings(parts: FollowParts): Promise<void> {
  for (const workspaceId of await workspaceIds(parts.db)) await followLeavingsOf(parts, workspaceId);
}

/** The same for one workspace: how many leavings had something due. */
export async function followLeavingsOf({ db, now, baseUrl }: FollowParts, workspaceId: string): Promise<number> {
  const { zone } = await workspaceKeys(db, workspaceId);
  const today = localDateOf(now(), zone);
  const context: Context = { actor: { kind: 'system', job: JOB }, workspaceId, db, now, language: 'en', requestId: JOB };
  const { due, ending } = await transaction(
    db,
    async (tx) => ({
      due: await selectToFollow(tx, workspaceId, today),
      ending: await selectEnding(tx, workspaceId, today, shiftDate(today, tellDays)),
    }),
    { workspaceId },
  );
  for (const leaving of due) {
    await stopEarning(context, leaving, baseUrl);
    if (leaving.readsUntil !== null && leaving.readsUntil < today) await closePeople(context, leaving);
  }
  for (const leaving of ending) await tellOfEnd(context, leaving);
  await letBackIn(context);
  return due.length + ending.length;
}

/** A partner whose stage is no longer `ended` is worked with again. */
function letBackIn(context: Context): Promise<void> {
  mustManage(context.actor);
  return write(context, async (tx) => {
    const partners = await reopenAccess(tx, context.workspaceId);
    for (const partner of partners) {
      await recordAudit(tx, context, { action: 'leaving.access_reopened', subject: encodeId('prt', partner) });
    }
    return { result: undefined, audit: null };
  });
}

/** Once for each last day: the audit row is what people are written to about. */
function tellOfEnd(context: Context, { id, partnerId, endsOn }: LeavingRecord): Promise<void> {
  mustManage(context.actor);
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    const step = { step: `told ${endsOn}`, at: context.now(), side: 'clock', text: null, actor } as const;
    if (!(await keepStep(tx, workspaceId, id, step))) return { result: undefined, audit: null };
    const after = { partnerId: encodeId('prt', partnerId), endsOn };
    return { result: undefined, audit: { action: 'leaving.near', subject: encodeId('lvg', id), after } };
  });
}
