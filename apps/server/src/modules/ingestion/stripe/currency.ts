import { currencyExponent, isCurrency, roundRatio } from '@cordee/core/money';
import { TranslationFault } from '../translation/json.ts';

/**
 * Decimals of Stripe's amounts where they differ from ISO 4217 (docs.stripe.com/currencies, "Zero-decimal currencies" and
 * "Special cases"): ISK and UGX have none but are still written with two, MGA has two but is written with none. HUF and TWD are
 * peculiar in payouts only.
 */
const DECIMALS: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

/** The ISO code of a Stripe currency. */
export function stripeCurrency(code: string | null): string {
  const iso = code?.toUpperCase() ?? '';
  if (isCurrency(iso)) return iso;
  throw new TranslationFault('/currency', { en: `Unknown currency ${iso}.`, fr: `Devise inconnue ${iso}.` });
}

/** A Stripe amount in the currency's own minor units; lines of invoices may hold fractions that it lacks, which are rounded. */
export function stripeAmount(amount: number, currency: string): bigint {
  const minor = currencyExponent(currency) ?? 0;
  const shift = minor - (DECIMALS[currency] ?? minor);
  return shift >= 0 ? BigInt(amount) * 10n ** BigInt(shift) : roundRatio(BigInt(amount), 10n ** BigInt(-shift));
}
