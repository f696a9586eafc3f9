import type { RewardContext } from './reward.ts';

/** What names the counters of an event. */
export type CounterSubject = Pick<RewardContext, 'event' | 'at' | 'zone' | 'currency'> & {
  readonly partner: Pick<RewardContext['partner'], 'enrollmentId' | 'programId'>;
  readonly customer: Pick<RewardContext['customer'], 'id'>;
};
