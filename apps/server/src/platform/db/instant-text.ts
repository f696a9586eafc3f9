import type { Instant } from '@cordee/core/time';

let lastAt = Number.NaN;
let lastText = '';

/** An instant as COPY reads it and as `instantColumn` gives it back. Rows of a batch often share one, so the last is kept. */
export function instantText(at: Instant): string {
  if (at !== lastAt) {
    lastAt = at;
    lastText = new Date(at).toISOString();
  }
  return lastText;
}

/** SQL that reads a timestamptz column as exactly the text `instantText` wrote. */
export function instantColumn(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
