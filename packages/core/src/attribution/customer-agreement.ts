import type { CustomerAgreement } from '../counting/fact.ts';
import { parseRate } from '../money/index.ts';
import { defaultVersionAt } from '../counting/terms.ts';
import type { EnrollmentTerms } from '../counting/terms.ts';
import type { AttributionInput } from './attribution-input.ts';
import { compileRules } from './compile-rules.ts';
import { isKnown, refusedAtConversion } from './consider.ts';
import type { Attribution, Credit } from './credit.ts';
import { normaliseShares } from './split-credit.ts';

/**
 * The credits of a split that was agreed for this customer, or for this very sale, or null when there is none in force or none of its
 * partners may earn. What was agreed for the sale goes before what was agreed for the customer, the later before the earlier. The part
 * of a partner that may not earn goes to the others in proportion.
 */
export function creditsByAgreement(input: AttributionInput): Omit<Attribution, 'rejected'> | null {
  if (input.agreements.length === 0) return null;
  for (const agreement of inForce(input)) {
    const made = creditsOf(agreement, input);
    if (made !== null) return made;
  }
  return null;
}

/**
 * The credit of the partner whose claim was accepted for this very conversion, whole, before every other rule; null when there is none,
 * or when its enrollment may not earn.
 */
export function creditByClaim(input: AttributionInput): Omit<Attribution, 'rejected'> | null {
  if (input.claimed === null) return null;
  const { id, enrollmentId } = input.claimed;
  const made = creditsOf({ id, shares: [{ enrollmentId, share: '1/1' }] }, input);
  return made === null ? null : { ...made, model: 'claim' };
}

function inForce({ agreements, at, saleEventId }: AttributionInput): CustomerAgreement[] {
  return agreements
    .filter(
      (one) =>
        one.at <= at &&
        (one.until === null || at < one.until) &&
        (one.endedAt === null || at < one.endedAt) &&
        (one.sale === null || one.sale === saleEventId),
    )
    .toSorted((a, b) => rank(b) - rank(a) || b.at - a.at || (a.id < b.id ? 1 : -1));
}

function rank({ sale }: CustomerAgreement): number {
  return sale === null ? 0 : 1;
}

function creditsOf(
  { id, shares }: Pick<CustomerAgreement, 'id' | 'shares'>,
  input: AttributionInput,
): Omit<Attribution, 'rejected'> | null {
  const enrollments = shares.map(({ enrollmentId }) => input.terms.enrollments.get(enrollmentId));
  const program = input.terms.programs.get(enrollments.find((enrollment) => enrollment !== undefined)?.programId ?? '');
  const version = program && defaultVersionAt(program, input.at, input.knownAt);
  if (program === undefined || version === undefined) return null;
  const rules = compileRules(version.document.attribution);
  const earning = enrollments.map((enrollment) => {
    if (enrollment === undefined || enrollment.programId !== program.id || !isKnown(enrollment, input)) return null;
    return refusedAtConversion(enrollment, rules, input) === null ? enrollment : null;
  });
  const parties = shares.flatMap(({ share }, index) => {
    const [enrollment, rate] = [earning[index] ?? null, parseRate(share)];
    return enrollment === null || rate === null ? [] : [{ enrollment, rate }];
  });
  if (parties.length === 0) return null;
  const texts = normaliseShares(parties.map(({ rate }) => rate));
  const credits = parties.map(({ enrollment }, index) => credit(enrollment, texts[index] ?? '0/1', id));
  return { model: 'customer_agreement', programId: program.id, planVersionId: version.id, credits };
}

function credit({ id, partnerId }: EnrollmentTerms, share: string, agreementId: string): Credit {
  return { enrollmentId: id, partnerId, share, via: 'agreement', touchpointId: agreementId };
}
