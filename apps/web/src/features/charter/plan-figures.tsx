import { Progress, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';
import { queryOf } from '../../lib/api/queries.ts';
import { Figure, Figures } from '../../ui/figures.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Money } from '../../ui/values.tsx';

interface PlanFiguresProps {
  readonly partnerId: string;
  /** The plan whose place the other takes. */
  readonly running: string;
  readonly planId: string;
  readonly version: number;
}

const YEAR_MS = 365 * 86_400_000;

/** What this partner would have earned in the last twelve months under the annexed version: its facts counted again, nothing written. */
export function PlanFigures(props: PlanFiguresProps) {
  const { id, error, again } = useStarted(props);
  const { data, error: unread } = useQuery({
    ...queryOf('getSimulation', { params: { id: id ?? '' } }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.state === 'done' || state.data?.state === 'failed' ? false : 1000),
  });
  if (error !== null || unread !== null) return <ProblemNotice error={error ?? unread} onRetry={again} />;
  if (data?.state === 'failed') {
    return (
      <Text size="sm" role="alert" mt="xs">
        <Trans>It could not be finished. Try the plan on its own page.</Trans>
      </Text>
    );
  }
  if (data?.result === null || data?.result === undefined) return <Counting done={data?.facts ?? 0} total={data?.total ?? 0} />;
  const rows = data.result.partners.filter((row) => row.partnerId === props.partnerId);
  return <Earned rows={rows} />;
}

function Counting({ done, total }: { done: number; total: number }) {
  const { t } = useLingui();
  return (
    <Progress mt="sm" aria-label={t`Counting again`} value={total === 0 ? 100 : (100 * done) / total} animated={total === 0} />
  );
}

interface EarnedProps {
  readonly rows: readonly {
    readonly currency: string;
    readonly current: number;
    readonly simulated: number;
    readonly difference: number;
  }[];
}

function Earned({ rows }: EarnedProps) {
  const { t } = useLingui();
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed" mt="xs">
        <Trans>Nothing was earned in the last twelve months, under either version.</Trans>
      </Text>
    );
  }
  return rows.map(({ currency, current, simulated, difference }) => (
    <Figures key={currency} label={t`The last twelve months in ${currency}`}>
      <Figure label={t`Earned`}>
        <Money amount={current} currency={currency} />
      </Figure>
      <Figure label={t`Would have been`}>
        <Money amount={simulated} currency={currency} />
      </Figure>
      <Figure label={t`Difference`}>
        <Money amount={difference} currency={currency} signed />
      </Figure>
    </Figures>
  ));
}

/** Begins the simulation once for what is asked; again when asked to. */
function useStarted({ running, planId, version }: PlanFiguresProps) {
  const { data: plan, error: unread } = useQuery(queryOf('getPlan', { params: { id: planId } }));
  const document = plan?.versions.find(({ number }) => number === version)?.document;
  const { data, error, refetch } = useQuery({
    queryKey: ['plan-figures', running, planId, version],
    enabled: document !== undefined,
    // It writes nothing in the books, and is not begun anew by looking away and back.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: () => {
      const to = Date.now();
      const period = { from: iso(to - YEAR_MS), to: iso(to) };
      return call('startSimulation', { body: { planId: running, ...(document === undefined ? {} : { document }), ...period } });
    },
  });
  return { id: data?.id ?? null, error: error ?? unread, again: () => void refetch() };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
