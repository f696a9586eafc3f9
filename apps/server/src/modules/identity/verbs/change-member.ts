import type { Role } from '@cordee/contract/route';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { memberToContract } from '../identity-answer.ts';
import { mustKeepOwnWayIn } from '../sign-on/must-keep-own-way-in.ts';
import { mustOwn } from '../identity.policy.ts';
import { mustHavePartner, type PartnerExists } from '../member-partner.ts';
import { getUser } from '../users.store.ts';
import { deleteMember, findMember, lockOwners, updateMember } from '../members.store.ts';

/**
 * Gives a member another role. Refuses `not_found`, `last_owner`, `sign_on_needs_owner` for the last owner who could come in
 * without the identity provider, `unknown_reference` for an unknown partner, and `conflict` for somebody whom only a partner has brought in: the company invites them anew, so that nobody else holds the account.
 */
export function changeMember(
  context: Context,
  userId: string,
  input: { readonly role: Role; readonly partnerId?: string | undefined },
  partnerExists: PartnerExists,
) {
  mustOwn(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const partnerId = input.partnerId ?? null;
    if (input.role !== 'owner') await mustNotBeLastOwner(tx, workspaceId, userId);
    const before = await findMember(tx, workspaceId, userId);
    if (before === null) throw new Refusal('not_found');
    if (partnerId !== before.partnerId && (await getUser(tx, userId)).broughtByPartner) throw inviteAnew();
    await mustHavePartner(tx, workspaceId, partnerId, partnerExists);
    await updateMember(tx, workspaceId, userId, input.role, partnerId);
    if (before.role === 'owner') await mustKeepOwnWayIn(tx, workspaceId);
    const result = memberToContract({ ...before, role: input.role, partnerId });
    const subject = encodeId('usr', userId);
    return { result, audit: { action: 'member.changed', subject, before: memberToContract(before), after: result } };
  });
}

/** Takes a member out of the workspace. Refuses `not_found`, `last_owner`, and `sign_on_needs_owner`. */
export function removeMember(context: Context, userId: string): Promise<void> {
  mustOwn(context.actor);
  return write(context, async (tx) => {
    await mustNotBeLastOwner(tx, context.workspaceId, userId);
    const before = await findMember(tx, context.workspaceId, userId);
    if (before === null) throw new Refusal('not_found');
    await deleteMember(tx, context.workspaceId, userId);
    if (before.role === 'owner') await mustKeepOwnWayIn(tx, context.workspaceId);
    const subject = encodeId('usr', userId);
    return { result: undefined, audit: { action: 'member.removed', subject, before: memberToContract(before) } };
  });
}

function inviteAnew(): Refusal {
  return new Refusal('conflict', [
    {
      path: 'userId',
      rule: 'brought_by_partner',
      message: {
        en: 'A partner brought this person in. Remove them, then add them yourself.',
        fr: 'C’est un partenaire qui a fait venir cette personne. Retirez-la, puis ajoutez-la vous-même.',
      },
    },
  ]);
}

async function mustNotBeLastOwner(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  const owners = await lockOwners(tx, workspaceId);
  if (owners.length === 1 && owners[0] === userId) throw new Refusal('last_owner');
}
