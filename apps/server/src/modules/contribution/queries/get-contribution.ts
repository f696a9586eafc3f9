import type { ContributionAnswer } from '@cordee/contract/contribution';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { answerOf, mustFind } from '../read-contribution.ts';

/** A contribution; a partner finds its own. Refuses `not_found`. */
export function getContribution(context: Context, id: string): Promise<Wire<ContributionAnswer>> {
  const own = ownPartner(context.actor);
  return read(context, async (tx) => answerOf(tx, context, await mustFind(tx, context, id, own)));
}
