import type { CustomerAgreement, Touchpoint } from '../counting/fact.ts';
import type { UnpaidReason } from '../counting/outcome.ts';
import type { Terms } from '../counting/terms.ts';
import type { Instant } from '../time/index.ts';
import type { Attribution, Rejection } from './credit.ts';

/** One conversion and everything its attribution may depend on. */
export interface AttributionInput {
  /** When the conversion happened. */
  readonly at: Instant;
  /** When its fact was recorded: nothing learned later is looked at. */
  readonly knownAt: Instant;
  /** Keyed hash of the buyer's e-mail address. */
  readonly emailHash: string | null;
  /** All of the customer's touchpoints, this fact's included, in any order; their ids are unique. */
  readonly touches: readonly Touchpoint[];
  /** The coupon used on this very conversion; also in `touches`. */
  readonly ownCoupon: Touchpoint | null;
  readonly kept: KeptAttribution | null;
  /** Of a sale, as its sender named it: a split may have been agreed for it alone. */
  readonly saleEventId: string | null;
  /** Products and categories of its lines; empty when it names none. */
  readonly products: ReadonlySet<string>;
  /** Splits agreed for this customer. */
  readonly agreements: readonly CustomerAgreement[];
  /** The accepted claim that this conversion is recorded for. */
  readonly claimed: Claimed | null;
  readonly terms: Terms;
}

/** An accepted claim says whose a conversion is. */
export interface Claimed {
  readonly id: string;
  readonly enrollmentId: string;
}

/** Who has had this customer so far, when a program keeps customers. */
export interface KeptAttribution {
  readonly programId: string;
  readonly since: Instant;
  readonly credits: readonly KeptCredit[];
}

export interface KeptCredit {
  readonly enrollmentId: string;
  readonly partnerId: string;
  /** "p/q" */
  readonly share: string;
}

export type AttributionResult =
  | { readonly attributed: true; readonly attribution: Attribution }
  | { readonly attributed: false; readonly unpaid: UnattributedReason; readonly rejected: readonly Rejection[] };

export type UnattributedReason = Extract<UnpaidReason, 'no_touchpoint' | 'no_qualifying_touchpoint' | 'no_plan_in_force'>;
