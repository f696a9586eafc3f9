import type { Instant } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

/** A partner that another one brought in has become active for the first time. */
export interface Referral {
  readonly programId: string;
  readonly enrollmentId: string;
  readonly partnerId: string;
  readonly uplineEnrollmentId: string;
  readonly at: Instant;
}

/** Told in the transaction of the change, with the order of facts already locked: whoever counts may record it as a fact. */
export type OnReferral = (tx: Tx, context: Context, referral: Referral) => Promise<void>;

export async function ignoreReferral(): Promise<void> {}
