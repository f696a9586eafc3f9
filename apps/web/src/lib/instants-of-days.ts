import { formatInstant, isLocalDate, shiftDate, startOfDay } from '@cordee/core/time';
import type { DaySpan } from './day-span.ts';

/** The instants between which the days lie in a zone, the last one excluded, as lists take them. */
export function instantsOfDays({ from, to }: DaySpan, zone: string): DaySpan {
  return {
    ...(from !== undefined && isLocalDate(from) ? { from: formatInstant(startOfDay(from, zone)) } : {}),
    ...(to !== undefined && isLocalDate(to) ? { to: formatInstant(startOfDay(shiftDate(to, 1), zone)) } : {}),
  };
}
