export { addOpenDays, isOpenDay, nextOpenDay, openDayKinds, openDaysBetween, type OpenDayKind } from './business-days.ts';
export {
  contractYear,
  type Duration,
  lastNoticeDay,
  noticeEnd,
  noticeMonths,
  type NoticeRule,
  type Term,
  termOf,
  termOn,
} from './contract-years.ts';
export { calendarOf, frenchHolidays } from './french-holidays.ts';
export {
  bothPlaces,
  type Holiday,
  type HolidayCalendar,
  type HolidayRule,
  holidaysOf,
  isHoliday,
  type Place,
} from './holidays.ts';
export { firstSignatureDay, lastDayOfYears, quarterCommissionDueOn } from './legal-days.ts';
export { paymentDueOn, paymentReadings, type PaymentReading } from './payment-days.ts';
export { addSpan, type Span, type SpanUnit, spanUnits } from './span.ts';
