import { daysBetween, shiftDate, type LocalDate } from '../time/index.ts';
import { isHoliday, type Place } from './holidays.ts';

export const openDayKinds = ['business', 'working'] as const;
/** Monday to Friday (`business`, *ouvrés*) or Monday to Saturday (`working`, *ouvrables*), holidays left out. */
export type OpenDayKind = (typeof openDayKinds)[number];

const monday = '2024-01-01';

/** Whether work is done on the day. */
export function isOpenDay(day: LocalDate, kind: OpenDayKind, place: Place): boolean {
  const weekday = (((daysBetween(monday, day) % 7) + 7) % 7) + 1;
  return weekday <= (kind === 'business' ? 5 : 6) && !isHoliday(day, place);
}

/** The open day that is `count` open days after the day (before it when negative); the day itself for none, open or not. */
export function addOpenDays(day: LocalDate, count: number, kind: OpenDayKind, place: Place): LocalDate {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0;) {
    at = shiftDate(at, step);
    if (isOpenDay(at, kind, place)) left -= 1;
  }
  return at;
}

/** The day itself if it is open, else the next that is. */
export function nextOpenDay(day: LocalDate, kind: OpenDayKind, place: Place): LocalDate {
  let at = day;
  while (!isOpenDay(at, kind, place)) at = shiftDate(at, 1);
  return at;
}

/** How many open days lie after `from`, up to `to` and with it; none when `to` is not later. */
export function openDaysBetween(from: LocalDate, to: LocalDate, kind: OpenDayKind, place: Place): number {
  let count = 0;
  for (let at = shiftDate(from, 1); at <= to; at = shiftDate(at, 1)) if (isOpenDay(at, kind, place)) count += 1;
  return count;
}
