import type { ListObligations, ObligationAnswer } from '@cordee/contract/obligation';
import { isLocalDate, localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows, refuseCursor } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { obligationToContract } from '../obligation-answer.ts';
import { selectObligations } from '../obligation.store.ts';

/** A page of obligations, the earliest due first; a partner finds its own. */
export async function listObligations(
  context: Context,
  query: ListObligations,
): Promise<{ items: Wire<ObligationAnswer>[]; nextCursor: string | null }> {
  const { workspaceId, actor, language } = context;
  const partnerId = narrowedPartner(actor, query.partnerId);
  const { state, owner = null, until = null, limit } = query;
  const [dueOn, id] = decodeCursor(query.cursor, 2) ?? [];
  const after = dueOn === undefined || id === undefined ? null : { dueOn, id };
  if (after !== null && !isLocalDate(after.dueOn)) refuseCursor();
  return read(context, async (tx) => {
    const today = localDateOf(context.now(), await zoneOf(tx, workspaceId));
    const wanted = { partnerId, state, owner, until, after, today, limit: limit + 1 };
    const rows = await selectObligations(tx, workspaceId, wanted);
    return pageOfRows(
      rows,
      limit,
      (row) => obligationToContract(row, today, language),
      (row) => [row.dueOn, row.id],
    );
  });
}
