import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { keyToContract, type NewKey } from '../identity-answer.ts';
import { mustOwn } from '../identity.policy.ts';
import { endKey, findKey } from '../keys.store.ts';
import { makeKey } from './make-key.ts';

export type RotatedKey = NewKey & { readonly previous: ReturnType<typeof keyToContract> };

const HOUR_MS = 3_600_000;

/**
 * A new key with the rights of an old one, which works for `graceHours` (0 to 720) more, or until its own end if that is
 * sooner. Refuses `not_found`, and `conflict` for a key that has ended. `secret` is given this once.
 */
export function rotateKey(context: Context, id: string, graceHours: number): Promise<RotatedKey> {
  mustOwn(context.actor);
  return write<RotatedKey>(context, async (tx) => {
    const now = context.now();
    const old = await findKey(tx, context.workspaceId, id);
    if (old === null) throw new Refusal('not_found');
    if (old.revokedAt !== null || (old.expiresAt !== null && old.expiresAt <= now)) throw new Refusal('conflict');

    const expiresAt = Math.min(now + graceHours * HOUR_MS, old.expiresAt ?? Number.POSITIVE_INFINITY);
    await endKey(tx, context.workspaceId, id, { expiresAt });
    const { name, publishable, scopes, origins } = old;
    const request = { name, publishable, scopes, origins, expiresAt: null };
    const { key, text } = await makeKey(tx, context.workspaceId, request, context.actor, now);

    const shown = { ...keyToContract(key), previous: keyToContract({ ...old, expiresAt }) };
    return {
      result: { ...shown, secret: text },
      repeated: { ...shown, secret: null },
      audit: { action: 'key.rotated', subject: encodeId('key', id), before: keyToContract(old), after: shown },
    };
  });
}
