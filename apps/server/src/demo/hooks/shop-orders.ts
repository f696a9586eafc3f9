import { orderId, type Order, type RefundedLine, type StoryEvent } from '../story/story.ts';
import { decimal, traceFields, vatOn, type ClickIds } from './trace-fields.ts';

type Json = Readonly<Record<string, unknown>>;

/** A webhook of a shop, to be signed. */
export interface ShopEvent {
  readonly topic: string;
  readonly deliveryId: string;
  readonly body: Json;
}

const SHOPIFY_LINES_FROM = 9_000_000;

/** What the Shopify shop says: prices without tax, in its own currency. */
export function shopifyEvents(event: StoryEvent, clicks: ClickIds): readonly ShopEvent[] {
  if (event.kind === 'order') {
    const { order } = event;
    return [{ topic: 'orders/paid', deliveryId: `shopify-${order.number}`, body: shopifyOrder(order, clicks) }];
  }
  if (event.kind !== 'refund') return [];
  const { order, lines, at } = event;
  const id = at / 1000;
  const refund = {
    id,
    order_id: Number(orderId(order)),
    created_at: new Date(at).toISOString(),
    processed_at: new Date(at).toISOString(),
    note: 'retour client',
    refund_line_items: lines.map((line) => ({
      line_item_id: lineId(order, line),
      quantity: 1,
      subtotal: decimal(line.net),
      subtotal_set: money(line.net, order),
    })),
    transactions: [],
  };
  return [{ topic: 'refunds/create', deliveryId: `shopify-refund-${order.number}-${id}`, body: refund }];
}

function lineId({ number }: Order, line: { readonly id: string }): number {
  return SHOPIFY_LINES_FROM + number * 10 + Number(line.id);
}

function money(minor: number, { currency }: Order): Json {
  const amount = { amount: decimal(minor), currency_code: currency };
  return { shop_money: amount, presentment_money: amount };
}

function shopifyOrder(order: Order, clicks: ClickIds): Json {
  const { customer, lines, trace } = order;
  const { person } = customer;
  const { cordee_customer: own = '', ...trail } = traceFields(trace, customer.externalId, clicks);
  const gross = lines.reduce((sum, { net }) => sum + net + vatOn(net), 0);
  const query = new URLSearchParams({ utm_source: 'partenaire', ...trail }).toString();
  const discount = lines.reduce((sum, line) => sum + line.discount, 0);
  return {
    id: Number(orderId(order)),
    email: person.email,
    currency: order.currency,
    financial_status: 'paid',
    taxes_included: false,
    created_at: new Date(order.at).toISOString(),
    processed_at: new Date(order.at).toISOString(),
    total_price: decimal(gross),
    total_price_set: money(gross, order),
    landing_site: `/collections/montagne?${query}`,
    note_attributes: Object.entries({ cordee_customer: own, ...trail }).map(([name, value]) => ({ name, value })),
    discount_codes: trace.coupon === undefined ? [] : [{ code: trace.coupon, amount: decimal(discount), type: 'percentage' }],
    customer: { id: 7_000_000 + customer.number, first_name: person.givenName, last_name: person.familyName },
    billing_address: { country_code: person.country },
    line_items: lines.map((line) => ({
      id: lineId(order, line),
      product_id: line.product.id,
      product_type: line.product.category,
      title: line.product.name,
      quantity: line.quantity,
      price: decimal(line.unitPrice),
      price_set: money(line.unitPrice, order),
      discount_allocations:
        line.discount === 0 ? [] : [{ amount: decimal(line.discount), amount_set: money(line.discount, order) }],
      tax_lines: [{ price: decimal(vatOn(line.net)), price_set: money(vatOn(line.net), order) }],
    })),
    shipping_lines: [{ price: '4.90', price_set: money(490, order), tax_lines: [] }],
    refunds: [],
  };
}

/** What the WooCommerce shop says: the whole order again each time. */
export function wooEvents(event: StoryEvent, clicks: ClickIds): readonly ShopEvent[] {
  if (event.kind === 'order') {
    const { order } = event;
    return [{ topic: 'order.updated', deliveryId: `woo-${order.number}`, body: wooOrder(order, clicks, []) }];
  }
  if (event.kind !== 'refund') return [];
  const { order, lines, at } = event;
  const body = { ...wooOrder(order, clicks, [{ at, lines }]), date_modified_gmt: gmt(at) };
  return [{ topic: 'order.updated', deliveryId: `woo-${order.number}-${at / 1000}`, body }];
}

interface WooRefund {
  readonly at: number;
  readonly lines: readonly RefundedLine[];
}

function wooOrder(order: Order, clicks: ClickIds, refunds: readonly WooRefund[]): Json {
  const { customer, lines, trace } = order;
  const { person } = customer;
  const gross = lines.reduce((sum, { net }) => sum + net + vatOn(net), 0);
  const fields = traceFields(trace, customer.externalId, clicks);
  return {
    id: order.number,
    status: 'completed',
    currency: order.currency,
    date_created_gmt: gmt(order.at - 60_000),
    date_paid_gmt: gmt(order.at),
    date_modified_gmt: gmt(order.at),
    total: decimal(gross),
    customer_id: customer.number,
    billing: { first_name: person.givenName, last_name: person.familyName, email: person.email, country: person.country },
    line_items: lines.map((line) => ({
      id: order.number * 10 + Number(line.id),
      product_id: line.product.id,
      name: line.product.name,
      quantity: line.quantity,
      subtotal: decimal(line.unitPrice * line.quantity),
      total: decimal(line.net),
      total_tax: decimal(vatOn(line.net)),
    })),
    fee_lines: [],
    shipping_lines: [{ id: 1, total: '4.90' }],
    coupon_lines: trace.coupon === undefined ? [] : [{ id: 1, code: trace.coupon.toLowerCase() }],
    meta_data: Object.entries(fields).map(([key, value], index) => ({ id: index + 1, key, value })),
    refunds: refunds.map((refund) => ({
      id: refund.at / 1000,
      reason: 'retour client',
      total: decimal(-refund.lines.reduce((sum, line) => sum + line.net + vatOn(line.net), 0)),
    })),
  };
}

// An instant in GMT, written without an offset.
function gmt(at: number): string {
  return new Date(at).toISOString().slice(0, 19);
}
