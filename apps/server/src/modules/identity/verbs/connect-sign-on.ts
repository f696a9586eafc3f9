import type { ConnectSignOn, SignOnAnswer } from '@cordee/contract/sign-on';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { addressFault } from '../../../platform/outbound/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read, write } from '../../../platform/verb.ts';
import { mustOwn } from '../identity.policy.ts';
import { signOnAnswer } from '../queries/get-sign-on.ts';
import type { SignOnParts } from '../sign-on/parts.ts';
import { mustBeUsable } from '../sign-on/must-be-usable.ts';
import { endSignedOnSessions, findSignOn, lockSignOn, saveSignOn, unlinkAll, type SignOn } from '../sign-on/sign-on.store.ts';

/**
 * Connects the company's identity provider, or changes how it is connected. Of an active one the new settings are tested first. With
 * another issuer everybody who came in by the former one is signed out and forgotten. Refuses `invalid_request` without a secret
 * the first time, for another issuer or client, or for an address that may not be called; `sign_on_unusable`.
 */
export async function connectSignOn(context: Context, input: ConnectSignOn, parts: SignOnParts): Promise<SignOnAnswer> {
  mustOwn(context.actor);
  if (addressFault(input.issuer, parts.trustedHosts) !== null) throw notCallable();
  const before = await read(context, (tx) => findSignOn(tx, context.workspaceId));
  const after = connected(context, input, before, parts);
  if (after.active) await mustBeUsable(after, parts);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const locked = await lockSignOn(tx, workspaceId);
    // What was tested is what is kept: whoever changed it meanwhile is not overruled.
    if (locked?.changedAt !== before?.changedAt) throw new Refusal('conflict');
    const told = locked === null ? undefined : (await signOnAnswer(tx, workspaceId, parts.baseUrl)).connection;
    if (locked !== null && locked.issuer !== after.issuer) {
      await unlinkAll(tx, workspaceId);
      await endSignedOnSessions(tx, workspaceId);
    }
    await saveSignOn(tx, after);
    const result = await signOnAnswer(tx, workspaceId, parts.baseUrl);
    const renewed = input.clientSecret !== undefined && locked !== null ? { secretRenewed: true } : {};
    return {
      result,
      audit: {
        action: locked === null ? 'sign_on.connected' : 'sign_on.changed',
        subject: encodeId('wsp', workspaceId),
        before: told,
        after: { ...result.connection, ...renewed },
      },
    };
  });
}

function connected(context: Context, input: ConnectSignOn, before: SignOn | null, { sealer }: SignOnParts): SignOn {
  const { issuer, clientId, domains, newRole } = input;
  // A secret goes to nobody but the client and issuer it was given for.
  const isSameClient = before !== null && before.issuer === issuer && before.clientId === clientId;
  const kept = isSameClient ? before.clientSecret : null;
  const clientSecret = input.clientSecret === undefined ? kept : sealer.seal(input.clientSecret);
  if (clientSecret === null) throw secretMissing();
  return {
    workspaceId: context.workspaceId,
    issuer,
    clientId,
    clientSecret,
    domains: [...new Set(domains)],
    newRole,
    active: before?.active ?? false,
    // Nobody has signed on with another issuer yet, so it cannot be the only way in.
    required: before?.required === true && before.issuer === issuer,
    changedAt: context.now(),
  };
}

function secretMissing(): Refusal {
  return new Refusal('invalid_request', [
    {
      path: 'clientSecret',
      rule: 'required',
      message: {
        en: 'Give the client secret: none is kept for this issuer and client id.',
        fr: 'Donnez le secret du client : aucun n’est gardé pour cet émetteur et cet identifiant.',
      },
    },
  ]);
}

function notCallable(): Refusal {
  return new Refusal('invalid_request', [
    {
      path: 'issuer',
      rule: 'address',
      message: {
        en: 'This address may not be called from here: use a public https address.',
        fr: 'Cette adresse ne peut pas être appelée d’ici : utilisez une adresse https publique.',
      },
      example: 'https://login.example.com/realms/staff',
    },
  ]);
}
