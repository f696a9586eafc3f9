import { parseSequenceUuid } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { loadStoredCommissions, type StoredCommission } from '../counted.store.ts';

/** The commission behind an id, when the reader may see it. Refuses `not_found`. */
export async function findCommission(tx: Tx, { workspaceId, actor }: Context, uuid: string): Promise<StoredCommission> {
  const parts = parseSequenceUuid(uuid);
  if (parts === null) throw new Refusal('not_found');
  const [commission] = await loadStoredCommissions(tx, workspaceId, 'fact_seq = $2 and number = $3', [parts.seq, parts.n]);
  const own = ownPartner(actor);
  const hidden = own !== null && commission?.partnerId !== own;
  if (commission === undefined || hidden || commission.recordedAt !== parts.at) throw new Refusal('not_found');
  return commission;
}
