import type { GuardSetDocument } from '@cordee/contract/guard';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { insertSet, retireSet } from '../guard-set.store.ts';
import { mustManageSets } from '../guard.policy.ts';
import { setToContract } from '../queries/get-guards.ts';

/** Adds a set of the company's own; what is wrong with it by itself was refused by its schema. */
export function addGuardSet(context: Context, { name, document }: { name: string; document: GuardSetDocument }) {
  mustManageSets(context.actor);
  return write(context, async (tx) => {
    const createdAt = context.now();
    const record = { id: newUuid(createdAt), name, country: document.country, document, createdAt };
    await insertSet(tx, context.workspaceId, record, context.actor);
    const result = setToContract(record);
    return { result, audit: { action: 'guard_set.added', subject: result.id, after: result } };
  });
}

/** Retires a set: it is listed and asked no longer. Refuses `not_found`. */
export function retireGuardSet(context: Context, id: string): Promise<void> {
  mustManageSets(context.actor);
  return write(context, async (tx) => {
    if (!(await retireSet(tx, context.workspaceId, id, context.now()))) throw new Refusal('not_found');
    return { result: undefined, audit: { action: 'guard_set.retired', subject: encodeId('gst', id) } };
  });
}
