import type { ContributionAnswer, ListContributions } from '@cordee/contract/contribution';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner, ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { customerIdOf, workspaceKeys } from '../../fact/index.ts';
import { selectContributions } from '../contribution.store.ts';
import { answersOf } from '../read-contribution.ts';

/** A page of contributions, newest first; a partner finds its own, and may not search by customer: that would unmask one. */
export async function listContributions(
  context: Context,
  query: ListContributions,
): Promise<{ items: Wire<ContributionAnswer>[]; nextCursor: string | null }> {
  const { workspaceId, actor } = context;
  const partnerId = narrowedPartner(actor, query.partnerId);
  const { programId, kind, state, limit, customerExternalId } = query;
  if (ownPartner(actor) !== null && customerExternalId !== undefined) throw new Refusal('forbidden');
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  const { customerKey } = await workspaceKeys(context.db, workspaceId);
  const customerId = customerExternalId === undefined ? null : customerIdOf(customerKey, customerExternalId);
  const now = context.now();
  return read(context, async (tx) => {
    const filter = { partnerId, programId, kind, state, customerId, before, now, limit: limit + 1 };
    const rows = await selectContributions(tx, workspaceId, filter);
    const { items, nextCursor } = pageOfRows(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
    return { items: await answersOf(tx, context, items), nextCursor };
  });
}
