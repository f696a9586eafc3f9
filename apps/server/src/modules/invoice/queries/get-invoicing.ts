import type { InvoicingAnswer } from '@cordee/contract/invoicing';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { mustSeeDrafts } from '../invoice.policy.ts';
import { invoicingAnswer } from '../invoicing/invoicing-answer.ts';
import { loadInvoicing } from '../invoicing/invoicing.store.ts';

/** How the company invoices. */
export function getInvoicing(context: Context): Promise<Wire<InvoicingAnswer>> {
  mustSeeDrafts(context.actor);
  return read(context, async (tx) => invoicingAnswer(await loadInvoicing(tx, context.workspaceId)));
}
