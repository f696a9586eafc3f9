export { type EarliestEnd, earliestEnd, type EndBasis } from './earliest-end.ts';
export { type ExitGap, exitGapCodes, exitPlanGaps, isExitPlanComplete } from './exit-plan.ts';
export type { ExitStep } from './exit-steps.ts';
export { type ExitStepKey, exitStepKeys } from './exit-words.ts';
export { type ExitBalance, finalAccount, type FinalLine } from './final-account.ts';
export {
  actOnLeaving,
  giveNotice,
  type Leaving,
  type LeavingAct,
  type LeavingOffer,
  type LeavingRefusal,
  leavingStates,
  type LeavingState,
  readsUntil,
} from './leaving.ts';
export { dayAfter, type ExitCase, type ExitRehearsal, type LeftCharter, type OpenDuty, rehearseExit } from './rehearse.ts';
export { retentionOf, type RetentionRule } from './retention.ts';
