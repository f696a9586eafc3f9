import { firstDayOf, daysBetween, shiftDate, type LocalDate } from '../time/index.ts';

/**
 * Whether banks settle euros on a day: not on Saturdays and Sundays, 1 January, Good Friday, Easter Monday, 1 May, 25 and
 * 26 December (calendar of T2, European Central Bank).
 */
export function isTargetDay(date: LocalDate): boolean {
  if (daysBetween(firstDayOf(date, 'week'), date) >= 5) return false;
  if (['01-01', '05-01', '12-25', '12-26'].includes(date.slice(5))) return false;
  const easter = easterOf(Number(date.slice(0, 4)));
  return date !== shiftDate(easter, -2) && date !== shiftDate(easter, 1);
}

/** The day itself if banks settle on it, else the next on which they do. */
export function targetDayFrom(date: LocalDate): LocalDate {
  let day = date;
  while (!isTargetDay(day)) day = shiftDate(day, 1);
  return day;
}

/** Easter Sunday in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher. */
export function easterOf(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const leap = b % 4;
  const century = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const moon = (19 * a + b - Math.floor(b / 4) - century + 15) % 30;
  const week = (32 + 2 * leap + 2 * Math.floor(c / 4) - moon - (c % 4)) % 7;
  const late = Math.floor((a + 11 * moon + 22 * week) / 451);
  const count = moon + week - 7 * late + 114;
  return `${year}-${pad(Math.floor(count / 31))}-${pad((count % 31) + 1)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
