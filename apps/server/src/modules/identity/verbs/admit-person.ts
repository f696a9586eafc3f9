import type { SignOnFault } from '@cordee/contract/sign-on';
import type { Role } from '@cordee/contract/route';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { recordAudit, write } from '../../../platform/verb.ts';
import { memberToContract } from '../identity-answer.ts';
import { mustBeSignOn } from '../identity.policy.ts';
import { findMember, insertMember } from '../members.store.ts';
import type { Identity } from '../sign-on/judge-claims.ts';
import { findLinkedUser, insertLink, isLinked, lockSignOn, type SignOn } from '../sign-on/sign-on.store.ts';
import { findUserByEmail, insertUser } from '../users.store.ts';

export type Admission = { readonly userId: string } | { readonly fault: SignOnFault };

/**
 * Whether the person a provider has named may come into the workspace, and as which user. Known by their subject once they were
 * seen; the first time by their address, as a member, or as somebody new when the company lets new people in. Who was removed, and
 * who belongs to a partner, is not let in by themselves. What is refused is in the audit trail too.
 */
export function admitPerson(context: Context, identity: Identity): Promise<Admission> {
  mustBeSignOn(context.actor);
  return write<Admission>(context, async (tx) => {
    const signOn = await lockSignOn(tx, context.workspaceId);
    const isSame = signOn !== null && signOn.active && signOn.issuer === identity.issuer;
    const admission = isSame ? await admit(tx, context, signOn, identity) : ({ fault: 'inactive' } as const);
    const after = 'fault' in admission ? { email: identity.email, reason: admission.fault } : null;
    const subject = encodeId('wsp', context.workspaceId);
    return { result: admission, audit: after === null ? null : { action: 'sign_on.refused', subject, after } };
  });
}

/** Leaves in the audit trail that somebody was refused before anything of the workspace was looked at. */
export function noteRefusal(context: Context, email: string | null, fault: SignOnFault): Promise<void> {
  mustBeSignOn(context.actor);
  const subject = encodeId('wsp', context.workspaceId);
  return write(context, async () => ({
    result: undefined,
    audit: { action: 'sign_on.refused', subject, after: { email, reason: fault } },
  }));
}

async function admit(tx: Tx, context: Context, signOn: SignOn, identity: Identity): Promise<Admission> {
  const { workspaceId, issuer } = signOn;
  const linked = await findLinkedUser(tx, workspaceId, issuer, identity.subject);
  if (linked !== null) return (await isStaff(tx, workspaceId, linked)) ? { userId: linked } : { fault: 'not_invited' };
  const known = await findUserByEmail(tx, identity.email);
  if (known === null) return signOn.newRole === null ? { fault: 'not_invited' } : welcome(tx, context, signOn.newRole, identity);
  const member = await findMember(tx, workspaceId, known.id);
  // Another subject had this address before, or this person was removed: an owner decides.
  if (await isLinked(tx, workspaceId, issuer, known.id)) return { fault: member === null ? 'not_invited' : 'other_person' };
  if (member === null) {
    if (signOn.newRole === null || known.broughtByPartner) return { fault: 'not_invited' };
    return join(tx, context, known.id, signOn.newRole, identity);
  }
  if (member.role === 'partner') return { fault: 'not_invited' };
  return link(tx, context, known.id, identity);
}

async function isStaff(tx: Tx, workspaceId: string, userId: string): Promise<boolean> {
  const member = await findMember(tx, workspaceId, userId);
  return member !== null && member.role !== 'partner';
}

async function welcome(tx: Tx, context: Context, role: Role, identity: Identity): Promise<Admission> {
  const now = context.now();
  const { email, name } = identity;
  const userId = newUuid(now);
  await insertUser(tx, { id: userId, email, name, broughtByPartner: false }, now);
  return join(tx, context, userId, role, identity);
}

async function join(tx: Tx, context: Context, userId: string, role: Role, identity: Identity): Promise<Admission> {
  const { workspaceId } = context;
  await insertMember(tx, workspaceId, { userId, role, partnerId: null, createdAt: context.now() });
  const member = await findMember(tx, workspaceId, userId);
  if (member === null) throw new Error('the member just added is missing');
  const subject = encodeId('usr', userId);
  await recordAudit(tx, context, { action: 'member.added', subject, after: memberToContract(member) });
  return link(tx, context, userId, identity);
}

async function link(tx: Tx, context: Context, userId: string, identity: Identity): Promise<Admission> {
  const { workspaceId } = context;
  const { issuer, subject, email } = identity;
  await insertLink(tx, { workspaceId, issuer, subject, userId, linkedAt: context.now() });
  await recordAudit(tx, context, {
    action: 'sign_on.linked',
    subject: encodeId('usr', userId),
    after: { email, issuer, providerSubject: subject },
  });
  return { userId };
}
