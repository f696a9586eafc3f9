export {
  type BriefMark,
  type ClockRequest,
  type Dispute,
  type DisputeAct,
  type DisputePause,
  type DisputeRefusal,
  disputeRefusals,
  type DisputeState,
  disputeStates,
  mostAgreedDays,
  mostPausedDays,
  type PauseReason,
  pauseReasons,
} from './dispute.ts';
export { act, advance, isOver, needsBoth, openDispute, showsBrief } from './escalation.ts';
export * from './ladder.ts';
export { type ProofCase, type ProofGap, proofGaps, proofGapWords } from './proof-gaps.ts';
export { daysOfStep, reminderDay, type StepDay, stepDeadline } from './step-days.ts';
