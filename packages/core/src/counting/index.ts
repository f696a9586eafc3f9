export {
  blockBits,
  type Block,
  blockNames,
  type Blocks,
  isBlockedBy,
  isWaiting,
  noBlocks,
  waitingStatus,
  type WaitingStatus,
} from './blocks.ts';
export { canonicalFact, canonicalTransaction, type StoredFact, transactionOf } from './canonical.ts';
export { followConversion, openLines, remainingOf, reversedTarget, sum } from './conversion.ts';
export { type CommissionState, type CommissionStates, commissionStates } from './commission-states.ts';
export { changesTo } from './changes-to.ts';
export { contributionKinds, type ContributionKind, customerKinds, isContribution } from './contribution.ts';
export { count } from './count.ts';
export { exchangedAmount } from './count-money.ts';
export type { CountingOptions } from './counting-options.ts';
export { absorbConversion, bindTouches, type CustomerFact } from './customer.ts';
export { type CustomerNeeds, customerNeeds } from './customer-needs.ts';
export {
  type AgreedPart,
  type AimedCommission,
  type Billing,
  type ExchangeTerms,
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
export {
  needsReason,
  type ReviewAction,
  reviewActionOf,
  reviewActions,
  reviewKinds,
  type ReviewVerdict,
  reviewVerdict,
} from './review-action.ts';
export { earnedTotals, needsReview, type Reviewing } from './review-need.ts';
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
  defaultVersionAt,
  type EnrollmentState,
  type EnrollmentTerms,
  type PartnerFacts,
  planVersionAt,
  type PlanVersionTerms,
  type ProgramPlace,
  type ProgramTerms,
  type Terms,
  valueAt,
} from './terms.ts';
