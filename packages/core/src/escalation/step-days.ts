import { addOpenDays, holidaysOf, isOpenDay, type Place } from '../deadline/index.ts';
import { shiftDate, type LocalDate } from '../time/index.ts';
import type { Dispute, DisputePause, StepRecord } from './dispute.ts';
import type { LadderStep } from './ladder.ts';

type Clocked = Pick<Dispute, 'steps' | 'pauses'>;

/** The last day of a step by the days of the ladder, its pauses left out. While it is paused: as if the pause had no end, hence null. */
function lastDayOf(
  { firstOn, extraDays }: StepRecord,
  pauses: readonly DisputePause[],
  { days, dayKind }: LadderStep,
  place: Place,
): LocalDate | null {
  if (pauses.some(({ to }) => to === null)) return null;
  let day = firstOn;
  for (let left = days + extraDays; left > 0;) {
    day = shiftDate(day, 1);
    if (!isPausedOn(pauses, day) && (dayKind === 'calendar' || isOpenDay(day, 'business', place))) left -= 1;
  }
  return day;
}

function isPausedOn(pauses: readonly DisputePause[], day: LocalDate): boolean {
  return pauses.some(({ from, to }) => from <= day && (to === null || day < to));
}

/** The last day of the step that runs; null while the clock stands still, and once nothing runs. */
export function stepDeadline(dispute: Dispute, ladder: readonly LadderStep[], place: Place): LocalDate | null {
  const current = dispute.steps.at(-1);
  const step = current === undefined ? undefined : ladder[current.step - 1];
  if (dispute.state !== 'open' || current === undefined || step === undefined) return null;
  return lastDayOf(current, pausesOf(dispute, current.step), step, place);
}

/** The day from which both sides are reminded that a step ends: two business days before, later in a step that is shorter than four. */
export function reminderDay(deadline: LocalDate, { days }: Pick<LadderStep, 'days'>, place: Place): LocalDate {
  return addOpenDays(deadline, -Math.min(2, Math.floor(days / 2)), 'business', place);
}

export interface StepDay {
  readonly on: LocalDate;
  readonly is: 'counted' | 'weekend' | 'holiday' | 'paused';
  readonly holiday: { readonly fr: string; readonly en: string } | null;
}

/** Each day of a step after its first, up to its last (or `until` while it runs), and whether it counts: for whoever checks the clock. */
export function daysOfStep(
  dispute: Clocked,
  number: number,
  ladder: readonly LadderStep[],
  place: Place,
  until: LocalDate,
): StepDay[] {
  const record = dispute.steps.find(({ step }) => step === number);
  const step = ladder[number - 1];
  if (record === undefined || step === undefined) return [];
  const pauses = pausesOf(dispute, number);
  const last = record.lastOn ?? until;
  const days: StepDay[] = [];
  for (let on = shiftDate(record.firstOn, 1); on <= last; on = shiftDate(on, 1)) {
    days.push(isPausedOn(pauses, on) ? { on, is: 'paused', holiday: null } : dayOf(on, step, place));
  }
  return days;
}

function dayOf(on: LocalDate, { dayKind }: LadderStep, place: Place): StepDay {
  if (dayKind === 'calendar' || isOpenDay(on, 'business', place)) return { on, is: 'counted', holiday: null };
  const holiday = holidaysOf(place, Number(on.slice(0, 4))).find((one) => one.on === on);
  return holiday === undefined ? { on, is: 'weekend', holiday: null } : { on, is: 'holiday', holiday: holiday.name };
}

function pausesOf({ pauses }: Clocked, number: number): DisputePause[] {
  return pauses.filter(({ step }) => step === number);
}
