import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { followCounted, type CommissionNews } from '../../counting/index.ts';
import { workspaceKeys } from '../../fact/index.ts';
import type { WebhookParts } from '../parts.ts';
import { ALL_WEBHOOKS, selectWebhooks } from '../webhook.store.ts';
import { tell, wants, type News } from './tell.ts';
import { lockHead } from './telling.store.ts';

const FACTS_AT_ONCE = 500;

/** Tells webhooks what counting did since the last time, to its end; the cursor moves with what was told. Returns at once when another process tells. */
export async function tellCounted(parts: WebhookParts, workspaceId: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await tellSome(parts, workspaceId)));
}

/** True when there is more to tell. */
async function tellSome({ db, now }: WebhookParts, workspaceId: string): Promise<boolean> {
  const { zone } = await workspaceKeys(db, workspaceId);
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    const head = await lockHead(tx, workspaceId, 'skip locked');
    if (head === null) return false;
    const webhooks = await selectWebhooks(tx, workspaceId, null, ALL_WEBHOOKS);
    const created = webhooks.some((webhook) => wants(webhook, 'commission.created'));
    const changed = webhooks.some((webhook) => wants(webhook, 'commission.changed'));
    const step = { after: head.countedSeq, zone, limit: FACTS_AT_ONCE, created, changed };
    const { news, through, more } = await followCounted(tx, workspaceId, step);
    if (through === head.countedSeq && news.length === 0) return false;
    const next = { sequence: head.sequence, countedSeq: through };
    await tell(tx, workspaceId, now(), { head: next, webhooks, news: news.map(newsOfCommission) });
    return more;
  });
}

function newsOfCommission({ kind, at, factSeq, commission, changes }: CommissionNews): News {
  return { type: `commission.${kind}`, at, factSeq, data: commission, ...(changes === null ? {} : { changes: { ...changes } }) };
}
