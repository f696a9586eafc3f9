import type { Tx } from '../../platform/db/index.ts';
import { keepChanges } from '../counting/index.ts';
import { wants } from './telling/tell.ts';
import { ALL_WEBHOOKS, selectWebhooks } from './webhook.store.ts';

/** Has counting keep what is to be told, as long as somebody wants to be. Gives the last fact counted so far; nothing is counted until the transaction ends. */
export async function keepWhatIsWanted(tx: Tx, workspaceId: string): Promise<bigint> {
  const webhooks = await selectWebhooks(tx, workspaceId, null, ALL_WEBHOOKS);
  return keepChanges(
    tx,
    workspaceId,
    // A new commission is told as it first stood: that too is known from its changes only.
    webhooks.some((webhook) => wants(webhook, 'commission.changed') || wants(webhook, 'commission.created')),
  );
}
