import type { PlatformStatus } from '@cordee/contract/invoice';
import type { InvoiceDetail } from '@cordee/contract/invoice-answers';
import { encodeId } from '@cordee/core/ids';
import { invoiceAfter, type InvoiceStep } from '@cordee/core/invoice';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { isStatusKnown, knownDocuments, markHanded } from '../handover.store.ts';
import { invoiceDetail } from '../invoice-answer.ts';
import { mustInvoice } from '../invoice.policy.ts';
import { addStep } from '../invoice-write.store.ts';
import { statusInFuture, unknownDocument } from '../refusals.ts';
import { contestEnd, moveInvoice, mustHold } from '../take-step.ts';

const CLOCK_SLACK_MS = 5 * 60_000;

/** Marks documents as given to an approved platform; once is enough. Refuses `unknown_reference`. */
export function handOverInvoices(context: Context, ids: readonly string[]): Promise<{ handedOver: number }> {
  const { workspaceId, actor } = context;
  mustInvoice(actor);
  return write(context, async (tx) => {
    const known = await knownDocuments(tx, workspaceId, ids);
    const unknown = ids.findIndex((id) => !known.has(id));
    if (unknown >= 0) throw unknownDocument(unknown);
    const at = context.now();
    const handed = await markHanded(tx, workspaceId, [...known], at, actorKey(actor));
    for (const id of handed) await addStep(tx, workspaceId, id, { at, kind: 'handed_over', side: 'company', actor, text: null });
    const [first] = handed;
    const after = { handedOver: handed.map((id) => encodeId('inv', id)) };
    const audit = first === undefined ? null : { action: 'invoices.handed_over', subject: encodeId('inv', first), after };
    return { result: { handedOver: handed.length }, audit };
  });
}

/** What a status of the platform means for a document; the others are only kept (life cycle of AFNOR XP Z12-012). */
const meanings: Readonly<Record<string, InvoiceStep>> = {
  202: 'deliver',
  203: 'deliver',
  205: 'accept',
  206: 'contest',
  207: 'contest',
  210: 'contest',
  213: 'contest',
};

/** Keeps what the platform says of a document, and moves it where that means something and can follow. Refuses `not_found`, `clock_in_future`. */
export function recordPlatformStatus(
  context: Context,
  id: string,
  { code, at, text }: PlatformStatus,
): Promise<Wire<InvoiceDetail>> {
  const { workspaceId, actor } = context;
  mustInvoice(actor);
  return write(context, async (tx) => {
    const now = context.now();
    const record = await mustHold(tx, context, id, null);
    if (record.type === '380') throw new Refusal('not_found');
    if (at > now + CLOCK_SLACK_MS) throw statusInFuture();
    if (await isStatusKnown(tx, workspaceId, id, code, at)) {
      return { result: await invoiceDetail(tx, context, record), audit: null };
    }
    const step = meanings[code];
    const state = step === undefined ? null : invoiceAfter(record, step, now);
    const isDelivered = step === 'deliver' && state !== null;
    const delivered = isDelivered ? { delivered: { at: now, contestUntil: await contestEnd(tx, context, id) } } : {};
    const said = { kind: 'platform_status', side: 'platform', text: text ?? null, platformCode: code, platformAt: at } as const;
    await moveInvoice(tx, context, record, { state: state ?? record.state, ...delivered }, said);
    const after = await mustHold(tx, context, id, null);
    const audit = {
      action: 'invoice.platform_status',
      subject: encodeId('inv', id),
      before: { state: record.state },
      after: { state: after.state, code },
    };
    return { result: await invoiceDetail(tx, context, after), audit };
  });
}
