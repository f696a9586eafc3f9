import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { forgetMails } from '../mail.store.ts';
import type { MessagingParts } from '../parts.ts';

const KEPT_MS = 90 * 86_400_000;

/** Removes mails written more than ninety days ago, whatever became of them. */
export function forgetOldMails({ db, now }: MessagingParts, workspaceId: string): Promise<void> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    await forgetMails(tx, workspaceId, now() - KEPT_MS);
  });
}
