import type { QualificationDetail } from '@cordee/contract/qualification';
import type { Context } from '../../../platform/context.ts';
import { transaction } from '../../../platform/db/index.ts';
import type { QualificationParts } from '../parts.ts';
import { readerOf } from '../qualification.policy.ts';
import { detailFor, mustFind } from '../read-qualification.ts';

/** A qualification as the reader's side may see it; a partner finds its own. Refuses `not_found`. */
export function getQualification(
  context: Context,
  { sealer }: Pick<QualificationParts, 'sealer'>,
  id: string,
): Promise<QualificationDetail> {
  const { db, workspaceId } = context;
  // Not read-only: it says for which side it reads, which is a setting of the transaction.
  return transaction(
    db,
    async (tx) => {
      const reader = await readerOf(tx, context);
      return detailFor(tx, context, sealer, { record: await mustFind(tx, context, id, reader), reader });
    },
    { isolation: 'repeatable read', workspaceId },
  );
}
