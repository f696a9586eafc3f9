export { addDays, addMonths, localDateOf, startOfDay, startOfDayAt, wholeMonthsBetween } from './calendar.ts';
export { FIRST_INSTANT, formatInstant, type Instant, LAST_INSTANT, parseInstant } from './instant.ts';
export {
  daysBetween,
  firstDayOf,
  formatDate,
  isLocalDate,
  lastDayOfMonth,
  type LocalDate,
  shiftDate,
  shiftMonths,
} from './local-date.ts';
export { periodOf } from './period.ts';
export type { Period, PeriodUnit } from './period-unit.ts';
export { isZone, offsetAt } from './zone.ts';
