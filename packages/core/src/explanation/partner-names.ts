import type { WhyInput } from './why-input.ts';

/** Finds the name of a partner among everything the caller passed; falls back to the id. */
export interface PartnerNames {
  readonly byPartner: (partnerId: string) => string;
  readonly byEnrollment: (enrollmentId: string) => string;
}

export function partnerNames(input: WhyInput): PartnerNames {
  const partners = new Map(Object.entries(input.names.partners ?? {}));
  const enrollments = new Map<string, string>();
  for (const { partnerId, partnerName } of input.reversals) partners.set(partnerId, partnerName);
  for (const { enrollmentId, partnerName } of input.touches) enrollments.set(enrollmentId, partnerName);
  for (const { enrollmentId, partnerId, partnerName } of input.commissions) {
    partners.set(partnerId, partnerName);
    enrollments.set(enrollmentId, partnerName);
  }
  for (const { enrollmentId, partnerId } of input.decision?.credits ?? []) {
    const name = partners.get(partnerId) ?? enrollments.get(enrollmentId);
    if (name === undefined) continue;
    partners.set(partnerId, name);
    enrollments.set(enrollmentId, name);
  }
  return {
    byPartner: (partnerId) => partners.get(partnerId) ?? partnerId,
    byEnrollment: (enrollmentId) => enrollments.get(enrollmentId) ?? enrollmentId,
  };
}
