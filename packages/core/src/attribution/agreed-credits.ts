import { valueAt } from '../counting/terms.ts';
import type { EnrollmentTerms } from '../counting/terms.ts';
import type { Rate } from '../money/index.ts';
import type { AttributionInput } from './attribution-input.ts';
import type { CompiledRules } from './compile-rules.ts';
import { refusedAtConversion } from './consider.ts';
import type { Contestant } from './consider.ts';
import type { Credit } from './credit.ts';
import { normaliseShares } from './split-credit.ts';

interface Party {
  readonly enrollment: EnrollmentTerms;
  readonly share: Rate;
  readonly touchpointId: string | null;
}

/**
 * The agreed split: as soon as one listed partner has a touchpoint, every listed partner that may earn at the conversion
 * receives its share, in the plan's order. The share of one that may not is spread over the others in proportion.
 * Null when no listed partner touched the customer. Touchpoints of partners outside the agreement are marked.
 */
export function agreedCredits(
  shares: ReadonlyMap<string, Rate>,
  programId: string,
  contestants: readonly Contestant[],
  rules: CompiledRules,
  input: AttributionInput,
): Credit[] | null {
  const latest = new Map<string, Contestant>();
  for (const contestant of contestants) {
    if (shares.has(contestant.enrollment.partnerId)) latest.set(contestant.enrollment.partnerId, contestant);
  }
  if (latest.size === 0) return null;
  const parties: Party[] = [];
  for (const [partnerId, share] of shares) {
    if (share.numerator <= 0n) continue;
    const touched = latest.get(partnerId);
    const enrollment = touched?.enrollment ?? untouchedEnrollment(programId, partnerId, rules, input);
    if (enrollment !== null) parties.push({ enrollment, share, touchpointId: touched?.touch.id ?? null });
  }
  if (parties.length === 0) return null;
  const paid = new Set(parties.map(({ enrollment }) => enrollment.partnerId));
  for (const contestant of contestants) {
    if (!paid.has(contestant.enrollment.partnerId)) contestant.reason = 'outside_agreement';
  }
  const texts = normaliseShares(parties.map((party) => party.share));
  return parties.map(({ enrollment, touchpointId }, index) => ({
    enrollmentId: enrollment.id,
    partnerId: enrollment.partnerId,
    share: texts[index] ?? '0/1',
    via: 'agreement',
    touchpointId,
  }));
}

/** The active enrollment, lowest id first, of a listed partner that did not touch this customer. */
function untouchedEnrollment(
  programId: string,
  partnerId: string,
  rules: CompiledRules,
  input: AttributionInput,
): EnrollmentTerms | null {
  for (const enrollment of enrollmentsOf(programId, partnerId, input)) {
    if (valueAt(enrollment.states, input.at, input.knownAt) !== 'active') continue;
    if (refusedAtConversion(enrollment, rules, input) === null) return enrollment;
  }
  return null;
}

const byPartner = new WeakMap<ReadonlyMap<string, EnrollmentTerms>, Map<string, EnrollmentTerms[]>>();

function enrollmentsOf(programId: string, partnerId: string, { terms }: AttributionInput): readonly EnrollmentTerms[] {
  let index = byPartner.get(terms.enrollments);
  if (index === undefined) {
    index = new Map();
    for (const enrollment of terms.enrollments.values()) {
      const key = `${enrollment.programId} ${enrollment.partnerId}`;
      const list = index.get(key);
      if (list === undefined) index.set(key, [enrollment]);
      else list.push(enrollment);
    }
    for (const list of index.values()) list.sort((a, b) => (a.id < b.id ? -1 : 1));
    byPartner.set(terms.enrollments, index);
  }
  return index.get(`${programId} ${partnerId}`) ?? [];
}
