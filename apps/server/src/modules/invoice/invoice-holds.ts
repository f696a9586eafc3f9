import type { Instant } from '@cordee/core/time';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { draftPartners } from './drafting/draft-partners.ts';
import { unsettledOf } from './due.store.ts';
import { loadInvoicing } from './invoicing/invoicing.store.ts';

/** Why a partner's documents keep it from being paid. */
export type InvoiceHold = 'invoice_missing' | 'invoice_contested' | 'invoice_not_accepted';

/**
 * Which of these partners the workspace does not want paid now for their documents, and why: closed months without one, or one that is contested
 * or, if it wants them accepted first, nobody said anything about. What moved in a month that is not closed keeps nobody.
 */
export async function invoiceHolds(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  { now, sealer }: { readonly now: Instant; readonly sealer: Sealer },
): Promise<Map<string, InvoiceHold>> {
  const { paymentWaits } = (await loadInvoicing(tx, workspaceId)).invoicing;
  const holds = new Map<string, InvoiceHold>();
  if (paymentWaits === 'nothing' || partnerIds.length === 0) return holds;
  const unsettled = await unsettledOf(tx, workspaceId, partnerIds);
  const { drafts } = await draftPartners(tx, workspaceId, { partnerIds, now, sealer });
  for (const { partnerId, net } of drafts) if (net > 0n) holds.set(partnerId, 'invoice_missing');
  for (const [partnerId, { contested, waiting }] of unsettled) {
    if (contested) holds.set(partnerId, 'invoice_contested');
    else if (waiting && paymentWaits === 'accepted' && !holds.has(partnerId)) holds.set(partnerId, 'invoice_not_accepted');
  }
  return holds;
}
