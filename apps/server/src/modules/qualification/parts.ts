import type { Instant } from '@cordee/core/time';
import type { Language } from '@cordee/contract/language';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { Database, Tx } from '../../platform/db/index.ts';

/** What an applicant is asked to prove its address with. */
export interface ConfirmationLetter {
  readonly address: string;
  readonly name: string;
  readonly language: Language;
  readonly program: string;
  readonly link: string;
  readonly applicationId: string;
}

/** Writes to an applicant, in the transaction that takes the application. */
export type OnApplied = (tx: Tx, workspaceId: string, letter: ConfirmationLetter) => Promise<void>;

export interface QualificationParts {
  readonly db: Database;
  readonly now: () => Instant;
  /** Keeps answers unreadable at rest. */
  readonly sealer: Sealer;
  /** Signs the tokens of forms and the links of confirmations. */
  readonly linkKey: Buffer;
  readonly baseUrl: string;
  readonly onApplied: OnApplied;
}
