import type { cancellationInput, leadInput, qualifiedLeadInput, refundInput, saleInput } from '@cordee/contract/events';
import { normalizeCode } from '@cordee/core/codes';
import type { FactBody, FactKind } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { z } from 'zod';
import { Refusal } from '../../../platform/refusal.ts';
import {
  companySource,
  customerIdOf,
  emailHashOf,
  inputHashOf,
  keyText,
  type CustomerDraft,
  type FactDraft,
} from '../../fact/index.ts';

export type SaleInput = z.output<typeof saleInput>;
export type LeadInput = z.output<typeof leadInput>;
export type RefundInput = z.output<typeof refundInput>;
export type CancellationInput = z.output<typeof cancellationInput>;
export type QualifiedLeadInput = z.output<typeof qualifiedLeadInput>;

export interface DraftContext {
  /** The workspace's key for opaque customer ids. */
  readonly customerKey: Buffer;
  readonly now: Instant;
}

/** How far ahead of our clock an event may lie: clocks differ a little, a year is a mistake. */
const toleranceMs = 5 * 60_000;

/** A sale as the company tells it, ready to be recorded. */
export function saleDraft(input: SaleInput, context: DraftContext): FactDraft {
  const total = input.amount ?? (input.lines ?? []).reduce((sum, line) => sum + line.net, 0);
  if (!Number.isSafeInteger(total)) throw new Refusal('invalid_request', [tooLarge]);
  return {
    ...common('sale', input, context),
    currency: input.currency,
    amount: BigInt(total),
    customer: customerDraft(input.customer, context.customerKey),
    body: compact({
      ...traceBody(input, context),
      lines: input.lines?.map((line) => compact(line)),
      billing: input.billing === undefined ? undefined : compact(input.billing),
      metadata: input.metadata,
    }),
  };
}

/** A lead as the company tells it. */
export function leadDraft(input: LeadInput, context: DraftContext): FactDraft {
  return {
    ...common('lead', input, context),
    customer: customerDraft(input.customer, context.customerKey),
    body: compact({ ...traceBody(input, context), name: input.name, metadata: input.metadata }),
  };
}

/** A lead the company found good. */
export function qualifiedLeadDraft(input: QualifiedLeadInput, context: DraftContext): FactDraft {
  return {
    ...common('lead_qualified', input, context),
    target: { source: companySource('lead'), externalId: input.leadEventId },
  };
}

/** A refund, the failure of one, or a step of a dispute, of a sale named by its event id. */
export function refundDraft(input: RefundInput, context: DraftContext): FactDraft {
  const total = input.amount ?? input.lines?.reduce((sum, line) => sum + line.net, 0);
  return {
    ...common(input.reason, input, context),
    amount: total === undefined ? null : BigInt(total),
    target: { source: companySource('sale'), externalId: input.saleEventId },
    strict: input.reason === 'refund',
    body: compact({
      lines: input.lines?.map((line) => ({ id: line.id, net: line.net, quantity: 1 })),
      reason: input.reason,
      refund: input.refundEventId && keyText({ source: companySource('refund'), externalId: input.refundEventId }),
    }),
  };
}

/** The cancellation of a sale, or of a customer's subscription in general. */
export function cancellationDraft(input: CancellationInput, context: DraftContext): FactDraft {
  return {
    ...common('cancellation', input, context),
    customer: input.customer === undefined ? null : customerDraft(input.customer, context.customerKey),
    target: input.saleEventId === undefined ? null : { source: companySource('sale'), externalId: input.saleEventId },
    body: compact({ reason: input.reason }),
  };
}

function common(kind: FactKind, input: { eventId: string; occurredAt?: Instant | undefined }, { now }: DraftContext): FactDraft {
  const occurredAt = input.occurredAt ?? now;
  if (occurredAt > now + toleranceMs) throw new Refusal('clock_in_future', [inFuture(now)]);
  return {
    kind,
    source: companySource(kind),
    externalId: input.eventId,
    occurredAt,
    customer: null,
    currency: null,
    amount: null,
    target: null,
    strict: false,
    inputHash: inputHashOf(input),
    body: {},
    ...trace(input),
  };
}

function trace(input: object): Pick<FactDraft, 'clickId' | 'visitorId'> {
  const { clickId, visitorId } = input as { clickId?: string; visitorId?: string };
  return { clickId: clickId ?? null, visitorId: visitorId ?? null };
}

interface TraceInput {
  readonly customer: { readonly email?: string | undefined; readonly country?: string | undefined };
  readonly coupon?: string | undefined;
  readonly code?: string | undefined;
  readonly subId?: string | undefined;
}

function traceBody(input: TraceInput, { customerKey }: DraftContext) {
  return {
    coupon: input.coupon === undefined ? undefined : (normalizeCode(input.coupon) ?? undefined),
    code: input.code === undefined ? undefined : (normalizeCode(input.code) ?? undefined),
    subId: input.subId,
    country: input.customer.country,
    emailHash: input.customer.email === undefined ? undefined : emailHashOf(customerKey, input.customer.email),
  };
}

function customerDraft(input: SaleInput['customer'], key: Buffer): CustomerDraft {
  return {
    id: customerIdOf(key, input.externalId),
    externalId: input.externalId,
    email: input.email ?? null,
    name: input.name ?? null,
    country: input.country ?? null,
  };
}

/** Without the fields that are undefined, so that the stored JSON says only what was said. */
function compact<T extends object>(value: T): FactBody & T {
  const fields = value as Readonly<Record<string, unknown>>;
  const said: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) if (fields[name] !== undefined) said[name] = fields[name];
  return said as FactBody & T;
}

const tooLarge = {
  path: 'lines',
  rule: 'safe_total',
  message: {
    en: 'The total exceeds what can be counted exactly (2^53).',
    fr: 'Le total dépasse ce qui se compte exactement (2^53).',
  },
  example: [{ id: '1', net: 4990 }],
};

function inFuture(now: Instant) {
  return {
    path: 'occurredAt',
    rule: 'not_in_future',
    message: { en: 'The event lies in the future.', fr: "L'événement est dans le futur." },
    example: new Date(now).toISOString(),
  };
}
