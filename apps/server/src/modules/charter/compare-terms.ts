import type { CharterVersionAnswer } from '@cordee/contract/charter';
import { type CharterDocument, charterTerms, isSamePart } from '@cordee/core/charter';

/** What falls due otherwise by one document than by another: terms are known by their article, kind and key. */
export function compareTerms(before: CharterDocument, after: CharterDocument): CharterVersionAnswer['duties'] {
  const [former, later] = [termsByName(before), termsByName(after)];
  const names = new Set([...former.keys(), ...later.keys()]);
  return [...names].flatMap((name) => {
    const [was, is] = [former.get(name), later.get(name)];
    const told = is ?? was;
    if (told === undefined || isSamePart(was?.terms, is?.terms)) return [];
    const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return [{ article: told.article, kind: told.terms.kind, key: told.terms.key, change } as const];
  });
}

function termsByName(document: CharterDocument) {
  return new Map(charterTerms(document).map((cited) => [`${cited.article} ${cited.terms.kind} ${cited.terms.key}`, cited]));
}
