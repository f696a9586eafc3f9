import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { trendQuery, type FunnelSide } from './home.queries.ts';

// The chart, and what charts need, come after what the day begins with.
const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }));

/** What was sold, day by day; nothing where nothing was. */
export function Trend({ side: { from, to }, currency }: { side: FunnelSide; currency: string }) {
  const { data } = useQuery(trendQuery(from, to));
  const values = data?.series[0]?.values ?? [];
  if (data === undefined || values.every((value) => value === 0)) return null;
  return (
    <Suspense fallback={<Skeleton h={290} />}>
      <TrendChart periods={data.periods} values={values} currency={data.currency ?? currency} />
    </Suspense>
  );
}
