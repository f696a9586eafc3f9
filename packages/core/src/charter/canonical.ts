import type { CharterDocument } from './charter.ts';

/** The one text of a document, whatever the order its fields were written in: what is hashed, approved and signed. */
export function canonicalText(document: CharterDocument): string {
  return JSON.stringify(sorted(document));
}

/** The hash of its canonical text, by the function given: core knows no cryptography. */
export function charterHash(document: CharterDocument, hashOf: (text: string) => string): string {
  return hashOf(canonicalText(document));
}

/** Equal documents, or equal parts of them. */
export function isSamePart(left: unknown, right: unknown): boolean {
  return JSON.stringify(sorted(left ?? null)) === JSON.stringify(sorted(right ?? null));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  // By code units, so that every machine sorts them alike.
  entries.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
