import type { Invoicing, InvoicingAnswer } from '@cordee/contract/invoicing';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { mustInvoice } from '../invoice.policy.ts';
import { invoicingAnswer } from '../invoicing/invoicing-answer.ts';
import { addInvoicing, loadInvoicing } from '../invoicing/invoicing.store.ts';

/** Says how the company invoices from here on. Refuses `conflict` when somebody else did at the same moment. */
export function setInvoicing(context: Context, invoicing: Invoicing): Promise<Wire<InvoicingAnswer>> {
  const { workspaceId, actor } = context;
  mustInvoice(actor);
  return write(context, async (tx) => {
    const before = await loadInvoicing(tx, workspaceId);
    const after = { invoicing, version: before.version + 1, changedAt: context.now() };
    if (!(await addInvoicing(tx, workspaceId, after, actorKey(actor)))) throw new Refusal('conflict');
    const audit = {
      action: 'invoicing.changed',
      subject: `version ${after.version}`,
      before: before.invoicing,
      after: after.invoicing,
    };
    return { result: invoicingAnswer(after), audit };
  });
}
