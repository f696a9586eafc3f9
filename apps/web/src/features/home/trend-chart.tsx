import { formatMoney } from '@cordee/core/money';
import { formatDate, isLocalDate } from '@cordee/core/time';
import { useLingui } from '@lingui/react/macro';
import { lazy } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import { axisMoney } from '../../ui/charts/axis-text.ts';
import { ChartFrame } from '../../ui/charts/chart-frame.tsx';

const Bars = lazy(async () => ({ default: (await import('../../ui/charts/bars.tsx')).Bars }));

interface TrendChartProps {
  /** Days. */
  readonly periods: readonly string[];
  /** In minor units. */
  readonly values: readonly number[];
  readonly currency: string;
}

/** Sold by day: a chart, a table and a file like all others. */
export function TrendChart({ periods, values, currency }: TrendChartProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const money = (value: number) => formatMoney({ amount: BigInt(value), currency }, language);
  const day = (date: string) => (isLocalDate(date) ? formatDate(date, language) : date);
  const short = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const highest = Math.max(...values);
  const [best, most] = [day(periods[values.indexOf(highest)] ?? ''), money(highest)];
  return (
    <ChartFrame
      title={t`Sold by day`}
      fileName="cordee-sold-by-day"
      height={200}
      table={{
        head: [t`Day`, t`Sold`],
        rows: periods.map((date, index) => [day(date), money(values[index] ?? 0)]),
        plainRows: periods.map((date, index) => [date, String(values[index] ?? 0)]),
      }}
    >
      <Bars
        label={t`Sold by day. The most, ${most}, on ${best}.`}
        by="day"
        rows={periods.map((date, index) => ({ day: short.format(new Date(`${date}T00:00:00Z`)), amount: values[index] ?? 0 }))}
        series={[{ name: 'amount', label: t`Sold`, color: 'pine.6' }]}
        format={(value) => axisMoney(value, currency, language)}
      />
    </ChartFrame>
  );
}
