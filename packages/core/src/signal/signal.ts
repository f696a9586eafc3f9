import type { Instant } from '../time/index.ts';

/**
 * Something unusual about a commission, with the figures that say so. Signals inform whoever reviews it; nothing is ever decided by
 * them.
 */
export type Signal =
  | {
      /** The partner's conversions are refunded more often than its program's: the whole interval lies above the program's rate. */
      readonly code: 'refund_rate';
      readonly refunded: number;
      readonly conversions: number;
      /** Bounds of the 95 % interval (Wilson) of the partner's rate, in thousandths, rounded outwards. */
      readonly fromPerMille: number;
      readonly toPerMille: number;
      readonly programRefunded: number;
      readonly programConversions: number;
    }
  | {
      /** The customer seems to be the partner: by e-mail address, or by the browser that clicked. */
      readonly code: 'self_referral';
      readonly how: 'email' | 'browser_of_partner' | 'browser_of_many';
      /** The partner's earlier conversions that show it; other customers, for a browser of many. */
      readonly conversions: number;
    }
  | {
      /** Many more clicks or conversions in the hour before than the partner usually has in an hour. */
      readonly code: 'burst';
      readonly what: 'clicks' | 'conversions';
      readonly inHour: number;
      readonly before: number;
      readonly hoursBefore: number;
    }
  | { readonly code: 'first_sale'; readonly since: Instant }
  | {
      /** Far above what the partner usually earns with one event. */
      readonly code: 'unusual_amount';
      readonly amount: bigint;
      readonly currency: string;
      readonly median: bigint;
      readonly conversions: number;
    }
  | {
      /** Other purchases of the customer were credited to other partners. */
      readonly code: 'shared_customer';
      readonly partnerIds: readonly string[];
      readonly conversions: number;
    };

export type SignalCode = Signal['code'];

/** How far back signals look. */
export const signalDays = 90;

/** From when on something is unusual: shown with each signal. */
export const thresholds = {
  /** Refunds from which a rate is compared at all. */
  refunds: 3,
  clicksInHour: 20,
  conversionsInHour: 5,
  /** Times the usual number an hour. */
  burst: 10,
  /** Customers behind one browser, this one included. */
  customersOfBrowser: 3,
  /** Earlier conversions from which there is a usual amount. */
  amounts: 5,
  /** Times the median. */
  amount: 5,
} as const;

/** An earlier conversion of the same partner. */
export interface EarlierConversion {
  readonly at: Instant;
  readonly currency: string;
  /** What it earned the partner in all. */
  readonly amount: bigint;
  readonly isRefunded: boolean;
}

/** What is known around a commission; counts reach back over `signalDays`. */
export interface SignalEvidence {
  readonly at: Instant;
  readonly currency: string;
  /** All that its event earns the partner in this currency. */
  readonly amount: bigint;
  /** When the partner joined the program. */
  readonly since: Instant;
  /** The partner's earlier conversions, newest first. */
  readonly earlier: readonly EarlierConversion[];
  /** Whether there are more, further back than was looked. */
  readonly hasMore: boolean;
  readonly program: { readonly conversions: number; readonly refunded: number };
  readonly clicks: { readonly inHour: number; readonly before: number; readonly hoursBefore: number };
  readonly isOwnEmail: boolean;
  /** Earlier conversions from the same browser: those under the partner's own e-mail address, and how many other customers. */
  readonly browser: { readonly ofPartner: number; readonly otherCustomers: number };
  readonly customer: { readonly otherPartnerIds: readonly string[]; readonly conversions: number };
}
