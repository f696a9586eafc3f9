import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import type { Difference } from '../../counting/index.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { selectClosings } from '../period.store.ts';
import { figureFaults, hashAt } from '../settle.store.ts';
import { owingAt } from '../verbs/close-period.ts';
import { mustSeePeriods } from '../statement.policy.ts';

/**
 * Adds up every closed month again: the first from the books, each other one from the month before it, and where the chain of transactions
 * ended. What is kept otherwise is told; nothing is written.
 */
export async function verifyPeriods(context: Context): Promise<Difference[]> {
  mustSeePeriods(context.actor);
  const { workspaceId } = context;
  const { zone } = await workspaceKeys(context.db, workspaceId);
  return read(context, async (tx) => {
    const differences: Difference[] = [];
    for (const closing of (await selectClosings(tx, workspaceId, 10_000)).toReversed()) {
      if (closing.state !== 'closed') continue;
      const expected = (await hashAt(tx, workspaceId, closing.through)).toString('hex');
      const found = closing.transactionHash.toString('hex');
      const check = `statements of ${closing.month}`;
      if (expected !== found)
        differences.push({ check: `hash at the closing of ${closing.month}`, factSeq: null, expected, found });
      const owing = closing.tellsDebts ? await owingAt(tx, workspaceId, closing) : [];
      for (const fault of await figureFaults(tx, workspaceId, closing, zone, owing)) {
        differences.push({ check, factSeq: null, expected: fault.expected ?? 'none', found: fault.found ?? 'none' });
      }
    }
    return differences;
  });
}
