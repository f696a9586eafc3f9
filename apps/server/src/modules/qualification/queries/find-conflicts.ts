import type { QualificationDetail } from '@cordee/contract/qualification';
import { encodeId } from '@cordee/core/ids';
import { conflictsOf, type Conflict, type Identity } from '@cordee/core/qualification';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { read } from '../../../platform/verb.ts';
import { identityOfPartner, selectKnown } from '../known.store.ts';
import { mustReadApplications } from '../qualification.policy.ts';
import { mustFind } from '../read-qualification.ts';

export interface ConflictAnswer extends Omit<Conflict, 'shared'> {
  readonly shared: Conflict['shared'][number][];
}

/** Whom the partner of a qualification has something in common with. Refuses `not_found`. */
export function getConflicts(context: Context, id: QualificationDetail['id']): Promise<{ conflicts: ConflictAnswer[] }> {
  mustReadApplications(context.actor);
  return read(context, async (tx) => {
    const { partnerId } = await mustFind(tx, context, id, { partnerId: null });
    const own = await identityOfPartner(tx, context.workspaceId, partnerId);
    return { conflicts: await conflictsWith(tx, context.workspaceId, own, partnerId) };
  });
}

/** The same for anybody; `except` is the partner it is itself. */
export async function conflictsWith(
  tx: Tx,
  workspaceId: string,
  own: Identity,
  except: string | null,
): Promise<ConflictAnswer[]> {
  const prefixes = { partner: 'prt', customer: 'cus' } as const;
  return conflictsOf(own, await selectKnown(tx, workspaceId, own, except)).map((conflict) => ({
    ...conflict,
    // Ids of users are not made of uuids.
    id: conflict.kind === 'member' ? conflict.id : encodeId(prefixes[conflict.kind], conflict.id),
    shared: [...conflict.shared],
  }));
}
