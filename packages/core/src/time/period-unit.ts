import type { Instant } from './instant.ts';

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'ever';

/** A half-open stretch of time, `from <= instant < to`, named by its local calendar. */
export interface Period {
  readonly key: string;
  readonly from: Instant;
  readonly to: Instant;
}
