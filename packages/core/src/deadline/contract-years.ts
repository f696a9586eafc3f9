import { lastDayOfMonth, shiftDate, shiftMonths, type LocalDate } from '../time/index.ts';

/** The year of a contract that runs on a day: 1 from its first day on. A day before it began counts as in the first. */
export function contractYear(startsOn: LocalDate, day: LocalDate): number {
  const guess = Math.max(1, Number(day.slice(0, 4)) - Number(startsOn.slice(0, 4)) + 1);
  return guess > 1 && shiftMonths(startsOn, 12 * (guess - 1)) > day ? guess - 1 : guess;
}

/** For how long a contract runs, and for how long again. */
export interface Duration {
  readonly startsOn: LocalDate;
  readonly months: number;
  /** Of each tacit renewal; null: it is not renewed. */
  readonly renewalMonths: number | null;
}

/** One stretch of a contract; the first is number 1. `lastOn` belongs to it. */
export interface Term {
  readonly number: number;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
}

/** The term of that number. Without renewal there is only the first. */
export function termOf({ startsOn, months, renewalMonths }: Duration, number: number): Term | null {
  if (number < 1 || (number > 1 && renewalMonths === null)) return null;
  const renewal = renewalMonths ?? 0;
  const before = number === 1 ? 0 : months + (number - 2) * renewal;
  const until = number === 1 ? months : before + renewal;
  return { number, firstOn: shiftMonths(startsOn, before), lastOn: shiftDate(shiftMonths(startsOn, until), -1) };
}

/** The term that holds the day; null before the first and after the last. */
export function termOn(duration: Duration, day: LocalDate): Term | null {
  if (day < duration.startsOn) return null;
  const { startsOn, months, renewalMonths } = duration;
  const passed =
    (Number(day.slice(0, 4)) - Number(startsOn.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(startsOn.slice(5, 7));
  const renewals = renewalMonths === null ? 0 : Math.floor((passed - months) / renewalMonths);
  for (let number = Math.max(1, renewals + 1); ; number += 1) {
    const term = termOf(duration, number);
    if (term === null || day < term.firstOn) return null;
    if (day <= term.lastOn) return term;
  }
}

/** Months of notice by the year of the contract, as a statute or a clause lists them. */
export interface NoticeRule {
  readonly steps: readonly { readonly fromYear: number; readonly months: number }[];
  readonly endsAtMonthEnd: boolean;
}

/** Months of notice that hold in a year of the contract: of the last step that has begun, none before the first. */
export function noticeMonths({ steps }: NoticeRule, year: number): number {
  let found = { fromYear: 0, months: 0 };
  for (const step of steps) if (step.fromYear <= year && step.fromYear >= found.fromYear) found = step;
  return found.months;
}

/** The last day of the contract when notice is given on a day. */
export function noticeEnd(rule: NoticeRule, startsOn: LocalDate, noticedOn: LocalDate): LocalDate {
  const end = shiftMonths(noticedOn, noticeMonths(rule, contractYear(startsOn, noticedOn)));
  return rule.endsAtMonthEnd ? lastDayOfMonth(end) : end;
}

/** The last day on which notice can be given so that the contract is over on a day; null when it is too late from the first day on. */
export function lastNoticeDay(rule: NoticeRule, startsOn: LocalDate, endsOn: LocalDate): LocalDate | null {
  for (let day = endsOn; day >= startsOn; day = shiftDate(day, -1)) if (noticeEnd(rule, startsOn, day) <= endsOn) return day;
  return null;
}
