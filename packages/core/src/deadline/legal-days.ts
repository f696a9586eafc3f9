import { lastDayOfMonth, shiftDate, shiftMonths, type LocalDate } from '../time/index.ts';

/** The last day of the month after the quarter that holds the day: a commercial agent's commission of that quarter is due by then. */
export function quarterCommissionDueOn(acquiredOn: LocalDate): LocalDate {
  const month = Number(acquiredOn.slice(5, 7));
  return lastDayOfMonth(shiftMonths(`${acquiredOn.slice(0, 7)}-01`, 3 - ((month - 1) % 3)));
}

/** The last day of a time of so many years that runs from an event: the day of the same date, 28 February for a 29th. */
export function lastDayOfYears(eventOn: LocalDate, years: number): LocalDate {
  return shiftMonths(eventOn, 12 * years);
}

/** The first day on which may be signed what a document must precede by so many days. */
export function firstSignatureDay(handedOverOn: LocalDate, days: number): LocalDate {
  return shiftDate(handedOverOn, days);
}
