import type { Clause } from './render-plan.ts';

/** One clause as two versions have it. A clause that only moved is the same with another number. */
export type ClauseChange<Read extends Clause = Clause> =
  | { readonly kind: 'same' | 'changed'; readonly before: Read; readonly after: Read }
  | { readonly kind: 'added'; readonly before: null; readonly after: Read }
  | { readonly kind: 'removed'; readonly before: Read; readonly after: null };

/**
 * Two versions of a plan clause by clause, in one language: a rule is known by its id, a general clause by its heading. In the
 * order of the new version; what it no longer has stands where it stood.
 */
export function compareClauses<Read extends Clause>(before: readonly Read[], after: readonly Read[]): ClauseChange<Read>[] {
  const old = new Map(before.map((clause) => [keyOf(clause), clause]));
  const kept = new Set(after.map(keyOf));
  const changes = after.map((clause): ClauseChange<Read> => {
    const was = old.get(keyOf(clause));
    if (was === undefined) return { kind: 'added', before: null, after: clause };
    const isSame = was.text === clause.text && was.heading === clause.heading;
    return { kind: isSame ? 'same' : 'changed', before: was, after: clause };
  });
  for (const [index, clause] of before.entries()) {
    if (kept.has(keyOf(clause))) continue;
    const previous = before[index - 1];
    const place = previous === undefined ? 0 : 1 + changes.findIndex((change) => isOf(change, previous));
    changes.splice(place, 0, { kind: 'removed', before: clause, after: null });
  }
  return changes;
}

function isOf({ before, after }: ClauseChange, clause: Clause): boolean {
  const key = keyOf(clause);
  return (before !== null && keyOf(before) === key) || (after !== null && keyOf(after) === key);
}

function keyOf({ ruleId, heading }: Clause): string {
  return ruleId === null ? `general ${heading}` : `rule ${ruleId}`;
}
