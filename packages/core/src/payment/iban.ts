const SHAPE = /^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/;

/** How long the IBANs of each country of the SEPA are (SWIFT's registry of IBANs; the EPC's list of countries). */
const SEPA_LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 ' +
    'MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** An IBAN as machines write it: capitals, no blanks. Whether it is one is for `isIban`. */
export function plainIban(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/gu, '').toUpperCase();
}

/**
 * Whether a plain IBAN has the shape of one and its check digits fit (ISO 13616, with ISO 7064 MOD 97-10); of a country of the SEPA,
 * whether it is as long as those are.
 */
export function isIban(iban: string): boolean {
  if (!SHAPE.test(iban)) return false;
  const length = SEPA_LENGTHS.get(iban.slice(0, 2));
  return (length === undefined || iban.length === length) && remainder(iban.slice(4) + iban.slice(0, 4)) === 1;
}

/** Whether a credit transfer in euros reaches the account: its country is in the SEPA. */
export function isSepaIban(iban: string): boolean {
  return isIban(iban) && SEPA_LENGTHS.has(iban.slice(0, 2));
}

/** What may be shown of an IBAN to somebody who need not know it: country and last four. */
export function maskedIban(iban: string): string {
  return `${iban.slice(0, 2)}•• •••• ${iban.slice(-4)}`;
}

// Letters count as two digits, A as 10; taken digit by digit the number never leaves what is exact.
function remainder(text: string): number {
  let rest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Digits come before letters, which begin at 65.
    rest = code < 65 ? rest * 10 + code - 48 : rest * 100 + code - 55;
    if (rest > 1e12) rest %= 97;
  }
  return rest % 97;
}
