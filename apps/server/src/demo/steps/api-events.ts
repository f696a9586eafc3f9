import { trackCancellation, trackLead, trackQualifiedLead, trackRefund, trackSale } from '@cordee/contract/events';
import { formatInstant } from '@cordee/core/time';
import type { z } from 'zod';
import type { saleInput } from '@cordee/contract/events';
import type { ApiClient } from '../api-client.ts';
import { vatOn, type ClickIds } from '../hooks/trace-fields.ts';
import type { EventAnswer } from '../stage.ts';
import { orderId, type Customer, type Order, type StoryEvent, type Trace } from '../story/story.ts';

export type SaleBody = z.input<typeof saleInput>;

/** Tells one moment of the story by the company's own server; null when the API has no word for it. */
export async function tellByApi(
  api: ApiClient,
  event: StoryEvent,
  clicks: ClickIds,
): Promise<{ readonly eventId: string; readonly answer: EventAnswer } | null> {
  const occurredAt = formatInstant(event.at);
  switch (event.kind) {
    case 'lead': {
      const { customer, name } = event;
      const eventId = leadId(customer);
      const body = { eventId, occurredAt, name, customer: buyer(customer), ...traced(event.trace, clicks) };
      return { eventId, answer: await api.call(trackLead, { body }) };
    }
    case 'qualified': {
      const eventId = `qualif-${event.customer.externalId}`;
      const body = { eventId, occurredAt, leadEventId: leadId(event.customer) };
      return { eventId, answer: await api.call(trackQualifiedLead, { body }) };
    }
    case 'order': {
      const body = saleBody(event.order, clicks);
      return { eventId: body.eventId, answer: await api.call(trackSale, { body }) };
    }
    case 'refund': {
      const eventId = `avoir-${orderId(event.order)}-${event.at / 1000}`;
      const lines = event.lines.map(({ id, net }) => ({ id, net }));
      const body = { eventId, occurredAt, saleEventId: orderId(event.order), lines, reason: 'refund' as const };
      return { eventId, answer: await api.call(trackRefund, { body }) };
    }
    case 'dispute': {
      const eventId = `litige-${orderId(event.order)}-${event.step}`;
      const reason = `dispute_${event.step}` as const;
      const body = { eventId, occurredAt, saleEventId: orderId(event.order), reason };
      return { eventId, answer: await api.call(trackRefund, { body }) };
    }
    case 'cancellation': {
      const eventId = `annulation-${orderId(event.order)}`;
      const body = { eventId, occurredAt, saleEventId: orderId(event.order), reason: 'Rupture de stock' };
      return { eventId, answer: await api.call(trackCancellation, { body }) };
    }
    case 'unsubscription': {
      const { customer, number } = event.subscription;
      const eventId = `resiliation-${number}`;
      const body = { eventId, occurredAt, customer: buyer(customer), reason: 'Résiliation par le client' };
      return { eventId, answer: await api.call(trackCancellation, { body }) };
    }
    case 'checkout':
      return null;
    default:
      return event satisfies never;
  }
}

function leadId({ externalId }: Customer): string {
  return `prospect-${externalId}`;
}

export function saleBody(order: Order, clicks: ClickIds): SaleBody {
  const { billing } = order;
  return {
    eventId: orderId(order),
    occurredAt: formatInstant(order.at),
    customer: buyer(order.customer),
    currency: order.currency,
    lines: order.lines.map(({ id, product, quantity, net }) => ({
      id,
      productId: product.id,
      category: product.category,
      quantity,
      net,
      tax: vatOn(net),
    })),
    ...traced(order.trace, clicks),
    ...(billing === undefined ? {} : { billing: { kind: 'subscription' as const, period: 'month', sequence: billing.sequence } }),
  };
}

function buyer({ externalId, person }: Customer) {
  const { email, givenName, familyName, country } = person;
  return { externalId, email, name: `${givenName} ${familyName}`, country };
}

function traced({ click, visitorId, code, coupon }: Trace, clicks: ClickIds) {
  const clickId = click === undefined ? undefined : clicks.get(click);
  return {
    ...(clickId === undefined ? {} : { clickId }),
    ...(visitorId === undefined ? {} : { visitorId }),
    ...(code === undefined ? {} : { code }),
    ...(coupon === undefined ? {} : { coupon }),
  };
}
