import { isCurrency } from '@cordee/core/money';
import { z } from 'zod';
import { route } from './route.ts';
import { amount, countryCode, currency, externalId, idOf, instant, metadata } from './values.ts';

/** What the company's own systems tell: leads, sales, refunds, cancellations. The same bodies come by API, script and signed hook. */

export const customer = z.object({
  externalId,
  email: z.email().max(320).optional(),
  name: z.string().min(1).max(300).optional(),
  country: countryCode.optional(),
});

export const orderLine = z.object({
  id: z.string().min(1).max(100),
  productId: z.string().min(1).max(200).optional(),
  category: z.string().min(1).max(200).optional(),
  quantity: z.int().min(1).max(1_000_000).default(1),
  net: amount.meta({ description: 'Net of tax and discounts, in minor units', example: 4990 }),
  tax: amount.optional(),
});

export const billing = z.object({
  kind: z.enum(['one_time', 'subscription']),
  period: z.string().min(1).max(30).optional().meta({ example: 'month' }),
  sequence: z.int().min(1).max(100_000).optional().meta({ description: '1 for the first payment of a subscription' }),
});

const trace = {
  coupon: z.string().min(1).max(100).optional(),
  clickId: idOf('clk').optional(),
  visitorId: z.uuid().optional(),
  code: z.string().min(1).max(200).optional(),
  subId: z.string().min(1).max(100).optional(),
};

export const saleInput = z
  .object({
    eventId: externalId,
    occurredAt: instant.optional(),
    customer,
    currency,
    lines: z.array(orderLine).min(1).max(1000).optional(),
    amount: amount.optional(),
    ...trace,
    billing: billing.optional(),
    metadata: metadata.optional(),
  })
  .refine((sale) => (sale.lines === undefined) !== (sale.amount === undefined), {
    message: 'give either lines or amount',
    path: ['amount'],
    params: { rule: 'lines_or_amount' },
  })
  .refine((sale) => distinct(sale.lines), {
    message: 'line ids must differ',
    path: ['lines'],
    params: { rule: 'distinct_lines' },
  })
  .meta({
    example: {
      eventId: 'order-1042',
      customer: { externalId: 'customer-7', email: 'ana@example.com', country: 'FR' },
      currency: 'EUR',
      lines: [{ id: '1', productId: 'boots', net: 4990, tax: 998 }],
      coupon: 'SUMMER10',
    },
  });

export const leadInput = z.object({
  eventId: externalId,
  occurredAt: instant.optional(),
  name: z.string().min(1).max(100).optional(),
  customer,
  ...trace,
  metadata: metadata.optional(),
});

export const qualifiedLeadInput = z.object({ eventId: externalId, occurredAt: instant.optional(), leadEventId: externalId });

export const refundInput = z
  .object({
    eventId: externalId,
    occurredAt: instant.optional(),
    saleEventId: externalId,
    lines: z
      .array(z.object({ id: z.string().min(1).max(100), net: amount }))
      .min(1)
      .max(1000)
      .optional(),
    amount: amount.optional(),
    reason: z.enum(['refund', 'refund_failed', 'dispute_opened', 'dispute_won', 'dispute_lost']),
    refundEventId: externalId
      .optional()
      .meta({ description: 'With `refund_failed` only: the eventId of the refund that did not arrive', example: 'refund-17' }),
  })
  .refine((refund) => (refund.reason === 'refund_failed') === (refund.refundEventId !== undefined), {
    message: 'a failed refund, and only that, names the refund',
    path: ['refundEventId'],
    params: { rule: 'failed_refund' },
  })
  .refine((refund) => refund.reason !== 'refund_failed' || (refund.lines === undefined && refund.amount === undefined), {
    message: 'a refund fails as a whole',
    path: ['amount'],
    params: { rule: 'whole_refund' },
  })
  .refine((refund) => refund.lines === undefined || refund.amount === undefined, {
    message: 'give lines or amount, not both',
    path: ['amount'],
    params: { rule: 'lines_or_amount' },
  })
  .refine((refund) => distinct(refund.lines), {
    message: 'line ids must differ',
    path: ['lines'],
    params: { rule: 'distinct_lines' },
  })
  .meta({
    example: { eventId: 'refund-17', saleEventId: 'order-1042', lines: [{ id: '1', net: 4990 }], reason: 'refund' },
  });

export const cancellationInput = z
  .object({
    eventId: externalId,
    occurredAt: instant.optional(),
    saleEventId: externalId.optional(),
    customer: customer.optional(),
    reason: z.string().min(1).max(300).optional(),
  })
  .refine((input) => input.saleEventId !== undefined || input.customer !== undefined, {
    message: 'name a sale or a customer',
    path: ['saleEventId'],
    params: { rule: 'sale_or_customer' },
  })
  .meta({ example: { eventId: 'cancellation-3', saleEventId: 'order-1042', reason: 'changed their mind' } });

