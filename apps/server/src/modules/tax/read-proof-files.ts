import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { seesProofs } from './tax.policy.ts';

/** Whether somebody may read the files of a proof: everybody of the company. */
export async function mayReadProof(_tx: Tx, { actor }: Context): Promise<boolean> {
  return seesProofs(actor);
}
