import type { Arrival } from './visit.ts';

export interface Picture {
  readonly name: string;
  readonly path: string;
  /** A text that stands on the screen once it is whole. */
  readonly ready: string;
  readonly arrival: Arrival;
}

/** All of this year, as an address says it. */
export const YEAR = `from=${new Date().getFullYear()}-01-01&to=${new Date().getFullYear()}-12-31`;
export const PHONE = { width: 390, height: 844, scale: 2 } as const;
