export { computeRewards, type RewardOptions } from './compute-rewards.ts';
export { type CapOwner, capKey, milestoneKey, retroactiveBaseKey, retroactiveEarnedKey, volumeKey } from './counter-key.ts';
export { counterKeys } from './counter-keys.ts';
export type { CounterSubject } from './counter-subject.ts';
export type { CounterChange, CreditedLine, RewardContext, RewardLine, RewardOutcome } from './reward.ts';
export { type ReversedCommission, takeBackCounters } from './take-back-counters.ts';
export { uplineShare, type UplineEarning } from './upline-share.ts';
