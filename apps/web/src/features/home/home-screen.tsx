import { SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { homePeriods } from '../../lib/routes.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { FirstStepsCard } from './first-steps/first-steps-card.tsx';
import { Funnel } from './funnel.tsx';
import { homeQuery, type Home } from './home.queries.ts';
import { Movers } from './movers.tsx';
import { Needs } from './needs.tsx';
import { Trend } from './trend.tsx';

const route = getRouteApi('/console/home');

/** The first screen of the day. */
export function HomeScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { days = 30 } = route.useSearch();
  const { data, error, refetch } = useQuery(homeQuery(days));
  const choose = (value: string) => {
    const chosen = homePeriods.find((each) => String(each) === value) ?? 30;
    void navigate({ search: chosen === 30 ? {} : { days: chosen }, replace: true });
  };
  const period = (
    <SegmentedControl
      size="xs"
      aria-label={t`Period`}
      value={String(days)}
      onChange={choose}
      data={[
        { value: '7', label: t`7 days` },
        { value: '30', label: t`30 days` },
        { value: '90', label: t`90 days` },
      ]}
    />
  );
  return (
    <>
      <PageHeader title={t`Home`} actions={period}>
        {data !== undefined && data.waiting > 0 && <Trans>Facts being counted, not in these figures yet: {data.waiting}</Trans>}
      </PageHeader>
      <Stack gap="xl">
        <FirstStepsCard />
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Waiting />}
        {data !== undefined && <Figures home={data} />}
        <Outlet />
      </Stack>
    </>
  );
}

function Figures({ home }: { home: Home }) {
  return (
    <>
      <Needs needs={home.needs} />
      <Funnel funnel={home.funnel} currency={home.currency} />
      <Trend side={home.funnel.current} currency={home.currency} />
      <Movers {...home} />
    </>
  );
}

function Waiting() {
  const { t } = useLingui();
  return (
    <Stack gap="xl" aria-label={t`Loading`} component="output">
      <Skeleton h={72} />
      <Skeleton h={120} />
      <Skeleton h={140} />
    </Stack>
  );
}
