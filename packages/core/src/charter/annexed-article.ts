import type { CharterDocument } from './charter.ts';
import { renderCharter } from './render-charter.ts';

/** The article (“D3”) under which a charter annexes a clause of a plan; null when it annexes another version, or no such clause. */
export function annexedArticle(document: CharterDocument, planVersionId: string, clause: string): string | null {
  if (document.annex?.planVersionId !== planVersionId) return null;
  const section = renderCharter(document, 'en').find(({ id }) => id === 'annex');
  // A share of the upline is numbered under the clause it comes from.
  const number = clause.split('.')[0] ?? clause;
  const place = document.annex.clauses.en.findIndex((one) => one.number === number);
  return place === -1 ? null : (section?.articles[place + 1]?.number ?? null);
}
