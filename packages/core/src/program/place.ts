import { addDays, type Instant } from '../time/index.ts';

export interface PlaceChange {
  /** When the last change begins; a change never begins before it, and replaces it when it begins at the same instant. */
  readonly lastFrom: Instant;
  /** Of the default plan's version in force; null while the program has none. */
  readonly noticeDays: number | null;
  /** It gives the program another default plan. */
  readonly changesPlan: boolean;
  readonly wish: Instant | null;
  readonly recordedAt: Instant;
  readonly zone: string;
}

export type PlaceDecision =
  | { readonly ok: true; readonly from: Instant }
  /** `notice`: partners must be told before; `past`: what has happened is counted; `overlap`: a later change is announced. */
  | { readonly ok: false; readonly reason: 'notice' | 'past' | 'overlap'; readonly earliest: Instant };

/**
 * From when a program has another place among programs, or another default plan. Never for the past, and another plan not before
 * the notice of the version in force is over; while no version is in force nothing is earned, so that any instant will do.
 */
export function decidePlace(change: PlaceChange): PlaceDecision {
  const { lastFrom, noticeDays, changesPlan, wish, recordedAt, zone } = change;
  const allowed = noticeDays === null ? null : changesPlan ? addDays(recordedAt, noticeDays, zone) : recordedAt;
  const earliest = Math.max(allowed ?? lastFrom, lastFrom);
  const from = wish ?? Math.max(allowed ?? recordedAt, lastFrom);
  if (allowed !== null && from < allowed) return { ok: false, reason: changesPlan ? 'notice' : 'past', earliest };
  if (from < lastFrom) return { ok: false, reason: 'overlap', earliest };
  return { ok: true, from };
}
