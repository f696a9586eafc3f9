import type { Side } from '../partnership/index.ts';
import type { LocalDate } from '../time/index.ts';

export const pauseReasons = ['documents', 'expert', 'absence', 'holidays', 'court', 'agreed'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** These are nobody's own: the other side has to agree, whatever the ladder says. */
export const sharedReasons: readonly PauseReason[] = ['holidays', 'agreed'];

/** The most days the pauses of one step may take together: those of one side's making, and with those both agreed on. */
export const mostPausedDays = 30;
export const mostAgreedDays = 90;

export interface DisputePause {
  readonly step: number;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly reason: PauseReason;
  readonly by: Side;
  readonly agreed: boolean;
}

/** That a side handed in its brief at a step. What it says stands elsewhere. */
export interface BriefMark {
  readonly step: number;
  readonly side: Side;
  readonly on: LocalDate;
}

export const disputeStates = ['open', 'paused', 'settled', 'decided', 'exhausted', 'withdrawn'] as const;
export type DisputeState = (typeof disputeStates)[number];

export interface StepRecord {
  readonly step: number;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate | null;
  readonly endedBy: Side | 'clock' | null;
  /** Days both sides agreed to add. */
  readonly extraDays: number;
}

/** What one side asks of the other about the clock of the step that runs. */
export type ClockRequest =
  | { readonly kind: 'pause'; readonly by: Side; readonly reason: PauseReason }
  | { readonly kind: 'extension'; readonly by: Side; readonly days: number };

export interface Dispute {
  readonly state: DisputeState;
  readonly openedBy: Side;
  /** Each step that was reached, in order; the last one runs. */
  readonly steps: readonly StepRecord[];
  readonly pauses: readonly DisputePause[];
  readonly briefs: readonly BriefMark[];
  readonly request: ClockRequest | null;
  /** How many decisions were proposed; and the one that waits for the other side. */
  readonly proposals: number;
  readonly proposal: { readonly by: Side; readonly number: number } | null;
  readonly endedOn: LocalDate | null;
  /** The last day on which somebody acted: no act is dated before it, whatever the clock says. */
  readonly actedOn: LocalDate;
}

export type DisputeAct =
  | { readonly kind: 'submit_brief'; readonly side: Side }
  | { readonly kind: 'pause'; readonly side: Side; readonly reason: PauseReason }
  | { readonly kind: 'extend'; readonly side: Side; readonly days: number }
  | { readonly kind: 'agree'; readonly side: Side }
  | { readonly kind: 'decline'; readonly side: Side }
  | { readonly kind: 'resume'; readonly side: Side }
  | { readonly kind: 'step_up'; readonly side: Side }
  | { readonly kind: 'end_mediation'; readonly side: Side }
  | { readonly kind: 'propose'; readonly side: Side }
  | { readonly kind: 'accept'; readonly side: Side; readonly number: number }
  | { readonly kind: 'refuse'; readonly side: Side; readonly number: number }
  | { readonly kind: 'decide'; readonly side: Side }
  | { readonly kind: 'withdraw'; readonly side: Side };

export const disputeRefusals = [
  'over',
  'paused',
  'not_paused',
  'brief_submitted',
  'no_brief',
  'last_step',
  'nothing_asked',
  'own_request',
  'asked_already',
  'nothing_proposed',
  'own_proposal',
  'other_proposal',
  'not_decider',
  'no_mediation',
  'not_opener',
  'paused_enough',
] as const;
export type DisputeRefusal = (typeof disputeRefusals)[number];
