import type { Instant } from '@cordee/core/time';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The pauses of Standard Webhooks: ten tries over a little more than three days. */
const PAUSES_MS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR] as const;

const MOST_ASKED_MS = 24 * HOUR;

/**
 * When a delivery that was tried `attempts` times is tried again, null when it was the last time. `jitter` from 0 to 1 adds up
 * to a tenth, so that many do not come back at once; a receiver may ask for more time by Retry-After, up to a day.
 */
export function nextTry(attempts: number, now: Instant, jitter: number, askedMs: number | null): Instant | null {
  const pause = PAUSES_MS[attempts - 1];
  if (pause === undefined) return null;
  const own = Math.floor(pause * (1 + jitter / 10));
  return now + Math.max(own, Math.min(askedMs ?? 0, MOST_ASKED_MS));
}

/** Retry-After (RFC 9110): seconds, or a date. null when there is none that can be read. */
export function retryAfterMs(header: string | undefined, now: Instant): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header.trim()) * SECOND;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
