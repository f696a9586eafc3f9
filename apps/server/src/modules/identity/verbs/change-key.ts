import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { keyToContract } from '../identity-answer.ts';
import { mustOwn } from '../identity.policy.ts';
import { findKey, updateKey } from '../keys.store.ts';

export interface ChangeKey {
  readonly name?: string | undefined;
  /** Of publishable keys only. */
  readonly origins?: readonly string[] | undefined;
}

/** Changes the name or the origins of a key. Refuses `not_found`, and origins for a secret key. */
export async function changeKey(context: Context, id: string, changes: ChangeKey) {
  mustOwn(context.actor);
  return write(context, async (tx) => {
    const before = await findKey(tx, context.workspaceId, id);
    if (before === null) throw new Refusal('not_found');
    if (changes.origins !== undefined && !before.publishable) throw originsOfSecretKey();
    const after = { ...before, name: changes.name ?? before.name, origins: [...new Set(changes.origins ?? before.origins)] };
    await updateKey(tx, context.workspaceId, after);
    const shown = keyToContract(after);
    const audit = { action: 'key.changed', subject: encodeId('key', id), before: keyToContract(before), after: shown };
    return { result: shown, audit };
  });
}

function originsOfSecretKey(): Refusal {
  return new Refusal('invalid_request', [
    {
      path: 'origins',
      rule: 'publishable_only',
      message: { en: 'Only a publishable key has origins.', fr: 'Seule une clé publiable a des origines.' },
    },
  ]);
}
