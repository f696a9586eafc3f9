// Codes with a minor unit in ISO 4217 list one, as of 2026 (BGN, HRK and ANG are gone; XCG, XAD and ZWG are in), by exponent.
// Intl is not consulted: it answers display habits (HUF 0, IQD 0, MGA 0), not what banks exchange.
const CODES_BY_EXPONENT: readonly (readonly [number, string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU
     CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
     KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR
     NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
     TRY TTD TWD TZS UAH USD USN UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

const EXPONENTS: ReadonlyMap<string, number> = new Map(
  CODES_BY_EXPONENT.flatMap(([exponent, codes]) => codes.split(/\s+/).map((code) => [code, exponent] as const)),
);

const UNIT = /^[a-z][a-z0-9_]{1,29}$/;

/**
 * Number of decimals of the minor unit: of an active ISO 4217 code (upper case), or 0 for a non-cash unit such as `points`.
 * `null` for anything else, and for ISO codes without a minor unit (XAU, XDR, XXX…), which cannot hold an amount.
 */
export function currencyExponent(code: string): number | null {
  return EXPONENTS.get(code) ?? (UNIT.test(code) ? 0 : null);
}

/** Whether `code` is an active ISO 4217 currency that has a minor unit (or none by exponent 0). Case matters. */
export function isCurrency(code: string): boolean {
  return EXPONENTS.has(code);
}

/** Whether `code` can name a non-cash unit: a lower-case word of 2 to 30 characters (`points`, `credits`). */
export function isUnit(code: string): boolean {
  return UNIT.test(code);
}

/** Every currency code the product accepts, sorted. */
export function currencyCodes(): string[] {
  return [...EXPONENTS.keys()].sort();
}
