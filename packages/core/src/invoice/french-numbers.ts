/** Whether nine digits are a SIREN: their check digit fits (ISO 7812, Luhn). */
export function isSiren(text: string): boolean {
  if (!/^(?!0{9})\d{9}$/.test(text)) return false;
  let sum = 0;
  for (const [index, character] of Array.from(text).entries()) {
    const doubled = Number(character) * (index % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * Whether the key of a French VAT number fits the nine digits after it. Keys with letters exist and are of a kind whose rule is not
 * published: they are let pass.
 */
export function hasFrenchVatKey(vatNumber: string): boolean {
  const [, key = '', digits = ''] = /^FR([0-9A-Z]{2})(\d{9})$/.exec(vatNumber) ?? [];
  if (digits === '') return false;
  return /^\d\d$/.test(key) ? Number(key) === (12 + 3 * (Number(digits) % 97)) % 97 : true;
}
