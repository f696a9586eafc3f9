import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { offerOf, offersOfDomain, onlyWorkspace, type SignOnOffer } from '../sign-on/sign-on.store.ts';

interface Wanted {
  readonly email?: string | undefined;
  /** A uuid. */
  readonly workspaceId?: string | undefined;
}

/** Where somebody may sign on: asked by nobody in particular, so only what a sign-in page shows. */
export async function findSignOnOffers(context: Context, { email, workspaceId }: Wanted) {
  const offers = await transaction(context.db, async (tx): Promise<SignOnOffer[]> => {
    await withWorkspace(tx, '*');
    if (workspaceId === undefined && email !== undefined) return offersOfDomain(tx, email.slice(email.lastIndexOf('@') + 1));
    const named = workspaceId ?? (await onlyWorkspace(tx));
    const offer = named === null ? null : await offerOf(tx, named);
    return offer === null ? [] : [offer];
  });
  return { items: offers.map((offer) => ({ workspaceId: encodeId('wsp', offer.workspaceId), name: offer.name })) };
}
