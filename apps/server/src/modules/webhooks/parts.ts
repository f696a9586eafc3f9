import type { Clock } from '../../platform/clock/index.ts';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Outbound } from '../../platform/outbound/index.ts';

/** What webhooks work with. */
export interface WebhookParts {
  readonly db: Database;
  readonly now: Clock;
  readonly sealer: Sealer;
  readonly outbound: Outbound;
  /** `host:port` inside the company that may be called although it is not public. */
  readonly trustedHosts: readonly string[];
}
