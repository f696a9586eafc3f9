import type { Role } from '@cordee/contract/route';
import type { QueueStatus } from './commission-review.queries.ts';
import type { ReviewAction } from './decision-queue.ts';

/** What one does with a commission by its id. */
export type Doers = Readonly<Record<ReviewAction, (ids: readonly string[]) => void>>;

/** Whether an action makes sense in a queue, for a role: finance approves and nothing else, as the server says too. */
export function mayDecide(action: ReviewAction, role: Role, status: QueueStatus): boolean {
  if (action === 'approve') return status === 'in_review' && ['owner', 'manager', 'finance'].includes(role);
  if (!['owner', 'manager'].includes(role)) return false;
  if (action === 'unhold') return status === 'held';
  if (action === 'hold') return status !== 'held';
  return true;
}
