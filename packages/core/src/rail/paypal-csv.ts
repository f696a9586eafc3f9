import { paymentLine } from './payment-csv.ts';
import { railAmount } from './rails.ts';

/** PayPal takes five thousand in one file. */
export const PAYPAL_ROWS = 5000;

export interface PaypalPayment {
  /** Comes back with the result; at most 30 characters without a blank. */
  readonly reference: string;
  readonly amount: bigint;
  /** An e-mail address, or PayPal's id of the payer. */
  readonly recipient: string;
}

const REFERENCE = /^[!-~]{1,30}$/;

/**
 * Payments in one currency as a file for PayPal's payouts: no header; recipient, amount, currency, our reference, note, wallet. At
 * most `PAYPAL_ROWS`. Throws for an amount PayPal does not have in the currency.
 */
export function paypalCsv(
  order: { readonly currency: string; readonly note: string },
  payments: readonly PaypalPayment[],
): string {
  if (payments.length === 0 || payments.length > PAYPAL_ROWS) throw new Error(`a file for PayPal of ${payments.length} rows`);
  return payments
    .map(({ reference, amount, recipient }) => {
      const text = railAmount('paypal', amount, order.currency);
      if (text === null || !REFERENCE.test(reference)) throw new Error(`${reference} cannot be written for PayPal`);
      return paymentLine([recipient, text, order.currency, reference, order.note, 'PAYPAL']);
    })
    .join('');
}
