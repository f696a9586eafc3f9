/** Countries whose VAT numbers begin otherwise than with their own code: Greece, Monaco, the French overseas departments. */
const OTHER_PREFIXES: Readonly<Record<string, string>> = {
  GR: 'EL',
  MC: 'FR',
  GP: 'FR',
  MQ: 'FR',
  RE: 'FR',
  GF: 'FR',
  YT: 'FR',
  // Northern Ireland: the rest of the United Kingdom has no number that means anything here.
  GB: 'XI',
};

/** The countries whose businesses have a SIREN. Monaco has French VAT numbers and a register of its own. */
const SIREN_COUNTRIES: ReadonlySet<string> = new Set(['FR', 'GP', 'MQ', 'RE', 'GF', 'YT', 'PM', 'BL', 'MF']);

/** A VAT number as machines write it: capitals and digits, with its prefix. */
export function plainVatNumber(text: string): string {
  return text.replace(/[\s\u00a0\u202f.\-/]/gu, '').toUpperCase();
}

/** What the VAT numbers of a country's businesses begin with. */
export function vatPrefixOf(country: string): string {
  return OTHER_PREFIXES[country] ?? country;
}

/** Whether a business established there has a SIREN. */
export function hasSiren(country: string): boolean {
  return SIREN_COUNTRIES.has(country);
}

/** The SIREN inside a French VAT number; null in any other, and in those of Monaco, which begin their nine digits with 000. */
export function sirenInVatNumber(vatNumber: string): string | null {
  const inside = /^FR[0-9A-Z]{2}(\d{9})$/.exec(vatNumber)?.[1];
  return inside === undefined || inside.startsWith('000') ? null : inside;
}

/** What may be shown of a VAT number where nobody needs all of it. */
export function maskedVatNumber(vatNumber: string): string {
  return `${vatNumber.slice(0, 2)}••••${vatNumber.slice(-3)}`;
}
