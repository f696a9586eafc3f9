import { useQuery } from '@tanstack/react-query';
import { connectionsQuery, importsQuery, lastSeenQuery, partnersQuery, planQuery, programsQuery } from './first-steps.queries.ts';
import { useSkippedSteps } from './skipped-steps.ts';
import type { StepName } from './step-search.ts';

export type StepState = 'done' | 'skipped' | 'open';

/** How far a company is, read from what it has: whoever comes back, anywhere, goes on from there. Null until it is known. */
export function useFirstSteps(): Readonly<Record<StepName, StepState>> | null {
  const skipped = useSkippedSteps();
  const { data: programs } = useQuery(programsQuery);
  const planId = programs?.items.at(-1)?.planId;
  const { data: plan } = useQuery({ ...planQuery(planId ?? ''), enabled: planId !== undefined });
  const { data: seen } = useQuery(lastSeenQuery);
  const { data: connections } = useQuery(connectionsQuery);
  const { data: imports } = useQuery(importsQuery);
  const { data: partners } = useQuery(partnersQuery);
  if (programs === undefined || seen === undefined || connections === undefined || imports === undefined) return null;
  if (partners === undefined || (planId !== undefined && plan === undefined)) return null;
  const stateOf = (name: StepName, isDone: boolean): StepState => (isDone ? 'done' : skipped.includes(name) ? 'skipped' : 'open');
  return {
    company: 'done',
    program: stateOf('program', plan?.versions.some(({ state }) => state !== 'draft') === true),
    tracking: stateOf(
      'tracking',
      seen.some(({ lastSeenAt }) => lastSeenAt !== null),
    ),
    events: stateOf('events', connections.items.length + imports.items.length > 0),
    partner: stateOf('partner', partners.items.length > 0),
  };
}
