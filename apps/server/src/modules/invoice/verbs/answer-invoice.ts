import type { InvoiceDetail } from '@cordee/contract/invoice-answers';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { recordExclusively } from '../../counting/index.ts';
import { invoiceFact } from '../invoice-fact.ts';
import { mayAnswerInvoices, mustInvoice } from '../invoice.policy.ts';
import { freeParts } from '../invoice-write.store.ts';
import type { InvoiceRecord } from '../invoice.store.ts';
import { acceptedByOthers } from '../refusals.ts';
import { writeStep } from '../take-step.ts';

/**
 * A partner accepts what was made out in its name; the company what a partner sent, whose VAT goes into the books then. Neither accepts its own.
 * Refuses `not_found`, and `conflict` to whoever made it out, or when it stands otherwise.
 */
export function acceptInvoice(context: Context, id: string): Promise<Wire<InvoiceDetail>> {
  const own = mayAnswerInvoices(context.actor);
  const side = own === null ? ('company' as const) : ('partner' as const);
  return writeStep(context, id, own, 'accept', { kind: 'accepted', side, text: null }, async (tx, record) => {
    if ((record.type === '380') !== (own === null)) throw acceptedByOthers(own === null);
    return record.type === '380' ? { factSeq: await bookReceived(tx, context, record) } : {};
  });
}

async function bookReceived(tx: Tx, { workspaceId, now }: Context, record: InvoiceRecord): Promise<bigint> {
  let seq = 0n;
  await recordExclusively(tx, workspaceId, now(), (first) => {
    seq = first.seq;
    return Promise.resolve([invoiceFact(record, first.recordedAt)]);
  });
  return seq;
}

/** Says that a document is wrong, and why; the company may for a partner that said so otherwise. Refuses `not_found` and `conflict`. */
export function contestInvoice(context: Context, id: string, reason: string): Promise<Wire<InvoiceDetail>> {
  const own = mayAnswerInvoices(context.actor);
  const side = own === null ? ('company' as const) : ('partner' as const);
  return writeStep(context, id, own, 'contest', { kind: 'contested', side, text: reason });
}

/** The company refuses what a partner sent: its months are open again. Refuses `not_found` and `conflict`. */
export function refuseInvoice(context: Context, id: string, reason: string): Promise<Wire<InvoiceDetail>> {
  mustInvoice(context.actor);
  return writeStep(context, id, null, 'refuse', { kind: 'refused', side: 'company', text: reason }, async (tx) => {
    await freeParts(tx, context.workspaceId, id);
    return {};
  });
}
