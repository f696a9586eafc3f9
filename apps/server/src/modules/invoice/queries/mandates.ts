import type { BillingMandateAnswer, ListMandates, MandateOffer } from '@cordee/contract/billing-mandate';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { companyNameOn } from '../../company/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { mustReadInvoices } from '../invoice.policy.ts';
import { mandateAnswer, offeredMandate } from '../mandates/mandate-answer.ts';
import { selectMandates } from '../mandates/mandate.store.ts';
import { loadInvoicing } from '../invoicing/invoicing.store.ts';

/** The text partners are asked to agree to. */
export function getMandateOffer(context: Context): Promise<Wire<MandateOffer>> {
  mustReadInvoices(context.actor);
  const { workspaceId, language } = context;
  return read(context, async (tx) => {
    const { invoicing } = await loadInvoicing(tx, workspaceId);
    const today = localDateOf(context.now(), await zoneOf(tx, workspaceId));
    return offeredMandate(invoicing, { language, company: await companyNameOn(tx, workspaceId, today) });
  });
}

/** A page of mandates, newest first; a partner finds its own. */
export function listMandates(
  context: Context,
  query: ListMandates,
): Promise<{ items: Wire<BillingMandateAnswer>[]; nextCursor: string | null }> {
  mustReadInvoices(context.actor);
  const partnerId = narrowedPartner(context.actor, query.partnerId);
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const filter = { partnerId, state: query.state, before, limit: query.limit + 1 };
    const rows = await selectMandates(tx, context.workspaceId, filter);
    return pageOfRows(rows, query.limit, mandateAnswer, ({ id }) => [id]);
  });
}
