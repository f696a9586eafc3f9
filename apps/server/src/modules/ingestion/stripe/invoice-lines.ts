import type { OrderLine } from '@cordee/core/counting';
import { idAt, integerAt, flagAt, listAt, mustInteger, objectAt, textAt, type JsonObject } from '../translation/json.ts';
import { settleLines, type RawLine } from '../translation/line-nets.ts';
import { stripeAmount } from './currency.ts';

export interface InvoiceMoney {
  /** Net of tax, discounts and (unless asked for) shipping. */
  readonly net: bigint;
  /** What the buyer owes in all. */
  readonly gross: bigint;
  readonly lines: readonly OrderLine[];
}

/** The base of commissions in an invoice, in both shapes of the API. */
export function invoiceMoney(invoice: JsonObject, currency: string, includeShipping: boolean): InvoiceMoney {
  const minor = (amount: number) => stripeAmount(amount, currency);
  const raw = listAt(invoice, 'lines').map((line) => rawLine(line, currency));
  const shipping = objectAt(invoice, 'shipping_cost');
  const shippingNet = minor(integerAt(shipping, 'amount_subtotal') ?? 0);
  const gross = minor(integerAt(invoice, 'total') ?? mustInteger(invoice, 'amount_paid'));
  const total = totalWithoutTax(invoice, currency) ?? raw.reduce((sum, line) => sum + line.net, shippingNet);
  const net = includeShipping ? total : total - shippingNet;
  // More than the ten lines an event carries: their sum says less than the invoice.
  const isCut = flagAt(objectAt(invoice, 'lines'), 'has_more');
  const withShipping = includeShipping && shippingNet > 0n ? [...raw, shippingLine(shippingNet)] : raw;
  return { net, gross, lines: isCut ? [] : settleLines(withShipping, net) };
}

function totalWithoutTax(invoice: JsonObject, currency: string): bigint | null {
  const total = integerAt(invoice, 'total_excluding_tax');
  if (total !== null) return stripeAmount(total, currency);
  const all = integerAt(invoice, 'total');
  const tax = integerAt(invoice, 'tax') ?? sumOf([...listAt(invoice, 'total_taxes'), ...listAt(invoice, 'total_tax_amounts')]);
  return all === null ? null : stripeAmount(all - tax, currency);
}

/**
 * A line's amount comes before discounts; its tax, once discounted, is inside that amount only where it says so.
 * `amount_excluding_tax` is not used: whether it still holds the discount depends on the API version.
 */
function rawLine(line: JsonObject, currency: string): RawLine {
  const discounts = sumOf(listAt(line, 'discount_amounts'));
  const taxes = listAt(line, 'taxes').filter((tax) => textAt(tax, 'tax_behavior') === 'inclusive');
  const olderTaxes = listAt(line, 'tax_amounts').filter((tax) => flagAt(tax, 'inclusive'));
  const net = mustInteger(line, 'amount') - discounts - sumOf([...taxes, ...olderTaxes]);
  const price = objectAt(line, 'price');
  const priceDetails = objectAt(objectAt(line, 'pricing'), 'price_details');
  const productId = idAt(price, 'product') ?? idAt(priceDetails, 'product') ?? idAt(objectAt(line, 'plan'), 'product');
  const category = textAt(objectAt(line, 'metadata'), 'category') ?? textAt(objectAt(price, 'metadata'), 'category');
  return {
    id: idAt(line, 'id') ?? 'line',
    quantity: Math.max(1, integerAt(line, 'quantity') ?? 1),
    net: stripeAmount(net, currency),
    ...(productId === null ? {} : { productId }),
    ...(category === null ? {} : { category }),
  };
}

function shippingLine(net: bigint): RawLine {
  return { id: 'shipping', category: 'shipping', quantity: 1, net };
}

function sumOf(parts: readonly JsonObject[]): number {
  return parts.reduce((sum, part) => sum + (integerAt(part, 'amount') ?? 0), 0);
}

const DAY = 86_400;

/** How often the subscription behind an invoice is billed, from its older plan or from the longest period among its lines. */
export function billingPeriod(invoice: JsonObject): string | null {
  const lines = listAt(invoice, 'lines');
  for (const line of lines) {
    const recurring = objectAt(line, 'plan') ?? objectAt(objectAt(line, 'price'), 'recurring');
    const interval = textAt(recurring, 'interval');
    if (interval !== null) return namedPeriod(interval, integerAt(recurring, 'interval_count') ?? 1);
  }
  const days = lines.map((line) => {
    const period = objectAt(line, 'period');
    return ((integerAt(period, 'end') ?? 0) - (integerAt(period, 'start') ?? 0)) / DAY;
  });
  return periodOfDays(Math.max(0, ...days));
}

function namedPeriod(interval: string, count: number): string {
  if (count === 1) return interval;
  if (interval === 'month' && count === 3) return 'quarter';
  if (interval === 'month' && count === 12) return 'year';
  return `${count}_${interval}`;
}

function periodOfDays(days: number): string | null {
  if (days >= 360) return 'year';
  if (days >= 85 && days <= 95) return 'quarter';
  if (days >= 27.5 && days <= 31.5) return 'month';
  if (days >= 6.5 && days <= 7.5) return 'week';
  if (days >= 0.9 && days <= 1.1) return 'day';
  return null;
}
