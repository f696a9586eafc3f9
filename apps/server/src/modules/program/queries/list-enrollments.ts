import type { Enrollment, ListEnrollments } from '@cordee/contract/enrollment';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { enrollmentsToContract } from '../enrollment-answer.ts';
import { selectEnrollments } from '../enrollment.store.ts';
import { visiblePartner } from '../program.policy.ts';

/** A page of enrollments, newest first; a partner user finds its own only. */
export function listEnrollments(
  context: Context,
  query: ListEnrollments,
): Promise<{ items: Enrollment[]; nextCursor: string | null }> {
  const own = visiblePartner(context.actor);
  const [after = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const { workspaceId } = context;
    const partnerId = own ?? query.partnerId ?? null;
    if (query.partnerId !== undefined && query.partnerId !== partnerId) return { items: [], nextCursor: null };
    const now = context.now();
    const under = query.planId === undefined ? {} : { under: { planId: query.planId, at: now } };
    const filter = { programId: query.programId ?? null, partnerId, ...under, after, limit: query.limit + 1 };
    const page = pageOfRows(
      await selectEnrollments(tx, workspaceId, filter),
      query.limit,
      (row) => row,
      (row) => [row.id],
    );
    return { ...page, items: await enrollmentsToContract(tx, workspaceId, page.items, now) };
  });
}
