export { compareDuties, type DutyChanges } from './compare-duties.ts';
export { compileDuties, type Compiled, type Duty, endOf, usualRemindDays } from './compile.ts';
export {
  type DutyEvent,
  type DutyNews,
  type DutyState,
  dutyStates,
  isSettled,
  missedAfterDays,
  newsOf,
  stateOf,
} from './duty-state.ts';
export type { Cadence, CharterDates, DutyKind, DutyOwner, DutyTerms, DutyText, MediationTerms, ProofKind } from './duty-terms.ts';
export { dutyKinds, owners, paces, proofKinds } from './duty-terms.ts';
export { dutyWords } from './duty-words.ts';
