import type { Language } from '../language/index.ts';

/** An exact ratio, always reduced, with a denominator above zero. 12.5 % is `1/8`. Build it with `rate`. */
export interface Rate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO_RATE: Rate = { numerator: 0n, denominator: 1n };
export const ONE_RATE: Rate = { numerator: 1n, denominator: 1n };

/** The reduced ratio `numerator / denominator`. Throws on a zero denominator. */
export function rate(numerator: bigint, denominator: bigint): Rate {
  if (denominator === 0n) throw new RangeError('a rate cannot have a zero denominator');
  const divisor = greatestCommonDivisor(numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

export function addRates(a: Rate, b: Rate): Rate {
  return rate(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtractRates(a: Rate, b: Rate): Rate {
  return rate(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function multiplyRates(a: Rate, b: Rate): Rate {
  return rate(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** −1, 0 or 1 as `a` is below, equal to or above `b`. */
export function compareRates(a: Rate, b: Rate): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const RATIO = /^([+-]?\d{1,40})\s*\/\s*(\d{1,40})$/;
const DECIMAL = /^([+-]?)(\d{1,20})(?:[.,](\d{1,20}))?\s*(%?)$/;

/** Reads `p/q`, `12.5%`, `12,5 %` or `0.125` exactly; `null` for anything else. Text is never read through a float. */
export function parseRate(text: string): Rate | null {
  const trimmed = text.trim();
  const ratio = RATIO.exec(trimmed);
  if (ratio !== null) {
    const denominator = BigInt(ratio[2] ?? '0');
    return denominator === 0n ? null : rate(BigInt((ratio[1] ?? '').replace('+', '')), denominator);
  }
  const decimal = DECIMAL.exec(trimmed);
  if (decimal === null) return null;
  const [, sign, whole = '', fraction = '', percent] = decimal;
  const digits = BigInt(whole + fraction);
  const scale = 10n ** BigInt(fraction.length) * (percent === '%' ? 100n : 1n);
  return rate(sign === '-' ? -digits : digits, scale);
}

/** The canonical text `p/q`, as stored and sent; `parseRate` reads it back. */
export function formatRate(value: Rate): string {
  return `${value.numerator}/${value.denominator}`;
}

/** `12.5%` or `12,5 %` when the percentage is exact with at most four decimals, else `p/q`: what is shown is never rounded. */
export function ratePercentText(value: Rate, language: Language): string {
  const scaled = value.numerator * 1_000_000n;
  if (scaled % value.denominator !== 0n) return formatRate(value);
  const tenThousandths = scaled / value.denominator;
  const digits = (tenThousandths < 0n ? -tenThousandths : tenThousandths).toString().padStart(5, '0');
  const fraction = digits.slice(-4).replace(/0+$/, '');
  const sign = tenThousandths < 0n ? '-' : '';
  const separator = fraction === '' ? '' : language === 'fr' ? ',' : '.';
  return `${sign}${digits.slice(0, -4)}${separator}${fraction}${language === 'fr' ? ' %' : '%'}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [high, low] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (low !== 0n) [high, low] = [low, high % low];
  return high;
}
