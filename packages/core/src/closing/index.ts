export { type Cut, monthBooked, standsIn } from './booked.ts';
export { type CloseFault, closeFault, monthAfter, monthBefore, monthPeriod, monthsOpen } from './month.ts';
