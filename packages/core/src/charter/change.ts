import { isSamePart } from './canonical.ts';
import type { CharterDocument, CharterPart, Clause } from './charter.ts';

/** A change of one clause (null: it goes; `at`: where a new one stands), or of one whole part. */
export type CharterChange =
  | { readonly part: 'clause'; readonly key: string; readonly after: Clause | null; readonly at?: number | undefined }
  | { [Part in CharterPart]: { readonly part: Part; readonly after: CharterDocument[Part] } }[CharterPart];

/** What stands where a change would be made; null where nothing does. */
export function placeOf(document: CharterDocument, change: Pick<CharterChange, 'part'> & { readonly key?: string }): unknown {
  if (change.part === 'clause') return document.clauses.find(({ key }) => key === change.key) ?? null;
  return document[change.part];
}

/** The document with the change made. A change that changes nothing gives an equal one. */
export function applyChange(document: CharterDocument, change: CharterChange): CharterDocument {
  if (change.part !== 'clause') return { ...document, [change.part]: change.after };
  const place = document.clauses.findIndex(({ key }) => key === change.key);
  if (change.after === null) return { ...document, clauses: document.clauses.filter((_, index) => index !== place) };
  if (place === -1)
    return { ...document, clauses: document.clauses.toSpliced(change.at ?? document.clauses.length, 0, change.after) };
  const rest = document.clauses.toSpliced(place, 1);
  return { ...document, clauses: rest.toSpliced(change.at ?? place, 0, change.after) };
}

/** Whether what stood there when the change was proposed stands there still. */
export function stillStands(document: CharterDocument, change: CharterChange, before: unknown): boolean {
  return isSamePart(placeOf(document, change), before);
}

/** Whether the document would be another one. */
export function changesSomething(document: CharterDocument, change: CharterChange): boolean {
  return !isSamePart(document, applyChange(document, change));
}
