import type { SignOnAnswer } from '@cordee/contract/sign-on';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { read } from '../../../platform/verb.ts';
import { mustOwn } from '../identity.policy.ts';
import { redirectUriOf, startUrlOf } from '../sign-on/addresses.ts';
import { countLinked, findSignOn } from '../sign-on/sign-on.store.ts';

/** The identity provider of the workspace, without its secret. */
export function getSignOn(context: Context, baseUrl: string): Promise<SignOnAnswer> {
  mustOwn(context.actor);
  return read(context, (tx) => signOnAnswer(tx, context.workspaceId, baseUrl));
}

/** As the contract tells it, read in a transaction. */
export async function signOnAnswer(tx: Tx, workspaceId: string, baseUrl: string): Promise<SignOnAnswer> {
  const signOn = await findSignOn(tx, workspaceId);
  const addresses = { redirectUri: redirectUriOf(baseUrl, workspaceId), startUrl: startUrlOf(baseUrl, workspaceId) };
  if (signOn === null) return { connection: null, ...addresses };
  const { issuer, clientId, domains, newRole, active, required, changedAt } = signOn;
  const people = await countLinked(tx, workspaceId, issuer);
  const connection = { issuer, clientId, domains: [...domains], newRole, active, required, people };
  return { connection: { ...connection, changedAt: formatInstant(changedAt) }, ...addresses };
}
