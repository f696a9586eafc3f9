import { Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ChartFrame } from '../../ui/charts/chart-frame.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { cohortsQuery } from './analytics.queries.ts';
import { Answered } from './answered.tsx';
import { figuresText } from './figures-text.ts';
import { useScope } from './use-scope.ts';

const Lines = lazy(async () => ({ default: (await import('../../ui/charts/lines.tsx')).Lines }));

type Cohorts = AnswerOf<'getCohorts'>;
const DRAWN = 8;

/** What the customers of one month brought since, month after month. */
export function CohortsScreen() {
  return <Answered query={useQuery(cohortsQuery(useScope()))}>{(cohorts) => <CohortsView answer={cohorts} />}</Answered>;
}

function CohortsView({ answer: { cohorts, currency } }: { answer: Cohorts }) {
  const { t } = useLingui();
  const text = figuresText(useLanguage());
  if (cohorts.length === 0) {
    return (
      <EmptyState title={t`No customer bought for the first time in these months.`}>
        <Trans>Choose earlier days, or every program.</Trans>
      </EmptyState>
    );
  }
  const longest = Math.max(...cohorts.flatMap(({ months }) => months.map(({ since }) => since)));
  const sinces = Array.from({ length: longest + 1 }, (_, since) => since);
  const names = cohorts.map(({ month }) => text.month(month));
  const title = t`Sold less refunded, by month since the first purchase`;
  const at = (cohort: Cohorts['cohorts'][number], since: number) => cohort.months.find((month) => month.since === since)?.net;
  return (
    <Stack gap="lg">
      <ChartFrame
        title={title}
        fileName="cordee-cohorts"
        table={{
          head: [t`First purchase`, t`Customers`, ...sinces.map((since) => (since === 0 ? t`That month` : `+${since}`))],
          rows: cohorts.map((cohort, index) => [
            names[index] ?? cohort.month,
            text.number(cohort.customers),
            ...sinces.map((since) => moneyOr(at(cohort, since), (value) => text.money(value, currency))),
          ]),
          plainRows: cohorts.map((cohort) => [
            cohort.month,
            String(cohort.customers),
            ...sinces.map((since) => moneyOr(at(cohort, since), String)),
          ]),
        }}
      >
        <Lines
          label={title}
          by="since"
          rows={sinces.map((since) => ({
            since: `+${since}`,
            ...Object.fromEntries(
              cohorts.slice(-DRAWN).flatMap((cohort) => {
                const net = at(cohort, since);
                return net === undefined ? [] : [[cohort.month, net]];
              }),
            ),
          }))}
          series={cohorts.slice(-DRAWN).map(({ month }) => ({ name: month, label: text.month(month) }))}
          format={(value) => text.money(value, currency)}
        />
      </ChartFrame>
    </Stack>
  );
}

function moneyOr(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? '' : format(value);
}
