import type { Tx } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';

export const SEND_TRANSFERS_JOB = 'payout.send-transfers';

/** Has the transfers of a batch sent, once this is committed. */
export function enqueueTransfers(tx: Tx, workspaceId: string, batchId: string): Promise<void> {
  return enqueue(tx, SEND_TRANSFERS_JOB, { workspaceId, batchId }, { key: `transfers ${batchId}`, awaited: true });
}
