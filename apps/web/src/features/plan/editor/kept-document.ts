import type { PlanDocument } from '@cordee/core/plan';

/** What was typed and not saved, kept in this browser until it is. */
interface Kept {
  readonly document: PlanDocument;
  /** The version it was written over, and what that version said. */
  readonly base: string;
}

const key = (planId: string) => `cordee.plan.${planId}`;

/** Null when nothing is kept, or when what it was written over has changed since. */
export function readKept(planId: string, base: PlanDocument): PlanDocument | null {
  try {
    const text = localStorage.getItem(key(planId));
    if (text === null) return null;
    const kept = JSON.parse(text) as Kept;
    return kept.base === JSON.stringify(base) ? kept.document : null;
  } catch {
    return null;
  }
}

export function keep(planId: string, base: PlanDocument, document: PlanDocument): void {
  try {
    const text = JSON.stringify(base);
    if (text === JSON.stringify(document)) localStorage.removeItem(key(planId));
    else localStorage.setItem(key(planId), JSON.stringify({ document, base: text } satisfies Kept));
  } catch {
    // Without storage what is typed lasts as long as the page.
  }
}
