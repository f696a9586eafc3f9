/** Sales that are the same in every run: everything about sale number `n` follows from `n`. */

export const partnerCount = 50;

/** `bench-00`: the load generator writes the same from a running number. */
export function codeOf(partner: number): string {
  return `bench-${String(partner).padStart(2, '0')}`;
}

const DAY_MS = 86_400_000;
const HISTORY_DAYS = 330;

/** A whole day, so that runs of one day are alike. */
export const salesFrom = Math.floor(Date.now() / DAY_MS) * DAY_MS - HISTORY_DAYS * DAY_MS;

export interface Book {
  /** Sales that fill the history; further ones follow at the same pace. */
  readonly sales: number;
}

export interface Sale {
  readonly eventId: string;
  readonly occurredAt: number;
  readonly customer: string;
  readonly country: string;
  /** Number of the partner whose code was used; null for one in ten, which nobody brought. */
  readonly partner: number | null;
  readonly lines: readonly SaleLine[];
}

export interface SaleLine {
  readonly id: string;
  readonly productId: string;
  readonly category: 'gift-card' | 'book' | 'home';
  readonly quantity: number;
  readonly net: number;
}

const COUNTRIES = ['FR', 'BE', 'CH', 'DE', 'IT'] as const;

/** A third as many customers as sales; a few partners bring most of them; one order in five has two lines. */
export function saleOf(n: number, { sales }: Book): Sale {
  const dice = mix(n);
  const isDirect = dice % 10 === 9;
  const customer = mix(n + 0x5bd1) % Math.max(1, Math.floor(sales / 3));
  const skew = (mix(n + 0x9e37) / 2 ** 32) ** 2;
  const second = dice % 5 === 0 ? [lineOf('2', mix(n + 0x7f4a))] : [];
  return {
    eventId: `order-${n}`,
    // Not to its end, so that there is room for more sales before today.
    occurredAt: salesFrom + Math.floor((n / sales) * HISTORY_DAYS * 0.6 * DAY_MS),
    customer: isDirect ? `direct-${customer}` : `customer-${customer}`,
    country: COUNTRIES[dice % COUNTRIES.length] ?? 'FR',
    partner: isDirect ? null : Math.floor(skew * partnerCount),
    lines: [lineOf('1', dice), ...second],
  };
}

function lineOf(id: string, dice: number): SaleLine {
  const kind = (dice >>> 8) % 10;
  return {
    id,
    productId: `product-${(dice >>> 4) % 500}`,
    category: kind === 0 ? 'gift-card' : kind < 4 ? 'book' : 'home',
    quantity: 1 + ((dice >>> 12) % 3),
    net: 500 + ((dice >>> 16) % 20_000),
  };
}

/** A well-mixed number of 32 bits: the finaliser of MurmurHash3. */
export function mix(n: number): number {
  let hash = n ^ (n >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
