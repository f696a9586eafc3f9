import { Alert, Progress, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Instant } from '../../ui/values.tsx';
import { planQuery } from './plan.queries.ts';
import { SimulationForm } from './simulation-form.tsx';
import { SimulationList } from './simulation-list.tsx';
import { isUnderWay, lastOf, simulationQuery, type Simulation } from './simulation.queries.ts';
import { SimulationResult } from './simulation-result.tsx';

const route = getRouteApi('/console/plans/$planId/simulation');

/** What other rules would have paid: tried on the real history, kept, found again by its address. */
export function PlanSimulation() {
  const { planId } = route.useParams();
  const { run } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: plan } = useQuery(planQuery(planId));
  if (plan === undefined) return null;
  const open = (id: string) => void navigate({ search: { run: id }, resetScroll: false });
  return (
    <Stack gap="xl">
      <SimulationForm plan={plan} onStarted={open} />
      {run !== undefined && <Run key={run} id={run} />}
      <SimulationList planId={planId} shown={run} onOpen={open} />
    </Stack>
  );
}

function Run({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    ...simulationQuery(id),
    refetchInterval: ({ state }) => (state.data === undefined || isUnderWay(state.data) ? 1_000 : false),
  });
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  if (isUnderWay(data)) return <UnderWay simulation={data} />;
  if (data.result === null) {
    return (
      <Alert color="red" variant="outline" role="alert">
        <Trans>This simulation could not be finished. Start it again; if it fails again, tell whoever runs this server.</Trans>
      </Alert>
    );
  }
  return <SimulationResult simulation={data} result={data.result} />;
}

function UnderWay({ simulation }: { simulation: Simulation }) {
  const { t } = useLingui();
  const { facts, total, from } = simulation;
  const last = lastOf(simulation);
  return (
    <Stack gap={6} component="section">
      <Text component="output">
        <Trans>
          Counting the history again from <Instant at={from} show="day" /> to <Instant at={last} show="day" />: {facts} of {total}{' '}
          facts. You may leave this page: the result waits here.
        </Trans>
      </Text>
      <Progress value={total === 0 ? 0 : Math.floor((facts / total) * 100)} aria-label={t`Progress of the simulation`} animated />
    </Stack>
  );
}
