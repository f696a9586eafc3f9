import type { Language } from '../language/index.ts';
import type { CharterDocument, Clause, InBoth } from './charter.ts';

/** A clause of which one language was changed and the other was not. */
export interface Divergence {
  readonly key: string;
  readonly title: InBoth;
  /** The language that was changed. */
  readonly changed: Language;
  /** The one that stayed as it was. */
  readonly stayed: Language;
  /** Where the changed one decides, the other says something that no longer holds. */
  readonly prevails: boolean;
}

/** Clauses whose languages may no longer say the same: from one document to another, one moved alone. */
export function divergences(before: CharterDocument, after: CharterDocument): Divergence[] {
  const former = new Map(before.clauses.map((clause) => [clause.key, clause]));
  return after.clauses.flatMap((clause) => {
    const was = former.get(clause.key);
    const changed = was === undefined ? null : movedAlone(was, clause);
    if (changed === null) return [];
    const stayed = changed === 'fr' ? 'en' : 'fr';
    return [{ key: clause.key, title: clause.title, changed, stayed, prevails: after.prevailing === changed }];
  });
}

/** Which language of a clause was changed without the other, if one was. Spaces and line ends are no change. */
export function movedAlone(before: Pick<Clause, 'title' | 'text'>, after: Pick<Clause, 'title' | 'text'>): Language | null {
  const isSame = (language: Language) =>
    (['title', 'text'] as const).every((part) => squeezed(before[part][language]) === squeezed(after[part][language]));
  const [fr, en] = [isSame('fr'), isSame('en')];
  if (fr === en) return null;
  return fr ? 'en' : 'fr';
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
