import { formatInstant, shiftDate, startOfDay, type Instant, type LocalDate } from '@cordee/core/time';

/** The end of a day, or now if that is not over: whoever enrolled on it was active by then. */
export function endOfDay(day: LocalDate, zone: string, now: Instant): string {
  return formatInstant(Math.min(startOfDay(shiftDate(day, 1), zone) - 1, now));
}
