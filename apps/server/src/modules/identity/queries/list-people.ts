import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { personToContract } from '../identity-answer.ts';
import type { PartnerExists } from '../member-partner.ts';
import { listMembersOfPartner } from '../members.store.ts';

/** Who signs in for a partner. Refuses `not_found`, also for a partner user asking for another partner. */
export function listPeople(context: Context, partnerId: string, partnerExists: PartnerExists) {
  const own = ownPartner(context.actor);
  if (own !== null && own !== partnerId) throw new Refusal('not_found');
  return read(context, async (tx: Tx) => {
    if (!(await partnerExists(tx, context.workspaceId, partnerId))) throw new Refusal('not_found');
    const members = await listMembersOfPartner(tx, context.workspaceId, partnerId);
    return members.map(personToContract);
  });
}
