import type { PartnershipPerson } from '@cordee/contract/partnership-people';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { personToContract } from '../people/person-answer.ts';
import { seenPeople } from '../people/seen-people.ts';
import { sideOf } from '../partnership.policy.ts';
import { mustKnow } from '../which-side.ts';

/** Who is in a partnership, as far as the reader's side sees it. Refuses `not_found`. */
export function listPartnershipPeople(context: Context, partnerId: string): Promise<PartnershipPerson[]> {
  return read(context, async (tx) => {
    await mustKnow(tx, context, partnerId);
    return (await seenPeople(tx, context.workspaceId, partnerId, sideOf(context.actor))).map(personToContract);
  });
}
