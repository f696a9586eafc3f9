import type { Instant } from '@cordee/core/time';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type CharterHold, charterHolds } from '../charter/index.ts';
import { type DisputeHold, disputeHolds } from '../dispute/index.ts';
import { type InvoiceHold, invoiceHolds } from '../invoice/index.ts';
import { type TaxHold, taxHolds } from '../tax/index.ts';

/** Why the workspace does not want a partner paid now although it could be. */
export type PaymentHold = TaxHold | InvoiceHold | CharterHold | DisputeHold;

/** What keeps each of these partners from being paid: its tax details, its documents, its charter, a dispute. Partners that nothing keeps are left out. */
export async function paymentHolds(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  at: { readonly now: Instant; readonly sealer: Sealer },
): Promise<Map<string, PaymentHold[]>> {
  const taxes = await taxHolds(tx, workspaceId, partnerIds, at.now);
  const documents = await invoiceHolds(tx, workspaceId, partnerIds, at);
  const charters = await charterHolds(tx, workspaceId, partnerIds, at.now);
  const disputes = await disputeHolds(tx, workspaceId, partnerIds);
  const found = new Map<string, PaymentHold[]>();
  for (const id of partnerIds) {
    const holds = [taxes.get(id), documents.get(id), charters.get(id), disputes.get(id)].filter((hold) => hold !== undefined);
    if (holds.length > 0) found.set(id, holds);
  }
  return found;
}
