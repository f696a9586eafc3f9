import type { Via } from '../plan/plan.ts';

/** A partner's exact part of a conversion. The shares of a conversion sum to one. */
export interface Credit {
  readonly enrollmentId: string;
  readonly partnerId: string;
  /** "p/q", reduced. */
  readonly share: string;
  readonly via: Via | 'lifetime' | 'agreement';
  readonly touchpointId: string | null;
  /** The plan version it was computed under, where no commission says so. */
  readonly planVersionId?: string;
}

export type RejectionReason =
  | 'bot'
  | 'repeat'
  | 'outside_window'
  | 'after_conversion'
  | 'unknown_enrollment'
  | 'partner_not_active'
  | 'self_referral'
  | 'other_program'
  | 'coupon_took_precedence'
  | 'coupon_ignored'
  | 'not_first'
  | 'not_last'
  | 'lower_priority'
  | 'customer_already_kept'
  | 'outside_agreement'
  | 'outside_claim'
  | 'no_longer_valid'
  | 'other_products'
  | 'no_plan_in_force';

export interface Rejection {
  readonly touchpointId: string;
  readonly reason: RejectionReason;
}

export interface Attribution {
  readonly model: string;
  readonly programId: string;
  readonly planVersionId: string;
  readonly credits: readonly Credit[];
  readonly rejected: readonly Rejection[];
}
