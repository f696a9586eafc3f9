export { canonicalFact, canonicalTransaction, type StoredFact } from './canonical.ts';
export { followConversion, openLines, remainingOf, reversedTarget, sum } from './conversion.ts';
export { type CommissionState, type CommissionStates, commissionStates } from './commission-states.ts';
export { changesTo } from './changes-to.ts';
export { count } from './count.ts';
export type { CountingOptions } from './counting-options.ts';
export { absorbConversion, bindTouches } from './customer.ts';
export {
  type Billing,
  type Fact,
  type FactBody,
  factKinds,
  type FactKind,
  type FactTouch,
  keyOfFact,
  type OrderLine,
  type Touchpoint,
  type TouchFlag,
} from './fact.ts';
export type {
  Arithmetic,
  CapApplied,
  Commission,
  CommissionChange,
  CommissionStatus,
  Decision,
  Outcome,
  Reversal,
  RuleVerdict,
  TierSlice,
  UnpaidReason,
} from './outcome.ts';
export { replayState, type ReplayState } from './replay-state.ts';
export {
  emptyCustomer,
  type CommissionRecord,
  type Conversion,
  type ConversionLine,
  type CountingState,
  type CustomerRecord,
  type DueAmount,
  type PayoutRecord,
} from './state.ts';
export { unpaidClick } from './unpaid-click.ts';
export {
  type Certificate,
  type CodeOwner,
  type Dated,
  type EnrollmentState,
  type EnrollmentTerms,
  type PartnerFacts,
  planVersionAt,
  type PlanVersionTerms,
  type ProgramTerms,
  type Terms,
  valueAt,
} from './terms.ts';
