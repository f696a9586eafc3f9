import type { Role } from '@cordee/contract/route';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { write } from '../../../platform/verb.ts';
import { memberToContract } from '../identity-answer.ts';
import { mustOwn } from '../identity.policy.ts';
import { issueLink } from '../links.store.ts';
import { mustHavePartner, type PartnerExists } from '../member-partner.ts';
import { findMember, insertMember } from '../members.store.ts';
import { unlinkUser } from '../sign-on/sign-on.store.ts';
import { findUserByEmail, hasNoWayIn, insertUser, takeOverUser } from '../users.store.ts';

export interface AddMember {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly partnerId?: string | undefined;
}

export interface MemberSettings {
  readonly baseUrl: string;
  readonly partnerExists: PartnerExists;
  /** Told, in the transaction of the invitation, who got which link. */
  readonly onInvited?: OnInvited;
  /** Whether a mail server takes what is written, so that the link reaches the address itself. */
  readonly mails?: boolean;
}

export interface Invited {
  readonly email: string;
  readonly name: string;
  readonly partnerId: string | null;
  readonly link: string;
}

export type OnInvited = (tx: Tx, workspaceId: string, invited: Invited) => Promise<void>;

const WEEK_MS = 7 * 86_400_000;

/**
 * Adds a user to the workspace. Somebody unknown so far becomes a user, with a one-time link (seven days) to choose a password; so
 * does somebody whom only a partner had brought in, whose former ways to sign in end. Refuses `already_exists` for a member,
 * `unknown_reference` for an unknown partner.
 */
export function addMember(context: Context, input: AddMember, settings: MemberSettings) {
  mustOwn(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const now = context.now();
    const partnerId = input.partnerId ?? null;
    await mustHavePartner(tx, workspaceId, partnerId, settings.partnerExists);

    const known = await findUserByEmail(tx, input.email);
    const userId = known?.id ?? newUuid(now);
    if (known !== null && (await findMember(tx, workspaceId, userId)) !== null) throw new Refusal('already_exists');
    if (known === null) await insertUser(tx, { id: userId, email: input.email, name: input.name, broughtByPartner: false }, now);
    if (known?.broughtByPartner === true) await takeOverUser(tx, userId);
    await insertMember(tx, workspaceId, { userId, role: input.role, partnerId, createdAt: now });
    // Invited again, they are met anew, whoever they were to the identity provider.
    await unlinkUser(tx, workspaceId, userId);
    const isNew = known === null || known.broughtByPartner;
    // Whom only an identity provider knows has no way in of their own: the link goes to their address and to nobody else, for other
    // workspaces rely on the account too.
    const isBare = known !== null && !isNew && (await hasNoWayIn(tx, userId));
    const token = isNew || isBare ? await issueLink(tx, { purpose: 'invitation', userId }, now + WEEK_MS) : null;

    const member = await findMember(tx, workspaceId, userId);
    if (member === null) throw new Error('the member just added is missing');
    const shown = memberToContract(member);
    const link = token === null ? null : `${settings.baseUrl}/invitation?token=${token}`;
    if (link !== null) await settings.onInvited?.(tx, workspaceId, { email: member.email, name: input.name, partnerId, link });
    return {
      result: { ...shown, invitationLink: isBare ? null : link },
      repeated: { ...shown, invitationLink: null },
      audit: { action: 'member.added', subject: encodeId('usr', userId), after: shown },
    };
  });
}
