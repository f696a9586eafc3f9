import { otherSide, type Side } from '../partnership/index.ts';
import { shiftDate, type LocalDate } from '../time/index.ts';

/**
 * How a leaving stands. `noticed`: notice was given · `begun`: the partnership is leaving · `settled`: the final account is made ·
 * `ended` · `withdrawn`: both took the notice back
 */
export const leavingStates = ['noticed', 'begun', 'settled', 'ended', 'withdrawn'] as const;
export type LeavingState = (typeof leavingStates)[number];

/** What one side asks of the other, one thing at a time. */
export type LeavingOffer =
  | { readonly kind: 'end'; readonly side: Side; readonly endsOn: LocalDate }
  | { readonly kind: 'withdrawal'; readonly side: Side };

export interface Leaving {
  readonly state: LeavingState;
  readonly side: Side;
  readonly noticedOn: LocalDate;
  /** The last day. */
  readonly endsOn: LocalDate;
  readonly offer: LeavingOffer | null;
  readonly endedOn: LocalDate | null;
}

export type LeavingAct =
  | { readonly kind: 'offer_end'; readonly side: Side; readonly endsOn: LocalDate }
  | { readonly kind: 'offer_withdrawal'; readonly side: Side }
  | { readonly kind: 'accept' | 'decline'; readonly side: Side }
  | { readonly kind: 'begin' | 'settle' | 'end' };

export const leavingRefusals = [
  'over',
  'too_early',
  'end_past',
  'same_end',
  'already_offered',
  'nothing_offered',
  'own_offer',
  'already_begun',
  'not_begun',
  'before_end',
  'not_settled',
] as const;
export type LeavingRefusal = (typeof leavingRefusals)[number];

/** Notice of one side on a day: for the earliest last day, or a later one. */
export function giveNotice(side: Side, on: LocalDate, earliestOn: LocalDate, endsOn: LocalDate | null): Leaving | LeavingRefusal {
  const last = endsOn ?? earliestOn;
  if (last < on) return 'end_past';
  if (last < earliestOn) return 'too_early';
  return { state: 'noticed', side, noticedOn: on, endsOn: last, offer: null, endedOn: null };
}

/** How a leaving stands after something was done on a day, or why that cannot be. */
export function actOnLeaving(leaving: Leaving, on: LocalDate, done: LeavingAct): Leaving | LeavingRefusal {
  const { state, endsOn, offer } = leaving;
  if (state === 'ended' || state === 'withdrawn') return 'over';
  switch (done.kind) {
    case 'offer_end':
    case 'offer_withdrawal':
      return offerOf(leaving, on, done);
    case 'accept':
    case 'decline':
      return answer(leaving, on, done);
    case 'begin':
      return state === 'noticed' ? { ...leaving, state: 'begun' } : 'already_begun';
    case 'settle':
      if (state === 'noticed') return 'not_begun';
      // An open offer could still move what is settled.
      return on > endsOn ? { ...leaving, state: 'settled', offer: null } : 'before_end';
    case 'end':
      if (state !== 'settled') return 'not_settled';
      return on > endsOn && offer === null ? { ...leaving, state: 'ended', endedOn: on } : 'before_end';
  }
}

/** The last day on which partners' people read what is theirs: so many days after the end, or after it was pronounced if later. */
export function readsUntil(endsOn: LocalDate, endedOn: LocalDate, accessDays: number): LocalDate {
  return shiftDate(endedOn > endsOn ? endedOn : endsOn, accessDays);
}

function offerOf(
  leaving: Leaving,
  on: LocalDate,
  done: Extract<LeavingAct, { kind: 'offer_end' | 'offer_withdrawal' }>,
): Leaving | LeavingRefusal {
  if (on > leaving.endsOn || leaving.state === 'settled') return 'end_past';
  if (leaving.offer !== null) return 'already_offered';
  if (done.kind === 'offer_withdrawal') return { ...leaving, offer: { kind: 'withdrawal', side: done.side } };
  if (done.endsOn < on) return 'end_past';
  if (done.endsOn === leaving.endsOn) return 'same_end';
  return { ...leaving, offer: { kind: 'end', side: done.side, endsOn: done.endsOn } };
}

function answer(
  leaving: Leaving,
  on: LocalDate,
  { kind, side }: { readonly kind: 'accept' | 'decline'; readonly side: Side },
): Leaving | LeavingRefusal {
  const { offer } = leaving;
  if (offer === null) return 'nothing_offered';
  // Whoever offered may take it back; only the other side agrees to it.
  if (kind === 'decline') return { ...leaving, offer: null };
  if (side !== otherSide(offer.side)) return 'own_offer';
  if (on > leaving.endsOn) return 'end_past';
  if (offer.kind === 'withdrawal') return { ...leaving, state: 'withdrawn', offer: null };
  return offer.endsOn < on ? 'end_past' : { ...leaving, endsOn: offer.endsOn, offer: null };
}
