import type { AddPartnershipPerson, PartnershipPerson } from '@cordee/contract/partnership-people';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { lockStages } from '../../partner/index.ts';
import { personToAudit, personToContract } from '../people/person-answer.ts';
import { clearMain, findUser, insertPerson, selectPeople } from '../people/person.store.ts';
import { mustTakePart } from '../partnership.policy.ts';
import { mustKnow } from '../which-side.ts';

/**
 * Names somebody of a side; the first one is its main contact. Refuses `not_found`, `forbidden` to a partner naming somebody of the
 * company, `unknown_reference` for a user of neither, `conflict` for a user who is in it, `clock_in_future`.
 */
export function addPartnershipPerson(
  context: Context,
  partnerId: string,
  input: AddPartnershipPerson,
): Promise<PartnershipPerson> {
  const acting = mustTakePart(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    await mustKnow(tx, context, partnerId);
    if (acting === 'partner' && input.side !== 'partner') throw new Refusal('forbidden');
    const now = context.now();
    if (input.from !== undefined && input.from > now) throw new Refusal('clock_in_future');
    // Two at once must not both be the first.
    await lockStages(tx, workspaceId, [partnerId]);
    const who = await whoOf(tx, context, partnerId, input);
    const there = (await selectPeople(tx, workspaceId, partnerId)).filter(({ side }) => side === input.side);
    if (who.userId !== null && there.some(({ userId }) => userId === who.userId)) throw new Refusal('conflict');
    const isMain = input.isMain === true || there.length === 0;
    if (isMain) await clearMain(tx, workspaceId, partnerId, input.side);
    const { side, role, maySign, from = now } = input;
    const person = { id: newUuid(now), partnerId, side, role, isMain, maySign, from, until: null, ...who };
    await insertPerson(tx, workspaceId, person);
    return {
      result: personToContract(person),
      audit: {
        action: 'partnership.person_added',
        subject: encodeId('psn', person.id),
        after: personToAudit(person, partnerId),
      },
    };
  });
}

async function whoOf(tx: Tx, { workspaceId }: Context, partnerId: string, input: AddPartnershipPerson) {
  const { userId, name = '', email = null, side } = input;
  if (userId === undefined) return { userId: null, name, email };
  const user = await findUser(tx, workspaceId, userId, side, partnerId);
  if (user === null) throw new Refusal('unknown_reference');
  return { userId, ...user };
}
