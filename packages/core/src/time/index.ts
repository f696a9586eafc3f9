export { addDays, addMonths, localDateOf, startOfDay, wholeMonthsBetween } from './calendar.ts';
export { FIRST_INSTANT, formatInstant, type Instant, LAST_INSTANT, parseInstant } from './instant.ts';
export { formatDate, isLocalDate, type LocalDate } from './local-date.ts';
export { type Period, periodOf, type PeriodUnit } from './period.ts';
export { isZone, offsetAt } from './zone.ts';
