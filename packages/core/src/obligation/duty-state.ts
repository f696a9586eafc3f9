import { daysBetween, type LocalDate } from '../time/index.ts';
import type { Duty } from './compile.ts';

export const dutyStates = ['upcoming', 'due', 'late', 'kept', 'kept_late', 'missed', 'waived'] as const;
/** `due`: from its first reminder to its day; `missed`: said to be, or late for too long. */
export type DutyState = (typeof dutyStates)[number];

/** What happened to a duty: it was handed in, what was handed in was refused, the other side gave it up, it was said to be missed. */
export interface DutyEvent {
  readonly kind: 'handed_in' | 'refused' | 'waived' | 'missed';
  readonly on: LocalDate;
}

/** From so many days late on a duty counts as missed. */
export const missedAfterDays = 30;

type Dated = Pick<Duty, 'dueOn' | 'remindDays' | 'proof'>;

/** How a duty stands on a day. The last thing that happened decides; what was handed in counts from its day unless it was refused. */
export function stateOf(duty: Dated, events: readonly DutyEvent[], today: LocalDate): DutyState {
  const last = events.at(-1);
  if (last?.kind === 'waived' || last?.kind === 'missed') return last.kind;
  if (last?.kind === 'handed_in') return last.on <= duty.dueOn ? 'kept' : 'kept_late';
  if (today > duty.dueOn) {
    if (duty.proof === 'none') return 'kept';
    return daysBetween(duty.dueOn, today) > missedAfterDays ? 'missed' : 'late';
  }
  return daysBetween(today, duty.dueOn) <= Math.max(0, ...duty.remindDays) ? 'due' : 'upcoming';
}

/** Whether nothing more is owed. */
export function isSettled(state: DutyState): boolean {
  return state === 'kept' || state === 'kept_late' || state === 'waived';
}

/** What is to be told about a duty on a day: a reminder, that it is late, that it is missed. */
export type DutyNews = 'reminder' | 'late' | 'missed';

/**
 * What somebody is to be told by the day, who was last told `told` on `toldOn`; null when nothing new. A reminder that fell on a day nobody
 * looked is told later, once.
 */
export function newsOf(
  duty: Dated,
  state: DutyState,
  today: LocalDate,
  told: { readonly news: DutyNews; readonly on: LocalDate } | null,
): DutyNews | null {
  if (state === 'late' || state === 'missed') return told?.news === state ? null : state;
  if (state !== 'due' || duty.proof === 'none') return null;
  const left = daysBetween(today, duty.dueOn);
  const leftThen = told === null ? Infinity : daysBetween(told.on, duty.dueOn);
  return duty.remindDays.some((days) => left <= days && days < leftThen) ? 'reminder' : null;
}
