import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { Refusal } from '../../platform/refusal.ts';
import { findPartner, type PartnerRecord } from '../partner/index.ts';

/** The partner of a partnership, as far as the reader may know of it. Refuses `not_found`. */
export async function mustKnow(tx: Tx, { workspaceId, actor }: Context, partnerId: string): Promise<PartnerRecord> {
  const own = ownPartner(actor);
  const partner = own !== null && own !== partnerId ? null : await findPartner(tx, workspaceId, partnerId);
  if (partner === null) throw new Refusal('not_found');
  return partner;
}
