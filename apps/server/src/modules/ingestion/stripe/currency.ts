import { currencyExponent, isCurrency, roundRatio } from '@cordee/core/money';
import { railDecimals } from '@cordee/core/rail';
import { TranslationFault } from '../translation/json.ts';

/** The ISO code of a Stripe currency. */
export function stripeCurrency(code: string | null): string {
  const iso = code?.toUpperCase() ?? '';
  if (isCurrency(iso)) return iso;
  throw new TranslationFault('/currency', { en: `Unknown currency ${iso}.`, fr: `Devise inconnue ${iso}.` });
}

/** A Stripe amount in the currency's own minor units; lines of invoices may hold fractions that it lacks, which are rounded. */
export function stripeAmount(amount: number, currency: string): bigint {
  const minor = currencyExponent(currency) ?? 0;
  const shift = minor - (railDecimals('stripe', currency) ?? minor);
  return shift >= 0 ? BigInt(amount) * 10n ** BigInt(shift) : roundRatio(BigInt(amount), 10n ** BigInt(-shift));
}
