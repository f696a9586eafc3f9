import { decodeCursor } from '../../platform/cursor.ts';

/** The whole numbers in the cursor of a list sorted by them; empty at the start. Refuses a cursor we did not write. */
export function seqCursor(cursor: string | undefined, parts: number): bigint[] {
  const key = decodeCursor(cursor, parts) ?? [];
  if (key.every((part) => /^\d{1,18}$/.test(part))) return key.map(BigInt);
  return seqCursor('', parts);
}
