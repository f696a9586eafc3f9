export type { Cadence, CharterDates, DutyKind, DutyOwner, DutyTerms, DutyText, MediationTerms, ProofKind } from './duty-terms.ts';
export { dutyKinds, owners, paces, proofKinds, sides } from './duty-terms.ts';
