const SPECIAL = /["\r\n;,]/;
/** What spreadsheets take for a formula at the start of a cell (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** A text as a cell of CSV (RFC 4180) that no spreadsheet runs as a formula. */
export function textCell(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return SPECIAL.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
