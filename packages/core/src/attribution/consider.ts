import type { Touchpoint } from '../counting/fact.ts';
import { valueAt } from '../counting/terms.ts';
import type { EnrollmentTerms } from '../counting/terms.ts';
import type { AttributionInput } from './attribution-input.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { RejectionReason } from './credit.ts';

/** A touchpoint under examination; `reason` is null as long as nothing speaks against it. */
export interface Considered {
  readonly touch: Touchpoint;
  readonly enrollment: EnrollmentTerms | null;
  reason: RejectionReason | null;
}

/** A touchpoint that may earn: its enrollment is known. */
export interface Contestant extends Considered {
  readonly enrollment: EnrollmentTerms;
}

/** What speaks against a touchpoint whatever its program says, or null. */
export function refusedBeforeRules(
  touch: Touchpoint,
  enrollment: EnrollmentTerms | null,
  input: AttributionInput,
): RejectionReason | null {
  if (touch.flag !== null) return touch.flag;
  if (touch.at > input.at) return 'after_conversion';
  return enrollment === null ? 'unknown_enrollment' : null;
}

/** What speaks against a touchpoint under the attribution rules of its program, or null. */
export function refusedByRules(
  touch: Touchpoint,
  enrollment: EnrollmentTerms,
  rules: CompiledRules,
  input: AttributionInput,
): RejectionReason | null {
  if (touch.via === 'coupon' && rules.coupon === 'ignored') return 'coupon_ignored';
  const late = refusedByTime(touch, rules, input);
  if (late !== null) return late;
  if (touch.products !== undefined && !covers(touch.products, input.products)) return 'other_products';
  if (valueAt(enrollment.states, touch.at, input.knownAt) !== 'active') return 'partner_not_active';
  return refusedAtConversion(enrollment, rules, input);
}

/** What was agreed with the touchpoint itself goes before the window of the plan. */
function refusedByTime(
  { at, via, until, endedAt }: Touchpoint,
  rules: CompiledRules,
  input: AttributionInput,
): 'outside_window' | 'no_longer_valid' | null {
  if (endedAt !== undefined && input.at >= endedAt) return 'no_longer_valid';
  if (until !== undefined) return input.at < until ? null : 'no_longer_valid';
  return input.at - at > rules.windows[via] ? 'outside_window' : null;
}

/** A conversion that names no product contradicts nothing. */
function covers(products: readonly string[], sold: ReadonlySet<string>): boolean {
  return sold.size === 0 || products.some((product) => sold.has(product));
}

/**
 * What speaks against paying an enrollment for this conversion, whenever it touched the customer: a paused or ended
 * partner earns nothing from then on, and a partner is not paid for its own purchase unless the plan allows it.
 */
export function refusedAtConversion(
  enrollment: EnrollmentTerms,
  rules: CompiledRules,
  input: AttributionInput,
): 'partner_not_active' | 'self_referral' | null {
  const state = valueAt(enrollment.states, input.at, input.knownAt);
  if (state === undefined || state === 'paused' || state === 'ended') return 'partner_not_active';
  if (rules.selfReferral === 'allow' || input.emailHash === null) return null;
  const own = valueAt(enrollment.partner, input.at, input.knownAt)?.emailHashes;
  return own !== undefined && own.includes(input.emailHash) ? 'self_referral' : null;
}

/** Whether anything about the enrollment was known when the fact was recorded; a replay must not see one made since. */
export function isKnown(enrollment: EnrollmentTerms, input: AttributionInput): boolean {
  for (const entry of enrollment.states) if (entry.recordedAt <= input.knownAt) return true;
  return false;
}
