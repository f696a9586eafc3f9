import type { PlanDocument } from '@cordee/core/plan';

/** The draft somebody writes over: which one, as it was read. */
export interface ReadDraft {
  readonly id: string;
  readonly revision: number;
}

/** What was typed and not saved, kept in this browser until it is. */
export interface Kept {
  readonly document: PlanDocument;
  /** What the version said that it was written over. */
  readonly base: PlanDocument;
  /** The draft that was; null when there was none. */
  readonly over: ReadDraft | null;
}

const key = (planId: string) => `cordee.plan.${planId}`;

/** Null when nothing is kept. What it was written over may have changed since. */
export function readKept(planId: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key(planId)) ?? 'null') as Kept | null;
    return typeof kept?.base === 'object' && typeof kept.document === 'object' ? { ...kept, over: kept.over ?? null } : null;
  } catch {
    return null;
  }
}

export function keep(planId: string, kept: Kept): void {
  try {
    if (JSON.stringify(kept.base) === JSON.stringify(kept.document)) localStorage.removeItem(key(planId));
    else localStorage.setItem(key(planId), JSON.stringify(kept));
  } catch {
    // Without storage what is typed lasts as long as the page.
  }
}
