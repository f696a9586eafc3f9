import type { Instant } from '@cordee/core/time';

const MONTH = /^\d{6}$/;

let last = { month: '', from: 0, to: 0 };

/** `202611`: the month, in UTC, whose partition holds a click of that instant. */
export function monthOf(at: Instant): string {
  if (at >= last.from && at < last.to) return last.month;
  const date = new Date(at);
  const month = `${String(date.getUTCFullYear()).padStart(4, '0')}${String(date.getUTCMonth() + 1).padStart(2, '0')}`;
  last = { month, ...boundsOf(month) };
  return month;
}

/** The partition of a month. */
export function partitionOf(month: string): string {
  if (!MONTH.test(month)) throw new Error(`not a month: ${month}`);
  return `click_${month}`;
}

/** The first day of the month as the database reads it: `2026-11-01`. */
export function firstDayOf(month: string): string {
  return `${month.slice(0, 4)}-${month.slice(4)}-01`;
}

/** The first instant of a month and of the next one. */
export function boundsOf(month: string): { readonly from: Instant; readonly to: Instant } {
  const [year, index] = [Number(month.slice(0, 4)), Number(month.slice(4)) - 1];
  return { from: Date.UTC(year, index, 1), to: Date.UTC(year, index + 1, 1) };
}
