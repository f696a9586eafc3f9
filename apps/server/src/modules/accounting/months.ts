import { monthAfter, monthPeriod } from '@cordee/core/closing';
import { type Instant, localDateOf, type LocalDate, periodOf } from '@cordee/core/time';
import type { Closing } from '../statement/index.ts';
import type { MonthScope } from './move.store.ts';

/** The months of a workspace's books, as far as they are closed. */
export interface BookMonths {
  /** Which postings stand in a month. */
  scopeOf(month: string): MonthScope;
  /** Whether a month can no longer change: it was closed, or lies before the first one that was. */
  isFinal(month: string): boolean;
  /** When a month became final. */
  finalOn(month: string): LocalDate | null;
}

/** How months stand, by their closings. */
export function bookMonths(closings: readonly Closing[], zone: string): BookMonths {
  const cuts = closings.toSorted((left, right) => (left.month < right.month ? -1 : 1));
  const [first] = cuts;
  const last = cuts.at(-1);
  const closedWith = (month: string) =>
    first !== undefined && month < first.month ? first : cuts.find((cut) => cut.month === month);
  return {
    scopeOf(month) {
      const { from, to } = mustBe(month, zone);
      const cut = closedWith(month);
      if (cut !== undefined) {
        return { month, from, to, through: cut.through, lateAfter: month === cut.month && cut !== first ? cut.after : null };
      }
      const isNext = last !== undefined && month === monthAfter(last.month, zone);
      return { month, from, to, through: null, lateAfter: isNext ? last.through : null };
    },
    isFinal: (month) => closedWith(month)?.state === 'closed',
    finalOn(month) {
      const cut = closedWith(month);
      return cut?.state === 'closed' ? localDateOf(cut.closedAt, zone) : null;
    },
  };
}

/** The months from one to another, both included. */
export function monthsFrom(from: string, to: string, zone: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthAfter(month, zone)) months.push(month);
  return months;
}

/** The month that holds an instant. */
export function monthAt(at: Instant, zone: string): string {
  return periodOf(at, 'month', zone).key;
}

/** The first and last day of some months. */
export function daysOf(from: string, to: string, zone: string): { from: LocalDate; to: LocalDate } {
  return { from: `${from}-01`, to: localDateOf(mustBe(to, zone).to - 1, zone) };
}

function mustBe(month: string, zone: string): { from: Instant; to: Instant } {
  const period = monthPeriod(month, zone);
  if (period === null) throw new Error(`no month ${month}`);
  return period;
}
