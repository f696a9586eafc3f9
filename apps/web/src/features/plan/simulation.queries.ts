import type { AnswerOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf } from '../../lib/api/queries.ts';

export type Simulation = AnswerOf<'getSimulation'>;
export type Simulated = NonNullable<Simulation['result']>;

const UNDER_WAY = new Set<Simulation['state']>(['waiting', 'running']);

export const simulationsQuery = (planId: string) => ({
  ...pagesOf('listSimulations', { query: { planId, limit: 20 } }),
  /** While one runs the list follows it. */
  refetchInterval: 5_000,
});

export const simulationQuery = (id: string) => queryOf('getSimulation', { params: { id } });

export function isUnderWay({ state }: Pick<Simulation, 'state'>): boolean {
  return UNDER_WAY.has(state);
}

/** The end of a period is exclusive; people say its last day. */
export function lastOf({ to }: Pick<Simulation, 'to'>): string {
  return new Date(Date.parse(to) - 1).toISOString();
}
