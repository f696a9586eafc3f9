import { lastDayOfMonth, shiftDate, type LocalDate } from '../time/index.ts';

export const paymentReadings = ['net', 'days_then_month_end', 'month_end_then_days'] as const;
/**
 * How days to pay are counted: from the day itself, or by one of the two readings of “45 days end of month”: the days, then the end of
 * that month; or the end of the month, then the days. A contract states which.
 */
export type PaymentReading = (typeof paymentReadings)[number];

/** The day a payment is due at the latest, counted from the day of the invoice. */
export function paymentDueOn(invoicedOn: LocalDate, days: number, reading: PaymentReading): LocalDate {
  if (reading === 'net') return shiftDate(invoicedOn, days);
  if (reading === 'days_then_month_end') return lastDayOfMonth(shiftDate(invoicedOn, days));
  return shiftDate(lastDayOfMonth(invoicedOn), days);
}
