import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { partnerNames } from '../../partner/index.ts';

/** The name of a partner whose books the reader may see. Refuses `not_found`. */
export async function visiblePartner(tx: Tx, { workspaceId, actor }: Context, partnerId: string): Promise<string> {
  const own = ownPartner(actor);
  const name = own !== null && own !== partnerId ? undefined : (await partnerNames(tx, workspaceId, [partnerId])).get(partnerId);
  if (name === undefined) throw new Refusal('not_found');
  return name;
}
