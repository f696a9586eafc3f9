import { shiftDate, shiftMonths, type LocalDate } from '../time/index.ts';
import { addOpenDays } from './business-days.ts';
import type { Place } from './holidays.ts';

export const spanUnits = ['day', 'business_day', 'working_day', 'week', 'month', 'quarter', 'half_year', 'year'] as const;
export type SpanUnit = (typeof spanUnits)[number];

/** A length of time as contracts say it: 20 days, 3 months, 10 business days. Negative: before. */
export interface Span {
  readonly count: number;
  readonly unit: SpanUnit;
}

const months: Partial<Record<SpanUnit, number>> = { month: 1, quarter: 3, half_year: 6, year: 12 };

/** The day that lies a span after the day (before it when negative). */
export function addSpan(day: LocalDate, { count, unit }: Span, place: Place): LocalDate {
  if (unit === 'day') return shiftDate(day, count);
  if (unit === 'week') return shiftDate(day, 7 * count);
  if (unit === 'business_day') return addOpenDays(day, count, 'business', place);
  if (unit === 'working_day') return addOpenDays(day, count, 'working', place);
  return shiftMonths(day, count * (months[unit] ?? 1));
}
