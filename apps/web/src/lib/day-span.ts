import { isLocalDate } from '@cordee/core/time';

/** Days of a list, both ends included, as an address says them. */
export interface DaySpan {
  readonly from?: string;
  readonly to?: string;
}

/** The days an address holds; what is none is left out. */
export function daySpan({ from, to }: Record<string, unknown>): DaySpan {
  return { ...(isDay(from) ? { from } : {}), ...(isDay(to) ? { to } : {}) };
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && isLocalDate(value);
}
