import type { Clock } from '../../platform/clock/index.ts';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Mailer } from '../../platform/mail/index.ts';

/** What messaging works with. */
export interface MessagingParts {
  readonly db: Database;
  readonly now: Clock;
  readonly sealer: Sealer;
  /** Keys the links that people unsubscribe by. */
  readonly linkKey: Buffer;
  readonly baseUrl: string;
  /** null: nothing to send with; mails are kept to be looked at. */
  readonly mailer: Mailer | null;
  /** The address mails come from. */
  readonly from: string;
}
