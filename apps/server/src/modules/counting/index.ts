export { candidateFacts, concernsKeptThrough } from './candidate-facts.store.ts';
export { maturityDraft, releaseDue } from './verbs/release-due.ts';
export { registerCounting } from './counting.routes.ts';
export { registerReviews } from './review.routes.ts';
export { recordReviews, type ReviewDecision, type ReviewResult } from './review/record-reviews.ts';
export { registerRules } from './rules.routes.ts';
export { type Place, recordExclusively } from './record-exclusively.ts';
export {
  cancellationDraft,
  type CancellationInput,
  type DraftContext,
  leadDraft,
  type LeadInput,
  qualifiedLeadDraft,
  type QualifiedLeadInput,
  refundDraft,
  type RefundInput,
  saleDraft,
  type SaleInput,
} from './events/drafts.ts';
export { type Intake, openIntake, type Receipt } from './intake.ts';
export { recordDrafts, type RecordedBatch, type Recording } from './record.ts';
export { sumsPayable, sumsRecorded, type PartnerSum, type PartnerWeek } from './reminder-sums.store.ts';
export { keepChanges } from './following.store.ts';
export { followCounted, type CommissionNews } from './queries/follow-counted.ts';
export { followClickUses } from './verbs/follow-click-uses.ts';
export { recordPaidClicks } from './verbs/record-paid-clicks.ts';
export { recordReferral } from './verbs/record-referral.ts';
export type { Difference } from './replay/differences.ts';
export type { Verification } from './replay/verify.store.ts';
export { runSimulation } from './simulations/run-simulation.ts';
export { simulatePlan } from './queries/simulate-plan.ts';
export { verifyWorkspace } from './queries/verify-workspace.ts';
export { rebuildProjections } from './verbs/rebuild-projections.ts';
export { type CountingRunner, openRunner } from './runner.ts';
export { registerVerifications } from './verifications.routes.ts';
export { runVerification } from './verifications/run-verification.ts';
