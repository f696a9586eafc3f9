import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../platform/context.ts';
import { sha256 } from '../../platform/crypto/index.ts';
import { transaction, withWorkspace, type Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { selectEnvelopes, type EnvelopeRecord, type SignerRecord } from './envelope.store.ts';
import { findLink } from './envelope-write.store.ts';
import { LINK_JOB, mustHoldLink } from './signature.policy.ts';
import { mustFindSigner, mustHold } from './take-step.ts';

/** Who came by a signer's link, and for what. */
export interface LinkHolder {
  readonly context: Context;
  readonly envelopeId: string;
  readonly signerId: string;
}

/** Where a signer is reached, for the trail: what its browser says of itself. */
export interface SignerDevice {
  readonly address: string;
  readonly agent: string;
}

/** Whose link this is. Refuses `link_expired` for one that is over, was cut off, or is not ours. */
export async function holderOf(context: Omit<Context, 'actor' | 'workspaceId'>, token: string): Promise<LinkHolder> {
  const found = await transaction(context.db, async (tx) => {
    await withWorkspace(tx, '*');
    return findLink(tx, sha256(token), context.now());
  });
  if (found === null) throw new Refusal('link_expired');
  const { workspaceId, envelopeId, signerId } = found;
  const { db, now, language, requestId } = context;
  const actor = { kind: 'system', job: LINK_JOB } as const;
  return { context: { actor, workspaceId, db, now, language, requestId }, envelopeId, signerId };
}

/** The envelope of a link, held, and the signer. */
export async function holdOwn(tx: Tx, { context, envelopeId, signerId }: LinkHolder) {
  mustHoldLink(context.actor);
  const envelope = await mustHold(tx, context, envelopeId);
  return { envelope, signer: mustFindSigner(envelope, signerId) };
}

/** The envelope of a link as it stands. */
export async function readOwn(tx: Tx, holder: LinkHolder): Promise<{ envelope: EnvelopeRecord; signer: SignerRecord }> {
  mustHoldLink(holder.context.actor);
  const [envelope] = await selectEnvelopes(tx, holder.context.workspaceId, { id: holder.envelopeId, limit: 1 });
  if (envelope === undefined) throw new Refusal('not_found');
  return { envelope, signer: mustFindSigner(envelope, holder.signerId) };
}

/** What the trail says of a signer. */
export function whoIs({ id, name, email }: SignerRecord, { address, agent }: SignerDevice): Record<string, string> {
  return { signer: encodeId('sgn', id), name, email, address, agent: agent.slice(0, 200) };
}
