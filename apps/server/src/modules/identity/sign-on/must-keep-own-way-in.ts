import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { countOwnersWithFactor, findSignOn } from './sign-on.store.ts';

/** While sign-on is required, an owner with password and second factor stays. Asked after a change; refuses `sign_on_needs_owner`. */
export async function mustKeepOwnWayIn(tx: Tx, workspaceId: string): Promise<void> {
  const signOn = await findSignOn(tx, workspaceId);
  if (signOn?.required !== true) return;
  if ((await countOwnersWithFactor(tx, workspaceId)) === 0) throw new Refusal('sign_on_needs_owner');
}
