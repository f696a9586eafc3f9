import { roundRatio } from '../money/index.ts';
import type { InvoiceDocument, InvoiceTotals } from './document.ts';

const WHOLE = 10_000n;

/** VAT on a sum of net amounts, rounded once, half away from zero (EN 16931, BR-CO-17 without its tolerance). `rate` in hundredths of a percent. */
export function vatOn(net: bigint, rate: number): bigint {
  return roundRatio(net * BigInt(rate), WHOLE);
}

/** What a document comes to, in minor units of its currency: VAT on the sum of its lines, never the sum of VAT on each. */
export function invoiceTotals({ lines, vat }: Pick<InvoiceDocument, 'lines' | 'vat'>): InvoiceTotals {
  const net = lines.reduce((sum, line) => sum + line.net, 0n);
  const due = vatOn(net, vat.rate);
  return { net, vat: due, gross: net + due };
}
