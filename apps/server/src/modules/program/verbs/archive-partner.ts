import type { Partner } from '@cordee/contract/partner';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { retirePartner } from '../../partner/index.ts';
import { insertState, selectAllEnrollments, selectStates, type StateEntry } from '../enrollment.store.ts';
import { mustManagePrograms } from '../program.policy.ts';
import { announceLinks } from '../program.store.ts';

/**
 * Archives a partner and ends its enrollments from now on; what it earned stays due. Archiving it again changes nothing.
 * Refuses `not_found`.
 */
export function archivePartner(context: Context, partnerId: string): Promise<Partner> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const recordedAt = await changeTerms(tx, workspaceId, context.now());
    const retired = await retirePartner(tx, workspaceId, partnerId, recordedAt);
    if (retired === null) throw new Refusal('not_found');
    if (retired.audit === null) return retired;

    for (const { id } of await selectAllEnrollments(tx, workspaceId, partnerId)) {
      await endNow(tx, workspaceId, id, recordedAt);
    }
    await announceLinks(tx, workspaceId);
    return retired;
  });
}

async function endNow(tx: Tx, workspaceId: string, enrollmentId: string, recordedAt: Instant): Promise<void> {
  const states = await selectStates(tx, workspaceId, [enrollmentId]);
  const lastFrom = Math.max(...states.map(({ from }) => from));
  const last = states.findLast(({ from }) => from === lastFrom);
  if (last?.state === 'ended' && lastFrom <= recordedAt) return;
  // A change announced for later would begin all the same: it is replaced too.
  const starts = lastFrom > recordedAt ? [recordedAt, lastFrom] : [recordedAt];
  for (const [index, from] of starts.entries()) {
    const number = states.length + 1 + index;
    const entry: StateEntry = { enrollmentId, number, from, recordedAt, state: 'ended', reason: null };
    await insertState(tx, workspaceId, entry);
  }
}
