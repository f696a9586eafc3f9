import type { JointFact } from '@cordee/contract/joint-fact';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { jointToContract } from '../joint/joint-answer.ts';
import { selectJointFacts } from '../joint/joint-fact.store.ts';
import { sideOf } from '../partnership.policy.ts';
import { mustKnow } from '../which-side.ts';

/** A page of what both sides stated, newest first: the same for both. Refuses `not_found`. */
export function listJointFacts(
  context: Context,
  partnerId: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: JointFact[]; nextCursor: string | null }> {
  const [before = null] = decodeCursor(cursor, 1) ?? [];
  const reader = sideOf(context.actor);
  return read(context, async (tx) => {
    await mustKnow(tx, context, partnerId);
    const rows = await selectJointFacts(tx, context.workspaceId, partnerId, before, limit + 1);
    return pageOfRows(
      rows,
      limit,
      (row) => jointToContract(row, reader),
      ({ id }) => [id],
    );
  });
}
