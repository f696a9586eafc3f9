import type { Sealer } from '../../platform/crypto/index.ts';

/** What keeps accounts unreadable at rest, and comparable. */
export interface BankParts {
  readonly sealer: Sealer;
  readonly masterKey: Buffer;
}
