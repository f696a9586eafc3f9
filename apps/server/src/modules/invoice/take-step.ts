import type { InvoiceDetail } from '@cordee/contract/invoice-answers';
import { encodeId } from '@cordee/core/ids';
import { invoiceAfter, type InvoiceState, type InvoiceStep } from '@cordee/core/invoice';
import { type Instant, localDateOf, shiftDate, startOfDay } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { write } from '../../platform/verb.ts';
import { zoneOf } from '../fact/index.ts';
import { contestDaysOf } from './due.store.ts';
import { invoiceDetail } from './invoice-answer.ts';
import { addStep, changeInvoice, type InvoiceChange, type NewStep } from './invoice-write.store.ts';
import { findInvoice, holdInvoice, type InvoiceRecord } from './invoice.store.ts';
import { impossibleStep } from './refusals.ts';

/** A document that is held, of this partner only unless null. Refuses `not_found`. */
export async function mustHold(tx: Tx, { workspaceId }: Context, id: string, own: string | null): Promise<InvoiceRecord> {
  await holdInvoice(tx, workspaceId, id);
  const record = await findInvoice(tx, workspaceId, id, own);
  if (record === null) throw new Refusal('not_found');
  return record;
}

/** What the document is after this step. Refuses `conflict` when it cannot follow. */
export function mustFollow(record: InvoiceRecord, step: InvoiceStep, now: number): InvoiceState {
  const state = invoiceAfter(record, step, now);
  if (state === null) throw impossibleStep(step);
  return state;
}

export type Said = Pick<NewStep, 'kind' | 'side' | 'text'> & Partial<Pick<NewStep, 'platformCode' | 'platformAt'>>;

/** Moves a document that is held and keeps what happened. */
export async function moveInvoice(
  tx: Tx,
  context: Context,
  { id }: Pick<InvoiceRecord, 'id'>,
  change: InvoiceChange,
  said: Said,
): Promise<void> {
  const { workspaceId, actor } = context;
  await changeInvoice(tx, workspaceId, id, change);
  await addStep(tx, workspaceId, id, { ...said, at: context.now(), actor });
}

/** One step of a document in one transaction, with its audit row. */
export function writeStep(
  context: Context,
  id: string,
  own: string | null,
  step: InvoiceStep,
  said: Said,
  also: (tx: Tx, record: InvoiceRecord) => Promise<Partial<InvoiceChange>> = () => Promise.resolve({}),
): Promise<Wire<InvoiceDetail>> {
  return write(context, async (tx) => {
    const record = await mustHold(tx, context, id, own);
    const state = mustFollow(record, step, context.now());
    await moveInvoice(tx, context, record, { state, ...(await also(tx, record)) }, said);
    const after = await mustHold(tx, context, id, own);
    const audit = {
      action: `invoice.${said.kind}`,
      subject: encodeId('inv', id),
      before: { state: record.state },
      after: { state: after.state, text: said.text },
    };
    return { result: await invoiceDetail(tx, context, after), audit };
  });
}

/** When the days to contest a document made available now are over: the last of them is whole, in the zone of the workspace. */
export async function contestEnd(tx: Tx, { workspaceId, now }: Context, id: string): Promise<Instant> {
  const zone = await zoneOf(tx, workspaceId);
  const lastDay = shiftDate(localDateOf(now(), zone), await contestDaysOf(tx, workspaceId, id));
  return startOfDay(shiftDate(lastDay, 1), zone);
}
