import { currencyExponent, isCurrency, parseRate, rate, roundRatio, type Rate } from '../money/index.ts';

/** How many units of a currency one euro is, as decimal text; null when the rate is not known. */
export type RateOfEuro = (currency: string) => string | null;

/**
 * How many units of `to` one unit of `from` is, exactly, over the euro; null when one of the rates is not known. A missing rate is
 * never taken for one.
 */
export function crossRate(from: string, to: string, rateOfEuro: RateOfEuro): Rate | null {
  const [one, other] = [unitsOf(from, rateOfEuro), unitsOf(to, rateOfEuro)];
  if (one === null || other === null) return null;
  return rate(other.numerator * one.denominator, other.denominator * one.numerator);
}

function unitsOf(currency: string, rateOfEuro: RateOfEuro): Rate | null {
  if (currency === 'EUR') return { numerator: 1n, denominator: 1n };
  const text = rateOfEuro(currency);
  const units = text === null ? null : parseRate(text);
  return units === null || units.numerator <= 0n ? null : units;
}

/**
 * An amount in minor units of `from` as minor units of `to`, `ratio` units of `to` for one of `from`; rounded once, half away from
 * zero. Throws on a currency without a minor unit in ISO 4217.
 */
export function exchangeAmount(amount: bigint, from: string, to: string, ratio: Rate): bigint {
  return roundRatio(amount * ratio.numerator * unitsIn(to), ratio.denominator * unitsIn(from));
}

function unitsIn(currency: string): bigint {
  const exponent = isCurrency(currency) ? currencyExponent(currency) : null;
  if (exponent === null) throw new RangeError(`${currency} is no currency that can be exchanged`);
  return 10n ** BigInt(exponent);
}
