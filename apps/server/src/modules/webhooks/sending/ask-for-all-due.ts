import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import type { WebhookParts } from '../parts.ts';
import { askForDelivery } from './ask-for-delivery.ts';
import { webhooksWithDue } from './delivery.store.ts';

/** Asks for whatever is due in a workspace: behind jobs that were lost, or put off. */
export function askForAllDue({ db, now }: WebhookParts, workspaceId: string): Promise<void> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    for (const id of await webhooksWithDue(tx, workspaceId, now())) await askForDelivery(tx, workspaceId, id, now());
  });
}
