import type { Clock } from '../../../platform/clock/index.ts';
import type { Reaction } from '../../../platform/outbox/index.ts';
import { ALL_WEBHOOKS, selectWebhooks } from '../webhook.store.ts';
import { newsOfAudit } from './news-of-audit.ts';
import { tell } from './tell.ts';
import { lockHead } from './telling.store.ts';

/** Tells webhooks what the audit trail says, for the outbox. */
export function tellHappened(now: Clock): Reaction {
  return async (tx, workspaceId, happened) => {
    const news = happened.map(newsOfAudit).filter((item) => item !== null);
    if (news.length === 0) return;
    const head = await lockHead(tx, workspaceId);
    if (head === null) return;
    const webhooks = await selectWebhooks(tx, workspaceId, null, ALL_WEBHOOKS);
    await tell(tx, workspaceId, now(), { head, webhooks, news });
  };
}
