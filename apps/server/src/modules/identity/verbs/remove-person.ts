import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { personToContract } from '../identity-answer.ts';
import { mayRulePeopleOf } from '../identity.policy.ts';
import { deleteMember, findMember } from '../members.store.ts';

/**
 * Somebody no longer signs in for a partner. Refuses `not_found`, also for a member who is not of that partner, and `conflict` for
 * oneself: so the last one of a partner is removed by the company only.
 */
export function removePerson(context: Context, partnerId: string, userId: string): Promise<void> {
  mayRulePeopleOf(context.actor, partnerId);
  return write(context, async (tx) => {
    const before = await findMember(tx, context.workspaceId, userId);
    if (before === null || before.role !== 'partner' || before.partnerId !== partnerId) throw new Refusal('not_found');
    if (context.actor.kind === 'user' && context.actor.userId === userId) throw oneself();
    await deleteMember(tx, context.workspaceId, userId);
    const subject = encodeId('usr', userId);
    return { result: undefined, audit: { action: 'person.removed', subject, before: personToContract(before) } };
  });
}

function oneself(): Refusal {
  return new Refusal('conflict', [
    {
      path: 'userId',
      rule: 'oneself',
      message: { en: 'Somebody else has to remove you.', fr: 'C’est à quelqu’un d’autre de vous retirer.' },
    },
  ]);
}
