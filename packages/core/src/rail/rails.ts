import { currencyExponent } from '../money/index.ts';

/** How money leaves: a file for the bank, a file for Wise or PayPal, transfers of Stripe, or some other way that a person tells of. */
export const rails = ['sepa', 'wise', 'paypal', 'stripe', 'outside'] as const;
export type Rail = (typeof rails)[number];

/** A rail on which a partner has somewhere to be paid. */
export type DestinationRail = Exclude<Rail, 'outside'>;

/**
 * Decimals of Stripe's amounts where they differ from ISO 4217 (docs.stripe.com/currencies, "Zero-decimal currencies" and
 * "Special cases"): ISK and UGX have none but are still written with two, MGA has two but is written with none.
 */
const STRIPE_DECIMALS: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

/** Decimals of the currencies PayPal pays out (developer.paypal.com, "Currency codes"): three of them without any. */
const PAYPAL_DECIMALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD ILS MXN MYR NOK NZD PHP PLN SEK SGD THB USD'.split(' ').map((code) => [code, 2]),
  ),
  HUF: 0,
  JPY: 0,
  TWD: 0,
};

/** With how many decimals a rail writes amounts of a currency; null for one it does not pay. */
export function railDecimals(rail: Rail, currency: string): number | null {
  const iso = currencyExponent(currency);
  if (rail === 'sepa') return currency === 'EUR' ? 2 : null;
  if (rail === 'paypal') return PAYPAL_DECIMALS[currency] ?? null;
  if (rail === 'stripe') return STRIPE_DECIMALS[currency] ?? iso;
  return iso;
}

/** An amount in minor units in those of a rail; null where it has no such amount: nothing is ever rounded away. */
export function railUnits(rail: Rail, amount: bigint, currency: string): bigint | null {
  const [iso, decimals] = [currencyExponent(currency), railDecimals(rail, currency)];
  if (iso === null || decimals === null) return null;
  if (decimals >= iso) return amount * 10n ** BigInt(decimals - iso);
  const step = 10n ** BigInt(iso - decimals);
  return amount % step === 0n ? amount / step : null;
}

/** An amount as the files of a rail write it, with a point; null where the rail has no such amount. */
export function railAmount(rail: Rail, amount: bigint, currency: string): string | null {
  const units = railUnits(rail, amount, currency);
  const decimals = railDecimals(rail, currency);
  if (units === null || decimals === null) return null;
  const digits = String(units).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
