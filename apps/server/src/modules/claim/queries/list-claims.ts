import type { ClaimAnswer, ListClaims } from '@cordee/contract/claim';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { claimToContract } from '../claim-answer.ts';
import { selectClaims } from '../claim.store.ts';

/** A page of claims, newest first; a partner finds its own. */
export async function listClaims(
  context: Context,
  query: ListClaims,
): Promise<{ items: Wire<ClaimAnswer>[]; nextCursor: string | null }> {
  const { workspaceId, actor, language } = context;
  const partnerId = narrowedPartner(actor, query.partnerId);
  const { programId, kind, state, limit } = query;
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  const { zone } = await workspaceKeys(context.db, workspaceId);
  const now = context.now();
  const rows = await read(context, (tx) =>
    selectClaims(tx, workspaceId, { partnerId, programId, kind, state, before, now, limit: limit + 1 }),
  );
  return pageOfRows(
    rows,
    limit,
    (row) => claimToContract(row, { language, now, zone }),
    ({ id }) => [id],
  );
}
