import type { BenchContext } from './context.ts';

/** A figure beside its limit, both taken in the same run. `ratio` says how near it came: 1 is the limit itself, more is better. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is measured against. */
  readonly limit: string;
  /** In the same unit. */
  readonly limitValue: number;
  readonly ratio: number;
  /** The ratio we want, at least. */
  readonly goal: number;
}

export interface Bench {
  readonly name: string;
  readonly goal: number;
  run(context: BenchContext): Promise<Measurement[]>;
}
