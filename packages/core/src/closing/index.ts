export { type Cut, monthBooked, standsIn } from './booked.ts';
export { type CloseFault, closeFault, formatMonth, monthAfter, monthBefore, monthPeriod, monthsOpen } from './month.ts';
