export interface Verdict {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the next request is allowed, at least 1; 0 when one is allowed now. */
  readonly retryAfter: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

const MINUTE_MS = 60_000;
const MAX_BUCKETS = 50_000;

/**
 * Token buckets in memory, one a name: a minute's worth at once, refilled evenly. Bounded: beyond 50,000 names the one unused
 * for longest is forgotten. Each process counts for itself.
 */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes one token; a limit of 0 means none. */
  take(name: string, perMinute: number): Verdict {
    if (perMinute === 0) return { allowed: true, limit: 0, remaining: 0, retryAfter: 0 };
    const now = this.#now();
    const found = this.#buckets.get(name);
    const tokens = found === undefined ? perMinute : refill(found, now, perMinute);
    const allowed = tokens >= 1;
    const left = allowed ? tokens - 1 : tokens;
    // Set again so that iteration order is order of use.
    this.#buckets.delete(name);
    this.#buckets.set(name, { tokens: left, at: now });
    if (this.#buckets.size > MAX_BUCKETS) this.#forgetOldest();
    const retryAfter = allowed ? 0 : Math.max(1, Math.ceil(((1 - left) * MINUTE_MS) / perMinute / 1000));
    return { allowed, limit: perMinute, remaining: Math.floor(left), retryAfter };
  }

  get size(): number {
    return this.#buckets.size;
  }

  #forgetOldest(): void {
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}

function refill(bucket: Bucket, now: number, perMinute: number): number {
  const elapsed = Math.max(0, now - bucket.at);
  return Math.min(perMinute, bucket.tokens + (elapsed * perMinute) / MINUTE_MS);
}

/** The name an address is counted under: all of an IPv6 /64, which one subscriber usually holds. */
export function addressGroup(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail === undefined) return groups.slice(0, 4).join(':');
  const tailGroups = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - tailGroups.length) }, () => '0');
  return [...groups, ...zeros, ...tailGroups].slice(0, 4).join(':');
}
