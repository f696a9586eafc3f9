import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Outbound } from '../../platform/outbound/index.ts';

/** What fetching rates works with. */
export interface ExchangeParts {
  readonly db: Database;
  readonly now: Clock;
  readonly outbound: Outbound;
  /** Where the day's rates are; the European Central Bank's own address unless the operator says otherwise. */
  readonly ratesUrl: string;
}
