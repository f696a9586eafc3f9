import { billingMandateRoutes as mandates } from '@cordee/contract/billing-mandate';
import { invoiceRoutes as invoices } from '@cordee/contract/invoice';
import { invoiceDraftRoutes as drafts } from '@cordee/contract/invoice-draft';
import { invoicingRoutes as routes } from '@cordee/contract/invoicing';
import type { Api } from '../../platform/http/index.ts';
import { mediaOf } from './files/read-sent.ts';
import type { InvoiceParts } from './invoice-parts.ts';
import { getInvoicing } from './queries/get-invoicing.ts';
import { getInvoice, listDrafts, listInvoices } from './queries/invoices.ts';
import { previewDraft } from './queries/preview-draft.ts';
import { getMandateOffer, listMandates } from './queries/mandates.ts';
import { acceptInvoice, contestInvoice, refuseInvoice } from './verbs/answer-invoice.ts';
import { creditInvoice } from './verbs/credit-invoice.ts';
import { giveMandate, revokeMandate } from './verbs/give-mandate.ts';
import { handOverInvoices, recordPlatformStatus } from './verbs/hand-over.ts';
import { issueFile } from './verbs/issue-file.ts';
import { issueInvoices } from './verbs/issue-invoices.ts';
import { sendInvoice } from './verbs/send-invoice.ts';
import { setInvoicing } from './verbs/set-invoicing.ts';

/** Serves documents, the mandates they are made out by, and how the company invoices. */
export function registerInvoices(api: Pick<Api, 'on'>, parts: InvoiceParts): void {
  api.on(routes.getInvoicing, (context) => getInvoicing(context));
  api.on(routes.setInvoicing, (context, { body }) => setInvoicing(context, body));
  api.on(mandates.getMandateOffer, (context) => getMandateOffer(context));
  api.on(mandates.listBillingMandates, (context, { query }) => listMandates(context, query));
  api.on(mandates.giveBillingMandate, (context, { body }) => giveMandate(context, body));
  api.on(mandates.revokeBillingMandate, (context, { params, body }) => revokeMandate(context, params.id, body.reason ?? null));
  api.on(drafts.listInvoiceDrafts, (context, { query }) => listDrafts(context, parts, query.partnerId ?? null));
  api.on(drafts.previewInvoiceDraft, async (context, { query, reply }) => {
    const { fileName, bytes } = await previewDraft(context, parts, query);
    reply.type('application/pdf');
    reply.header('content-disposition', `attachment; filename="${fileName}"`);
    return bytes;
  });
  api.on(invoices.issueInvoices, (context, { body }) => issueInvoices(context, parts, body));
  api.on(invoices.listInvoices, (context, { query }) => listInvoices(context, query));
  api.on(invoices.getInvoice, (context, { params }) => getInvoice(context, params.id));
  api.on(invoices.acceptInvoice, (context, { params }) => acceptInvoice(context, params.id));
  api.on(invoices.contestInvoice, (context, { params, body }) => contestInvoice(context, params.id, body.reason));
  api.on(invoices.creditInvoice, (context, { params, body }) => creditInvoice(context, params.id, body.reason));
  api.on(invoices.refuseInvoice, (context, { params, body }) => refuseInvoice(context, params.id, body.reason));
  api.on(invoices.handOverInvoices, (context, { body }) => handOverInvoices(context, body.ids));
  api.on(invoices.recordPlatformStatus, (context, { params, body }) => recordPlatformStatus(context, params.id, body));
  api.on(invoices.sendInvoice, (context, { query, rawBody, headers }) =>
    sendInvoice(context, parts, query, { bytes: rawBody, media: mediaOf(headers['content-type']) }),
  );
  api.on(invoices.downloadInvoice, async (context, { params, query, reply }) => {
    const { fileName, mediaType, bytes } = await issueFile(context, parts, params.id, query.form);
    reply.type(mediaType);
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    return bytes;
  });
}
