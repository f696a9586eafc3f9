import { Group, Select, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { useCountryName } from '../../lib/use-country-name.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useSearchChange } from '../../lib/use-search-change.ts';
import { ChartFrame } from '../../ui/charts/chart-frame.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { seriesQuery, type Metric, type Series, type Split, type Step } from './analytics.queries.ts';
import { Answered } from './answered.tsx';
import { figuresText } from './figures-text.ts';
import { metricWords, splitWords, stepWords } from './metric-words.ts';
import { useScope } from './use-scope.ts';

const Lines = lazy(async () => ({ default: (await import('../../ui/charts/lines.tsx')).Lines }));
const route = getRouteApi('/console/analytics');
const DRAWN = 6;

/** One figure over time, whole or by what it is made of. */
export function SeriesScreen() {
  const scope = useScope();
  const { metric, split, by } = useChoices();
  const query = useQuery(seriesQuery({ ...scope, metric, by, ...(split === null ? {} : { split }) }));
  return (
    <Stack gap="sm">
      <Choices metric={metric} split={split} by={by} />
      <Answered query={query}>{(answer) => <SeriesChart answer={answer} split={split} />}</Answered>
    </Stack>
  );
}

function useChoices(): { metric: Metric; split: Split | null; by: Step } {
  const { metric, split, by } = route.useSearch();
  return {
    metric: known(metricWords, metric) ?? 'sales',
    split: known(splitWords, split),
    by: known(stepWords, by) ?? 'week',
  };
}

function known<Name extends string>(words: Readonly<Record<Name, unknown>>, name: string | undefined): Name | null {
  return name !== undefined && Object.hasOwn(words, name) ? (name as Name) : null;
}

function Choices({ metric, split, by }: { metric: Metric; split: Split | null; by: Step }) {
  const { t } = useLingui();
  const change = useSearchChange();
  const choose = (name: 'metric' | 'split' | 'by', value: string | null) => change({ [name]: value ?? undefined });
  const options = (words: Readonly<Record<string, MessageDescriptor>>) =>
    Object.entries(words).map(([value, word]) => ({ value, label: t(word) }));
  return (
    <Group gap="xs">
      <Select
        aria-label={t`Figure`}
        allowDeselect={false}
        data={options(metricWords)}
        value={metric}
        onChange={(value) => choose('metric', value)}
      />
      <Select
        aria-label={t`Split`}
        placeholder={t`All together`}
        clearable
        clearButtonProps={{ 'aria-label': t`All together` }}
        data={options(splitWords)}
        value={split}
        onChange={(value) => choose('split', value)}
      />
      <Select
        aria-label={t`Step`}
        allowDeselect={false}
        data={options(stepWords)}
        value={by}
        onChange={(value) => choose('by', value)}
      />
    </Group>
  );
}

function SeriesChart({ answer, split }: { answer: Series; split: Split | null }) {
  const { t } = useLingui();
  const text = figuresText(useLanguage());
  const countryName = useCountryName();
  const { currency, periods, series } = answer;
  const format = (value: number) => (currency === null ? text.number(value) : text.money(value, currency));
  const nameOf = ({ key, label }: Series['series'][number]) => {
    if (key === 'all') return t`All together`;
    if (key === 'others') return t`All others`;
    return split === 'country' ? countryName(key) || t`No country` : (label ?? (key === '' ? t`None` : key));
  };
  const title = [t(metricWords[answer.metric]), ...(split === null ? [] : [t(splitWords[split])])].join(', ');
  const shown = series.slice(0, DRAWN);
  if (series.every(({ total }) => total === 0)) {
    return (
      <EmptyState title={t`Nothing in this period.`}>
        <Trans>Choose other days, another figure or every program.</Trans>
      </EmptyState>
    );
  }
  return (
    <ChartFrame
      title={title}
      fileName={`cordee-${answer.metric}${split === null ? '' : `-${split}`}`}
      table={{
        head: [t`From`, ...series.map(nameOf)],
        rows: periods.map((period, at) => [text.day(period), ...series.map(({ values }) => format(values[at] ?? 0))]),
        plainRows: periods.map((period, at) => [period, ...series.map(({ values }) => String(values[at] ?? 0))]),
      }}
    >
      <Lines
        label={title}
        by="period"
        rows={periods.map((period, at) => ({
          period: text.day(period),
          ...Object.fromEntries(shown.map(({ key, values }) => [key, values[at] ?? 0])),
        }))}
        series={shown.map((one) => ({ name: one.key, label: nameOf(one) }))}
        format={format}
      />
    </ChartFrame>
  );
}
