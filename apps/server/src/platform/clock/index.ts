import type { Instant } from '@cordee/core/time';

export type Clock = () => Instant;

/** The one place that reads the machine's clock. */
export const systemClock: Clock = () => Date.now();
