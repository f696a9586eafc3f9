/** What spreadsheets take for a formula at the start of a cell (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\s]+/u;
const SPECIAL = /[",\r\n;]/;

/**
 * A text as a cell (RFC 4180). What would make a spreadsheet run it is left away rather than marked: the receiver's name and the
 * address are compared by whoever pays.
 */
export function paymentCell(text: string): string {
  const inert = text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replace(FORMULA, '')
    .trimEnd();
  return SPECIAL.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Cells as a line. */
export function paymentLine(cells: readonly string[]): string {
  return `${cells.map(paymentCell).join(',')}\r\n`;
}
