import { newUuid } from '../../../platform/uuid.ts';

export const VISITOR_COOKIE = 'cordee_v';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Browsers keep no cookie longer (RFC 6265bis). */
const MOST_DAYS = 400;

/** The visitor a Cookie header names, or null; whatever is not an id of ours is nobody. */
export function visitorOf(cookieHeader: string): string | null {
  let from = 0;
  while (from < cookieHeader.length) {
    const semicolon = cookieHeader.indexOf(';', from);
    const end = semicolon < 0 ? cookieHeader.length : semicolon;
    while (cookieHeader.charCodeAt(from) === 32) from += 1;
    if (cookieHeader.startsWith(VISITOR_COOKIE, from) && cookieHeader.charCodeAt(from + VISITOR_COOKIE.length) === 61) {
      const value = cookieHeader.slice(from + VISITOR_COOKIE.length + 1, end).trim();
      if (isVisitor(value)) return value;
    }
    from = end + 1;
  }
  return null;
}

export function isVisitor(text: string): boolean {
  return text.length === 36 && UUID.test(text);
}

/** A visitor nobody has seen before; its id says nothing but the millisecond it was made in. */
export function newVisitor(now: number): string {
  return newUuid(now);
}

/** First-party, sent by the HTTP response so that Safari keeps it for its whole life; out of the reach of scripts. */
export function visitorCookie(visitor: string, days: number, secure: boolean): string {
  const seconds = Math.min(days, MOST_DAYS) * 86_400;
  return `${VISITOR_COOKIE}=${visitor}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
