import type { Scale } from './scale.ts';
import type { Postgres } from './stage/postgres.ts';

export interface BenchContext {
  readonly scale: Scale;
  readonly postgres: Postgres;
  /** Temporary folder of the run. */
  readonly home: string;
  /** Says what is going on to who watches. */
  readonly log: (line: string) => void;
}

/** What several benches stand on is made by the first that asks. */
export function oncePerRun<Made>(make: (context: BenchContext) => Promise<Made>): (context: BenchContext) => Promise<Made> {
  const made = new WeakMap<BenchContext, Promise<Made>>();
  return (context) => {
    const known = made.get(context) ?? make(context);
    made.set(context, known);
    return known;
  };
}
