import { isTargetDay } from '../payment/index.ts';
import { localDateOf, shiftDate, startOfDay, type Instant, type LocalDate } from '../time/index.ts';

export const dayKinds = ['calendar', 'business'] as const;
/** Every day, or the days on which banks settle euros. */
export type DayKind = (typeof dayKinds)[number];

/** What a company promised about answering. A claim keeps the terms it was opened under. */
export interface ClaimTerms {
  readonly days: number;
  readonly dayKind: DayKind;
  /** Silence accepts. */
  readonly isAutomatic: boolean;
}

/** What holds where the company has said nothing: ten business days, and silence decides nothing. */
export const usualTerms: ClaimTerms = { days: 10, dayKind: 'business', isAutomatic: false };

export const mostDays = 90;

/** A time during which the partner was to reply; `to` is null while it still is. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface Clock {
  readonly openedAt: Instant;
  readonly terms: Pick<ClaimTerms, 'days' | 'dayKind'>;
  /** In the order they came, each over before the next. */
  readonly pauses: readonly Pause[];
  readonly zone: string;
}

/** The moment the days to answer are over: the end of the last day that counts. Null while the clock stands still. */
export function deadlineOf(clock: Clock): Instant | null {
  if (clock.pauses.some(({ to }) => to === null)) return null;
  let day = localDateOf(clock.openedAt, clock.zone);
  for (let left = clock.terms.days; left > 0;) {
    day = shiftDate(day, 1);
    if (countsAsDay(day, clock)) left -= 1;
  }
  return startOfDay(shiftDate(day, 1), clock.zone);
}

/** Whether a day counts: of the kind that does, and with the clock running at its first and its last moment. */
export function countsAsDay(day: LocalDate, { terms, pauses, zone }: Clock): boolean {
  if (terms.dayKind === 'business' && !isTargetDay(day)) return false;
  const [start, end] = [startOfDay(day, zone), startOfDay(shiftDate(day, 1), zone)];
  return !pauses.some((pause) => holds(pause, start) || holds(pause, end - 1));
}

function holds({ from, to }: Pause, at: Instant): boolean {
  return from <= at && (to === null || at < to);
}

/** Days that still count before the deadline, the present one included unless the claim was opened on it; none once it has passed. */
export function daysLeft(deadline: Instant, now: Instant, clock: Clock): number {
  let left = 0;
  const last = localDateOf(deadline - 1, clock.zone);
  const opened = localDateOf(clock.openedAt, clock.zone);
  for (let day = localDateOf(now, clock.zone); day <= last; day = shiftDate(day, 1)) {
    if (day > opened && countsAsDay(day, { ...clock, pauses: [] })) left += 1;
  }
  return left;
}

/** Reminders: this many days before the end, and once the days are over. */
export const remindDays = 2;
