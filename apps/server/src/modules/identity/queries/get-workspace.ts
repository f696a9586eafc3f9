import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceToContract } from '../identity-answer.ts';
import { mustBeUser } from '../identity.policy.ts';
import { membershipsOf } from '../members.store.ts';
import { getWorkspaceRow } from '../workspaces.store.ts';

/** The workspace of the context. */
export function getWorkspace(context: Context) {
  return read(context, async (tx) => workspaceToContract(await getWorkspaceRow(tx, context.workspaceId)));
}

/** Every workspace the signed-in user belongs to, with the role there; the only one of an embed token. */
export async function listWorkspaces(context: Context) {
  const userId = mustBeUser(context.actor);
  // Whoever is asked for any session, and yet is in a workspace, is nowhere else.
  if (context.workspaceId !== '') return { items: [await ownPlace(context)] };
  const memberships = await transaction(context.db, async (tx) => {
    await withWorkspace(tx, '*');
    return membershipsOf(tx, userId);
  });
  return {
    items: memberships.map(({ workspaceId, name, slug, role, partnerId, signOn }) => ({
      id: encodeId('wsp', workspaceId),
      name,
      slug,
      role,
      partnerId: partnerId === null ? null : encodeId('prt', partnerId),
      signOnRequired: signOn === 'required' && role !== 'partner',
    })),
  };
}

async function ownPlace(context: Context) {
  const { actor, workspaceId } = context;
  if (actor.kind !== 'user') throw new Refusal('forbidden');
  const { name, slug } = await read(context, (tx) => getWorkspaceRow(tx, workspaceId));
  const partnerId = actor.partnerId === null ? null : encodeId('prt', actor.partnerId);
  // Whoever is here has come in already.
  return { id: encodeId('wsp', workspaceId), name, slug, role: actor.role, partnerId, signOnRequired: false };
}
