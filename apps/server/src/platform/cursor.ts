import { Refusal } from './refusal.ts';

/** The place in a list after the row with this sort key, opaque to clients. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NUMBER = /^\d{1,18}$/;

/** The sort key of a cursor with that many parts, the last an id; null without one. Refuses what we did not write. */
export function decodeCursor(cursor: string | undefined, parts: number): readonly string[] | null {
  return readKey(cursor, (key) => key.length === parts && UUID.test(key.at(-1) ?? ''));
}

/** The texts of a cursor with that many parts, which the caller must know by their form; null without one. */
export function decodeTexts(cursor: string | undefined, parts: number): readonly string[] | null {
  return readKey(cursor, (key) => key.length === parts);
}

/** The whole numbers of a cursor of a list sorted by them; empty without one. Refuses what we did not write. */
export function decodeNumbers(cursor: string | undefined, parts: number): bigint[] {
  const key = readKey(cursor, (read) => read.length === parts && read.every((part) => NUMBER.test(part)));
  return (key ?? []).map(BigInt);
}

function readKey(cursor: string | undefined, fits: (key: readonly string[]) => boolean): readonly string[] | null {
  if (cursor === undefined) return null;
  const key = parseKey(Buffer.from(cursor, 'base64url').toString());
  if (key !== null && fits(key)) return key;
  refuseCursor();
}

/** Refuses a cursor that belongs to no list, or to another one. */
export function refuseCursor(): never {
  throw new Refusal('invalid_request', [
    {
      path: 'cursor',
      rule: 'cursor',
      message: { en: 'Not a cursor of this list.', fr: "N'est pas un curseur de cette liste." },
    },
  ]);
}

function parseKey(text: string): string[] | null {
  try {
    const key: unknown = JSON.parse(text);
    return Array.isArray(key) && key.every((part) => typeof part === 'string' && !part.includes('\0')) ? key : null;
  } catch {
    return null;
  }
}

/** One page out of rows read with one more than `limit`. */
export function pageOfRows<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  sortKey: (row: Row) => readonly string[],
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(sortKey(last)) : null };
}
