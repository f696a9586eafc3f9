import type { Instant } from '@cordee/core/time';
import type { Language } from '@cordee/contract/language';
import type { Context } from '../../platform/context.ts';
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

/** Lets who applied sign in for the partner that came of it; null when somebody signs in with that address already. */
export type InviteApplicant = (
  context: Context,
  partnerId: string,
  person: { readonly email: string; readonly name: string },
) => Promise<ApplicantInvitation | null>;

export interface ApplicantInvitation {
  /** To be handed over by hand; null where who applied has an account and needs none. */
  readonly link: string | null;
  /** Whether the link was also sent to the address. */
  readonly mailed: boolean;
}

export interface QualificationParts {
  readonly db: Database;
  readonly now: () => Instant;
  /** Keeps answers unreadable at rest. */
  readonly sealer: Sealer;
  /** Signs the tokens of forms and the links of confirmations. */
  readonly linkKey: Buffer;
  readonly baseUrl: string;
  readonly onApplied: OnApplied;
  readonly invite: InviteApplicant;
}
