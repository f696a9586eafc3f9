import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';

export const DELIVER_JOB = 'webhooks.deliver';

const STEP_MS = 5000;

/** Has what waits for a webhook sent, once the transaction is committed: now, or at the instant, rounded up to five seconds so that many become one job. */
export async function askForDelivery(tx: Tx, workspaceId: string, webhookId: string, now: Instant, at = now): Promise<void> {
  const payload = { workspaceId, webhookId };
  if (at <= now) {
    await enqueue(tx, DELIVER_JOB, payload, { key: `webhook ${webhookId}` });
    return;
  }
  // A key of its own for each instant: waiting work that is asked for again keeps its place, which may be hours away.
  const runAt = Math.ceil(at / STEP_MS) * STEP_MS;
  await enqueue(tx, DELIVER_JOB, payload, { key: `webhook ${webhookId} ${runAt}`, runAt });
}
