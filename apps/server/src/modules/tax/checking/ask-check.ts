import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { loadPolicy } from '../policy.store.ts';

export const CHECK_JOB = 'tax.check-vat';

/** Has a number checked in the background, where the workspace wants numbers checked; whether it does. */
export async function askCheck(tx: Tx, workspaceId: string, partnerId: string, vatNumber: string | null): Promise<boolean> {
  if (vatNumber === null || !(await loadPolicy(tx, workspaceId)).checksVat) return false;
  await enqueueCheck(tx, { workspaceId, partnerId, vatNumber, attempt: 1 });
  return true;
}

export interface CheckOrder {
  readonly workspaceId: string;
  readonly partnerId: string;
  readonly vatNumber: string;
  /** 1 the first time. */
  readonly attempt: number;
}

/** One after the other: VIES refuses who asks much at once. A new order for a partner takes the place of one that waits. */
export function enqueueCheck(tx: Tx, order: CheckOrder, runAt?: Instant): Promise<void> {
  const key = `${CHECK_JOB}:${order.workspaceId}:${order.partnerId}`;
  return enqueue(tx, CHECK_JOB, order, { key, queue: 'vies', ...(runAt === undefined ? {} : { runAt }) });
}
