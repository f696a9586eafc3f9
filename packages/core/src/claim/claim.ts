import type { Instant } from '../time/index.ts';

export const claimKinds = ['missing', 'wrong', 'rejected', 'split'] as const;
/** A fact is missing, is wrong, was rejected (or its commission refused or held), or was shared wrongly. */
export type ClaimKind = (typeof claimKinds)[number];

export const claimStates = ['open', 'asked', 'accepted', 'partly_accepted', 'refused', 'withdrawn'] as const;
export type ClaimState = (typeof claimStates)[number];

export const claimSteps = [
  'say',
  'ask',
  'reply',
  'accept',
  'accept_partly',
  'refuse',
  'withdraw',
  'accept_automatically',
  'settle',
] as const;
export type ClaimStep = (typeof claimSteps)[number];

/** How a claim stands, as far as steps depend on it. */
export interface ClaimStanding {
  readonly state: ClaimState;
  /** When the days are over; null while the clock stands still or the claim is decided. */
  readonly deadline: Instant | null;
  /** By its terms silence accepts. */
  readonly isAutomatic: boolean;
  /** What it was accepted for is recorded. */
  readonly isSettled: boolean;
}

/** Whether a step may follow, or what keeps it from it. */
export type ClaimVerdict = 'allowed' | 'decided' | 'not_asked' | 'too_late' | 'not_due' | 'nothing_to_settle';

const decided: ReadonlySet<ClaimState> = new Set(['accepted', 'partly_accepted', 'refused', 'withdrawn']);

/** Whether nothing more is to be answered. */
export function isDecided(state: ClaimState): boolean {
  return decided.has(state);
}

/** Whether the days to answer are over at `now`, and nobody has. */
export function isOverdue({ state, deadline }: Pick<ClaimStanding, 'state' | 'deadline'>, now: Instant): boolean {
  return state === 'open' && deadline !== null && deadline <= now;
}

/** Whether the step may be taken at `now`. */
export function claimVerdict(standing: ClaimStanding, step: ClaimStep, now: Instant): ClaimVerdict {
  const { state, isAutomatic, isSettled } = standing;
  if (step === 'settle') {
    return (state === 'accepted' || state === 'partly_accepted') && !isSettled ? 'allowed' : 'nothing_to_settle';
  }
  if (isDecided(state)) return 'decided';
  const isLapsed = isAutomatic && isOverdue(standing, now);
  if (step === 'reply') return state === 'asked' ? 'allowed' : 'not_asked';
  if (step === 'accept_automatically') return isLapsed ? 'allowed' : 'not_due';
  return isLapsed && (step === 'ask' || step === 'refuse' || step === 'accept_partly') ? 'too_late' : 'allowed';
}

const after: Readonly<Record<Exclude<ClaimStep, 'say' | 'settle'>, ClaimState>> = {
  ask: 'asked',
  reply: 'open',
  accept: 'accepted',
  accept_partly: 'partly_accepted',
  refuse: 'refused',
  withdraw: 'withdrawn',
  accept_automatically: 'accepted',
};

/** How it stands after a step that was allowed. */
export function stateAfter(state: ClaimState, step: ClaimStep): ClaimState {
  return step === 'say' || step === 'settle' ? state : after[step];
}
