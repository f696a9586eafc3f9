import type { IncomingMessage } from 'node:http';

/** The request headers a redirect reads, and no others. */
export interface SeenHeaders {
  host: string;
  userAgent: string;
  cookie: string;
  referrer: string;
  forwardedFor: string;
  forwardedProto: string;
  /** The browser only looks ahead: nobody has clicked. */
  prefetch: boolean;
  /** Global Privacy Control: the visitor asks not to be followed. */
  gpc: boolean;
}

function nothingSeen(): SeenHeaders {
  return { host: '', userAgent: '', cookie: '', referrer: '', forwardedFor: '', forwardedProto: '', prefetch: false, gpc: false };
}

/**
 * One pass over the raw header list: the parsed header object of node:http, which this avoids making, costs more than the
 * rest of the redirect. The lengths sort out almost every other name before any text is compared. First value wins.
 */
export function readHeaders(request: IncomingMessage): SeenHeaders {
  const raw = request.rawHeaders;
  const seen = nothingSeen();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? '';
    const length = name.length;
    if (length < 4 || length > 17) continue;
    readHeader(seen, name, length, raw[index + 1] ?? '');
  }
  return seen;
}

function readHeader(seen: SeenHeaders, name: string, length: number, value: string): void {
  switch (length) {
    case 4:
      if (seen.host === '' && is(name, 'host')) seen.host = value;
      return;
    case 6:
      if (is(name, 'cookie')) seen.cookie = seen.cookie === '' ? value : `${seen.cookie}; ${value}`;
      return;
    case 7:
      if (is(name, 'referer')) seen.referrer = value;
      else if (is(name, 'sec-gpc')) seen.gpc = value === '1';
      else if (is(name, 'purpose')) seen.prefetch ||= isPrefetch(value);
      return;
    case 10:
      if (seen.userAgent === '' && is(name, 'user-agent')) seen.userAgent = value;
      return;
    case 11:
      if (is(name, 'sec-purpose')) seen.prefetch ||= isPrefetch(value);
      return;
    case 15:
      if (is(name, 'x-forwarded-for')) seen.forwardedFor = seen.forwardedFor === '' ? value : `${seen.forwardedFor},${value}`;
      return;
    case 17:
      if (seen.forwardedProto === '' && is(name, 'x-forwarded-proto')) seen.forwardedProto = value;
      return;
    default:
  }
}

function is(name: string, lower: string): boolean {
  return name === lower || name.toLowerCase() === lower;
}

/** `prefetch`, `prefetch;prerender`, `prefetch;anonymous-client-ip` (Fetch, and the older `Purpose`). */
function isPrefetch(value: string): boolean {
  return value.toLowerCase().includes('prefetch') || value.toLowerCase() === 'preview';
}
