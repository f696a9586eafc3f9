import type { GuardSetDocument } from '@cordee/contract/guard';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { countryOf, findSet, insertSet, setRetired } from '../guard-set.store.ts';
import { mustManageSets } from '../guard.policy.ts';
import { setToContract } from '../queries/get-guards.ts';

/** Adds a set of the company's own; what is wrong with it by itself was refused by its schema. */
export function addGuardSet(context: Context, { name, document }: { name: string; document: GuardSetDocument }) {
  mustManageSets(context.actor);
  return write(context, async (tx) => {
    const createdAt = context.now();
    const record = { id: newUuid(createdAt), name, country: document.country, document, createdAt, retiredAt: null };
    await insertSet(tx, context.workspaceId, record, context.actor);
    const result = setToContract(record, await countryOf(tx, context.workspaceId));
    return { result, audit: { action: 'guard_set.added', subject: result.id, after: result } };
  });
}

/** Switches a set off: it is asked no longer. Refuses `not_found`. */
export function retireGuardSet(context: Context, id: string): Promise<void> {
  mustManageSets(context.actor);
  return write(context, async (tx) => {
    if (!(await setRetired(tx, context.workspaceId, id, context.now()))) throw new Refusal('not_found');
    return { result: undefined, audit: { action: 'guard_set.retired', subject: encodeId('gst', id) } };
  });
}

/** Switches it on again. Refuses `not_found` for one that is not switched off. */
export function restoreGuardSet(context: Context, id: string) {
  mustManageSets(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const isBack = await setRetired(tx, workspaceId, id, null);
    const found = isBack ? await findSet(tx, workspaceId, id) : null;
    if (found === null) throw new Refusal('not_found');
    const result = setToContract(found, await countryOf(tx, workspaceId));
    return { result, audit: { action: 'guard_set.restored', subject: result.id, after: result } };
  });
}
