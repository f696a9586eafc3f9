import { dutyWords, type DutyTerms, type DutyText } from '../obligation/index.ts';
import type { CharterDocument } from './charter.ts';
import { charterTerms } from './charter-terms.ts';

/**
 * What a charter promises as the terms that obligations are compiled from: named in the words of its clauses, and known by clause and
 * key, so that two clauses may use the same key.
 */
export function charterDuties(document: CharterDocument): DutyTerms[] {
  const titles = new Map(document.clauses.map(({ key, title }) => [`clause:${key}`, title]));
  const uses = new Map<string, number>();
  return charterTerms(document).map(({ article, terms }) => {
    const name = `${article.replace(/^clause:/, '')}.${terms.key}`;
    const use = (uses.get(`${terms.kind} ${name}`) ?? 0) + 1;
    uses.set(`${terms.kind} ${name}`, use);
    const clause = titles.get(article);
    return { ...terms, key: use === 1 ? name : `${name}-${use}`, ...(clause === undefined ? {} : titled(terms, clause)) };
  });
}

/** Terms with a title of their own keep it; what ends a term is named by how it is renewed. */
function titled(terms: DutyTerms, clause: DutyText): { readonly title?: DutyText } {
  if (terms.title !== undefined || (terms.kind === 'duration' && terms.renewal !== 'tacit')) return {};
  const word = dutyWords[terms.kind];
  return { title: { fr: `${clause.fr}\u00a0: ${lower(word.fr)}`, en: `${clause.en}: ${lower(word.en)}` } };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
