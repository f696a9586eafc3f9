import type { ObligationDetail } from '@cordee/contract/obligation';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { detailOf } from '../read-obligation.ts';

/** An obligation with its history; a partner's own only. Refuses `not_found`. */
export function getObligation(context: Context, id: string): Promise<Wire<ObligationDetail>> {
  const own = ownPartner(context.actor);
  return read(context, (tx) => detailOf(tx, context, id, own));
}
