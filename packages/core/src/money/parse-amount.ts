import { currencyExponent } from './currencies.ts';

/** How a text writes decimals. `auto` accepts both ways and refuses a text that they would read differently. */
export type AmountStyle = 'dot' | 'comma' | 'auto';

// Groups are three digits with one separator throughout: a comma or a dot (whichever is not the decimal mark), a space of any
// kind, or an apostrophe. `{1,30}` bounds the work on hostile text.
const DOT = /^([+-]?)(?:(\d{1,30})|([1-9]\d{0,2}(?:([, '’])\d{3})(?:\4\d{3}){0,9}))?(?:\.(\d{1,20}))?$/;
const COMMA = /^([+-]?)(?:(\d{1,30})|([1-9]\d{0,2}(?:([. '’])\d{3})(?:\4\d{3}){0,9}))?(?:,(\d{1,20}))?$/;

/**
 * Reads an exact decimal text (`1 234,56`, `1,234.56`, `-12`) as minor units of `currency`. `null` when the text is not a plain
 * number, has more significant decimals than the currency, when the currency does not exist, and, in `auto`, when
 * dot and comma readings differ (`1,234` is one thousand or one and a bit: the caller must know the file's style).
 */
export function parseAmount(text: string, currency: string, style: AmountStyle): bigint | null {
  const exponent = currencyExponent(currency);
  if (exponent === null) return null;
  const plain = text.trim().replace(/\s/g, ' ').replace('−', '-');
  if (style !== 'auto') return parseStyle(plain, exponent, style === 'dot' ? DOT : COMMA).minor;
  const dot = parseStyle(plain, exponent, DOT);
  const comma = parseStyle(plain, exponent, COMMA);
  if (!dot.readable) return comma.minor;
  if (!comma.readable || dot.minor === comma.minor) return dot.minor;
  return null;
}

interface Reading {
  readonly readable: boolean;
  readonly minor: bigint | null;
}

function parseStyle(text: string, exponent: number, pattern: RegExp): Reading {
  const match = pattern.exec(text);
  if (match === null) return { readable: false, minor: null };
  const [, sign, plain, grouped, , fraction = ''] = match;
  const whole = plain ?? (grouped ?? '').replace(/\D/g, '');
  if (whole === '' && fraction === '') return { readable: false, minor: null };
  if (/[1-9]/.test(fraction.slice(exponent))) return { readable: true, minor: null };
  const minor = BigInt(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  return { readable: true, minor: sign === '-' ? -minor : minor };
}
