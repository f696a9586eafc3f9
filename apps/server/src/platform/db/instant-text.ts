import type { Instant } from '@cordee/core/time';

const dayMs = 86_400_000;
const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
/** The calendar is the slow part of a timestamp, and rows of a batch fall on few days. */
const days = new Map<number, string>();
const mostDays = 4000;

/** An instant as COPY reads it: ISO 8601 in UTC with milliseconds. */
export function instantText(at: Instant): string {
  const day = Math.floor(at / dayMs);
  let date = days.get(day);
  if (date === undefined) {
    if (days.size >= mostDays) days.clear();
    date = new Date(day * dayMs).toISOString().slice(0, 11);
    days.set(day, date);
  }
  const rest = at - day * dayMs;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  const milliseconds = String(rest % 1000).padStart(3, '0');
  return `${date}${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:${twoDigits[seconds % 60]}.${milliseconds}Z`;
}

/** SQL that reads a timestamptz column as epoch milliseconds. Through double precision: exact to the millisecond, and much faster than numeric. */
export function instantColumn(column: string): string {
  return `(date_part('epoch', ${column}) * 1000)::bigint`;
}