function distinct(lines: readonly { id: string }[] | undefined): boolean {
  return lines === undefined || new Set(lines.map((line) => line.id)).size === lines.length;
}

const credit = z.object({
  partnerId: z.string(),
  enrollmentId: z.string(),
  share: z.string().meta({ description: 'Exact part of the conversion, as p/q', example: '1/2' }),
  via: z.enum(['click', 'code', 'introduction', 'contribution', 'deal', 'coupon', 'lifetime', 'agreement']),
  touchpointId: z.string().nullable(),
});

export const attributionAnswer = z.object({
  model: z.string().nullable(),
  programId: z.string().nullable(),
  credits: z.array(credit),
  rejected: z.array(z.object({ touchpointId: z.string(), reason: z.string() })),
});

export const commissionAnswer = z.object({
  id: z.string(),
  partnerId: z.string(),
  enrollmentId: z.string(),
  programId: z.string(),
  factId: z.string(),
  amount: z.int(),
  reversed: z.int(),
  currency: z.string().refine((code) => isCurrency(code) || /^[a-z]/.test(code)),
  base: z.int(),
  clause: z.string(),
  rule: z.string(),
  lineId: z.string().nullable(),
  planVersion: z.int(),
  planVersionId: z.string(),
  status: z.enum(['pending', 'suspended', 'payable', 'in_payout', 'paid', 'reversed']),
  occurredAt: z.string(),
  payableOn: z.string().meta({ example: '2026-12-23' }),
});

export const reversalAnswer = z.object({
  commissionId: z.string(),
  partnerId: z.string(),
  amount: z.int(),
  currency: z.string(),
  from: z.enum(['pending', 'payable']),
});

export const eventAnswer = z.object({
  factId: z.string(),
  duplicate: z.boolean(),
  /** false: recorded and safe; what it earns follows, see the fact's why. */
  counted: z.boolean(),
  attribution: attributionAnswer,
  commissions: z.array(commissionAnswer),
  reversals: z.array(reversalAnswer),
  unpaid: z.object({ reason: z.string(), text: z.string() }).optional(),
});

const eventErrors = [
  'invalid_request',
  'malformed_json',
  'unauthenticated',
  'forbidden',
  'origin_not_allowed',
  'idempotency_conflict',
  'clock_in_future',
  'rate_limited',
  'unavailable',
] as const;

const tracking = { roles: ['owner', 'manager'], scope: 'track' } as const;
const clientTracking = { roles: ['owner', 'manager'], scope: 'track:client' } as const;

export const trackSale = route({
  id: 'trackSale',
  method: 'POST',
  path: '/api/v1/track/sale',
  tag: 'tracking',
  summary: {
    en: 'Record a sale; answers with what it earned, or why nothing.',
    fr: "Enregistrer une vente ; répond par ce qu'elle rapporte, ou pourquoi rien.",
  },
  access: clientTracking,
  body: saleInput,
  status: 200,
  answer: eventAnswer,
  errors: eventErrors,
  idempotency: 'body',
});

export const trackLead = route({
  id: 'trackLead',
  method: 'POST',
  path: '/api/v1/track/lead',
  tag: 'tracking',
  summary: { en: 'Record a lead.', fr: 'Enregistrer un prospect.' },
  access: clientTracking,
  body: leadInput,
  status: 200,
  answer: eventAnswer,
  errors: eventErrors,
  idempotency: 'body',
});

export const trackQualifiedLead = route({
  id: 'trackQualifiedLead',
  method: 'POST',
  path: '/api/v1/track/qualified-lead',
  tag: 'tracking',
  summary: { en: 'Say that a lead is qualified.', fr: "Dire qu'un prospect est qualifié." },
  access: tracking,
  body: qualifiedLeadInput,
  status: 200,
  answer: eventAnswer,
  errors: eventErrors,
  idempotency: 'body',
});

export const trackRefund = route({
  id: 'trackRefund',
  method: 'POST',
  path: '/api/v1/track/refund',
  tag: 'tracking',
  summary: {
    en: 'Record a refund or a step of a dispute, by line or by amount.',
    fr: 'Enregistrer un remboursement ou une étape de litige, par ligne ou par montant.',
  },
  access: tracking,
  body: refundInput,
  status: 200,
  answer: eventAnswer,
  errors: [...eventErrors, 'refund_exceeds_line'],
  idempotency: 'body',
});

export const trackCancellation = route({
  id: 'trackCancellation',
  method: 'POST',
  path: '/api/v1/track/cancellation',
  tag: 'tracking',
  summary: {
    en: 'Record the cancellation of a sale or of a customer.',
    fr: "Enregistrer l'annulation d'une vente ou d'un client.",
  },
  access: tracking,
  body: cancellationInput,
  status: 200,
  answer: eventAnswer,
  errors: eventErrors,
  idempotency: 'body',
});

export const eventRoutes = [trackSale, trackLead, trackQualifiedLead, trackRefund, trackCancellation] as const;
