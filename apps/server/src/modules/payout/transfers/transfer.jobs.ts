import { z } from 'zod';
import { defineJob, type Jobs } from '../../../platform/jobs/index.ts';
import { SEND_TRANSFERS_JOB } from './enqueue-transfers.ts';
import { sendTransfers, type TransferParts } from './send-transfers.ts';

/** Calls to Stripe: they wait for another, so they run with the other calls. Tried again while something is unknown. */
export function transferCalls(parts: TransferParts): Jobs {
  return {
    [SEND_TRANSFERS_JOB]: defineJob({
      payload: z.object({ workspaceId: z.uuid(), batchId: z.uuid() }),
      run: ({ workspaceId, batchId }, { signal }) => sendTransfers(parts, workspaceId, batchId, signal),
    }),
  };
}
