import type { ListQualifications, QualificationAnswer } from '@cordee/contract/qualification';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { qualificationToContract } from '../qualification-answer.ts';
import { readerOf } from '../qualification.policy.ts';
import { selectQualifications } from '../qualification.store.ts';

/** A page of qualifications, newest first; a partner finds its own. */
export function listQualifications(
  context: Context,
  query: ListQualifications,
): Promise<{ items: QualificationAnswer[]; nextCursor: string | null }> {
  const partnerId = narrowedPartner(context.actor, query.partnerId);
  const { state, limit } = query;
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const { side } = await readerOf(tx, context);
    const filter = { partnerId, state, side, before, limit: limit + 1 };
    const rows = await selectQualifications(tx, context.workspaceId, filter);
    return pageOfRows(
      rows,
      limit,
      (row) => qualificationToContract(row, side),
      ({ id }) => [id],
    );
  });
}
