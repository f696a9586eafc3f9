import type { ClaimDetail } from '@cordee/contract/claim';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { detailOf, mustFind } from '../read-claim.ts';

/** A claim with all that was said; a partner finds its own. Refuses `not_found`. */
export function getClaim(context: Context, id: string): Promise<Wire<ClaimDetail>> {
  const own = ownPartner(context.actor);
  return read(context, async (tx) => detailOf(tx, context, await mustFind(tx, context, id, own)));
}
