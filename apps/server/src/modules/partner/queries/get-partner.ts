import type { PartnerDetail } from '@cordee/contract/partner';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { certificateToContract, toContract, toOwnContract } from '../partner-answer.ts';
import { visiblePartner } from '../partner.policy.ts';
import { showsStage } from '../visibility.store.ts';
import { findPartner, selectCertificates } from '../partner.store.ts';

/** A partner with its certificates. Refuses `not_found`, also for a partner user asking for another partner. */
export function getPartner(context: Context, partnerId: string): Promise<PartnerDetail> {
  const own = visiblePartner(context.actor);
  if (own !== null && own !== partnerId) throw new Refusal('not_found');
  return read(context, async (tx) => {
    const partner = await findPartner(tx, context.workspaceId, partnerId);
    if (partner === null) throw new Refusal('not_found');
    const certificates = await selectCertificates(tx, context.workspaceId, partnerId);
    return {
      ...(own === null ? toContract(partner) : toOwnContract(partner, await showsStage(tx, context.workspaceId, partnerId))),
      certificates: certificates.map(certificateToContract),
    };
  });
}
