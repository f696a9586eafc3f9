import type { Clock } from '../../platform/clock/index.ts';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Outbound } from '../../platform/outbound/index.ts';

/** What tax details work with. */
export interface TaxParts {
  readonly db: Database;
  readonly now: Clock;
  /** For dates of birth and tax numbers of other countries. */
  readonly sealer: Sealer;
  readonly outbound: Outbound;
  /** Where VAT numbers are asked about, without a slash at its end. */
  readonly viesUrl: string;
}
