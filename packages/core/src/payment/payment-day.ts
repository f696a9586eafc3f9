import { daysBetween, type LocalDate, shiftDate } from '../time/index.ts';
import { targetDayFrom } from './target-days.ts';

/**
 * The next day on which a company that pays on a day of the month does so, from a day on: in shorter months on the last one, and
 * where banks do not settle on the next one on which they do.
 */
export function paymentDayFrom(from: LocalDate, dayOfMonth: number): LocalDate {
  // What falls on the last days of a month may be paid in the first ones of the next.
  let month = firstOf(shiftDate(firstOf(from), -1));
  for (;;) {
    const next = firstOf(shiftDate(month, 31));
    const day = targetDayFrom(shiftDate(month, Math.min(dayOfMonth, daysBetween(month, next)) - 1));
    if (day >= from) return day;
    month = next;
  }
}

function firstOf(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`;
}
