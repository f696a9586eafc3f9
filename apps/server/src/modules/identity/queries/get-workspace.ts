import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceToContract } from '../identity-answer.ts';
import { mustBeUser } from '../identity.policy.ts';
import { membershipsOf } from '../members.store.ts';
import { getWorkspaceRow } from '../workspaces.store.ts';

/** The workspace of the context. */
export function getWorkspace(context: Context) {
  return read(context, async (tx) => workspaceToContract(await getWorkspaceRow(tx, context.workspaceId)));
}

/** Every workspace the signed-in user belongs to, with the role there. */
export async function listWorkspaces(context: Context) {
  const userId = mustBeUser(context.actor);
  const memberships = await transaction(context.db, async (tx) => {
    await withWorkspace(tx, '*');
    return membershipsOf(tx, userId);
  });
  return {
    items: memberships.map(({ workspaceId, name, slug, role, partnerId }) => ({
      id: encodeId('wsp', workspaceId),
      name,
      slug,
      role,
      partnerId: partnerId === null ? null : encodeId('prt', partnerId),
    })),
  };
}
