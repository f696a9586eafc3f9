import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { keyToContract } from '../identity-answer.ts';
import { mustOwn } from '../identity.policy.ts';
import { endKey, findKey } from '../keys.store.ts';

/** Ends a key for good; revoking it again changes nothing. Refuses `not_found`. */
export function revokeKey(context: Context, id: string): Promise<void> {
  mustOwn(context.actor);
  return write(context, async (tx) => {
    const key = await findKey(tx, context.workspaceId, id);
    if (key === null) throw new Refusal('not_found');
    if (key.revokedAt !== null) return { result: undefined, audit: null };
    const revokedAt = context.now();
    await endKey(tx, context.workspaceId, id, { revokedAt });
    const after = keyToContract({ ...key, revokedAt });
    return {
      result: undefined,
      audit: { action: 'key.revoked', subject: encodeId('key', id), before: keyToContract(key), after },
    };
  });
}
