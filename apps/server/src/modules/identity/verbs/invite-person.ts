import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { personToContract } from '../identity-answer.ts';
import { mayRulePeopleOf } from '../identity.policy.ts';
import { issueLink } from '../links.store.ts';
import { findMember, insertMember } from '../members.store.ts';
import { findUserByEmail, insertUser, takeOverUser, type User } from '../users.store.ts';
import type { MemberSettings } from './add-member.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * Lets somebody sign in for a partner; asked by the company, or by the partner for itself. Refuses `not_found`, `already_exists` for
 * a member of the workspace and, when a partner asks, for an account that nobody of a company has vouched for: who holds it is not
 * known.
 */
export function invitePerson(
  context: Context,
  partnerId: string,
  input: { readonly email: string; readonly name: string },
  settings: MemberSettings,
) {
  mayRulePeopleOf(context.actor, partnerId);
  const byPartner = ownPartner(context.actor) !== null;
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const now = context.now();
    if (!(await settings.partnerExists(tx, workspaceId, partnerId))) throw new Refusal('not_found');
    const { userId, isNew } = await userFor(tx, workspaceId, input, { byPartner, now });
    await insertMember(tx, workspaceId, { userId, role: 'partner', partnerId, createdAt: now });
    const token = isNew ? await issueLink(tx, { purpose: 'invitation', userId }, now + WEEK_MS) : null;
    const member = await findMember(tx, workspaceId, userId);
    if (member === null) throw new Error('the person just invited is missing');
    const shown = personToContract(member);
    const link = token === null ? null : `${settings.baseUrl}/invitation?token=${token}`;
    if (link !== null) await settings.onInvited?.(tx, workspaceId, { email: member.email, name: input.name, partnerId, link });
    const mailed = link !== null && settings.mails === true;
    return {
      // Whoever holds the link chooses the password. Where it reaches the address itself, a colleague has no business with it.
      result: { ...shown, invitationLink: byPartner && mailed ? null : link, mailed },
      repeated: { ...shown, invitationLink: null, mailed },
      audit: {
        action: 'person.invited',
        subject: encodeId('usr', userId),
        after: { ...shown, partnerId: encodeId('prt', partnerId) },
      },
    };
  });
}

async function userFor(
  tx: Tx,
  workspaceId: string,
  { email, name }: { readonly email: string; readonly name: string },
  { byPartner, now }: { readonly byPartner: boolean; readonly now: number },
): Promise<{ userId: string; isNew: boolean }> {
  const known: User | null = await findUserByEmail(tx, email);
  if (known === null) {
    const userId = newUuid(now);
    await insertUser(tx, { id: userId, email, name, broughtByPartner: byPartner }, now);
    return { userId, isNew: true };
  }
  const isMember = (await findMember(tx, workspaceId, known.id)) !== null;
  if (isMember || (byPartner && known.broughtByPartner)) throw taken();
  if (known.broughtByPartner) await takeOverUser(tx, known.id);
  return { userId: known.id, isNew: known.broughtByPartner };
}

function taken(): Refusal {
  return new Refusal('already_exists', [
    {
      path: 'email',
      rule: 'taken',
      message: {
        en: 'Somebody already signs in with this address. Give another one, or ask the company.',
        fr: 'Quelqu’un se connecte déjà avec cette adresse. Donnez-en une autre, ou demandez à l’entreprise.',
      },
    },
  ]);
}
