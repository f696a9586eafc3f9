import type { Billing, FactBody, FactKind, OrderLine } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import {
  customerIdOf,
  emailHashOf,
  inputHashOf,
  keyText,
  type CustomerDraft,
  type FactDraft,
  type FactKey,
} from '../../fact/index.ts';
import type { Touch } from './touch.ts';
import type { World } from './translation.ts';

/** The source of a connection's facts of one kind. */
export function sourceOf(world: World, kind: FactKind): string {
  return `${world.origin}/${kind}`;
}

export interface Buyer {
  readonly externalId: string;
  readonly email?: string | null;
  readonly name?: string | null;
  readonly country?: string | null;
}

export interface SaleFields {
  readonly externalId: string;
  readonly occurredAt: Instant;
  readonly buyer: Buyer;
  /** ISO 4217. */
  readonly currency: string;
  /** Net of tax and discounts, in minor units. */
  readonly net: bigint;
  readonly lines: readonly OrderLine[];
  readonly touch: Touch;
  readonly billing?: Billing;
  readonly metadata?: FactBody['metadata'];
}

export function saleFact(world: World, sale: SaleFields): FactDraft {
  const { touch, buyer } = sale;
  const country = countryOf(buyer.country);
  const email = textOrNull(buyer.email, 320);
  return {
    ...plain(world, 'sale', sale.externalId, sale.occurredAt),
    customer: customerOf(world, buyer),
    currency: sale.currency,
    amount: sale.net,
    clickId: touch.clickId ?? null,
    visitorId: touch.visitorId ?? null,
    body: {
      ...(sale.lines.length === 0 ? {} : { lines: sale.lines }),
      ...(touch.coupon === undefined ? {} : { coupon: touch.coupon }),
      ...(touch.code === undefined ? {} : { code: touch.code }),
      ...(touch.subId === undefined ? {} : { subId: touch.subId }),
      ...(country === null ? {} : { country }),
      ...(email === null ? {} : { emailHash: emailHashOf(world.customerKey, email) }),
      ...(sale.billing === undefined ? {} : { billing: sale.billing }),
      ...(sale.metadata === undefined ? {} : { metadata: sale.metadata }),
    },
  };
}

export interface AimedFields {
  readonly kind: 'refund' | 'refund_failed' | 'cancellation' | 'dispute_opened' | 'dispute_won' | 'dispute_lost';
  readonly externalId: string;
  readonly occurredAt: Instant;
  /** External id of the sale it is about. */
  readonly sale: string;
  readonly net?: bigint;
  readonly lines?: readonly OrderLine[];
  readonly reason?: string;
  /** refund_failed: the external id of the refund. */
  readonly refund?: string;
}

/** A fact about an earlier sale of the same connection. */
export function aimedFact(world: World, fields: AimedFields): FactDraft {
  const target: FactKey = { source: sourceOf(world, 'sale'), externalId: cleanId(fields.sale) };
  return {
    ...plain(world, fields.kind, fields.externalId, fields.occurredAt),
    target,
    amount: fields.net ?? null,
    body: {
      ...(fields.lines === undefined || fields.lines.length === 0 ? {} : { lines: fields.lines }),
      ...(fields.reason === undefined ? {} : { reason: fields.reason }),
      ...(fields.refund === undefined ? {} : { refund: keyText(refundKey(world, fields.refund)) }),
    },
  };
}

function refundKey(world: World, externalId: string): FactKey {
  return { source: sourceOf(world, 'refund'), externalId: cleanId(externalId) };
}

/** The end of a subscription: kept, and of no effect on what was earned. */
export function endOfSubscription(world: World, externalId: string, at: Instant, buyer: Buyer, reason: string): FactDraft {
  return { ...plain(world, 'cancellation', externalId, at), customer: customerOf(world, buyer), body: { reason } };
}

function plain(world: World, kind: FactKind, externalId: string, occurredAt: Instant): FactDraft {
  const source = sourceOf(world, kind);
  return {
    kind,
    source,
    externalId: cleanId(externalId),
    occurredAt,
    customer: null,
    currency: null,
    amount: null,
    target: null,
    strict: false,
    clickId: null,
    visitorId: null,
    // Constant by key: the same payment is told by several events, each in its own words, and is one fact.
    inputHash: inputHashOf({ source, externalId }),
    body: {},
  };
}

function customerOf(world: World, buyer: Buyer): CustomerDraft {
  const externalId = cleanId(buyer.externalId);
  return {
    id: customerIdOf(world.customerKey, externalId),
    externalId,
    email: textOrNull(buyer.email, 320),
    name: textOrNull(buyer.name, 300),
    country: countryOf(buyer.country),
  };
}

// As the tracking API takes ids: no control characters, bounded.
function cleanId(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 200);
}

function textOrNull(text: string | null | undefined, max: number): string | null {
  const plainText = text?.replace(/[\p{Cc}\p{Cs}]/gu, '').trim() ?? '';
  return plainText === '' ? null : plainText.slice(0, max);
}

function countryOf(text: string | null | undefined): string | null {
  const code = text?.trim().toUpperCase() ?? '';
  return /^[A-Z]{2}$/.test(code) ? code : null;
}
