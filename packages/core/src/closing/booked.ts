import { type Instant, periodOf } from '../time/index.ts';
import { monthAfter } from './month.ts';

/** A closed month: what is of facts up to `through` and took effect before `to` stands in it, unless it stood in one before. */
export interface Cut {
  readonly month: string;
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  /** The last fact that was counted when the month was closed. */
  readonly through: bigint;
  /** The cut of the month before. Of the first month its own: all that took effect before it is its opening. */
  readonly after: bigint;
}

interface Place {
  readonly effectiveAt: Instant;
  readonly factSeq: bigint;
}

/** Whether a posting is one of the closed month's movements. */
export function standsIn({ effectiveAt, factSeq }: Place, { from, to, through, after }: Cut): boolean {
  return factSeq <= through && effectiveAt < to && (effectiveAt >= from || factSeq > after);
}

/**
 * The month in which a posting stands, given all cuts in order: the one in which it took effect, or, once that was closed without it, the
 * first one closed with it or not closed at all. `lateOf` is then the month it is late of. Before the first cut it is the opening: null.
 */
export function monthBooked(
  place: Place,
  cuts: readonly Cut[],
  zone: string,
): { readonly month: string; readonly lateOf: string | null } | null {
  const own = periodOf(place.effectiveAt, 'month', zone).key;
  const [first] = cuts;
  const last = cuts.at(-1);
  if (first === undefined || last === undefined || place.effectiveAt >= last.to) return { month: own, lateOf: null };
  if (place.effectiveAt < first.from && place.factSeq <= first.through) return null;
  const found = cuts.find(({ to, through }) => place.effectiveAt < to && place.factSeq <= through);
  const month = found?.month ?? monthAfter(last.month, zone);
  return { month, lateOf: month === own ? null : own };
}
