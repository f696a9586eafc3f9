import type { Coupon, ListCodes } from '@cordee/contract/enrollment';
import type { Context } from '../../../platform/context.ts';
import { pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { couponToContract } from '../code-answer.ts';
import { codeFilter } from '../code-filter.ts';
import { selectCoupons } from '../code.store.ts';
import { visiblePartner } from '../program.policy.ts';

/** A page of coupons, newest first; a partner user finds its own only. */
export function listCoupons(context: Context, query: ListCodes): Promise<{ items: Coupon[]; nextCursor: string | null }> {
  const filter = codeFilter(query, visiblePartner(context.actor));
  return read(context, async (tx) => {
    const rows = filter === null ? [] : await selectCoupons(tx, context.workspaceId, filter);
    return pageOfRows(rows, query.limit, couponToContract, (row) => [row.id]);
  });
}
