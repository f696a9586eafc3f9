import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import type { WebhookParts } from '../parts.ts';
import { forgetEvents } from './telling.store.ts';

const KEPT_MS = 30 * 86_400_000;
const AT_ONCE = 2000;

/** Removes what is older than thirty days, sent or not; how many events. */
export async function forgetOldEvents({ db, now }: WebhookParts, workspaceId: string): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const gone = await transaction(db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return forgetEvents(tx, workspaceId, now() - KEPT_MS, AT_ONCE);
    });
    forgotten += gone;
    if (gone < AT_ONCE) return forgotten;
  }
}
