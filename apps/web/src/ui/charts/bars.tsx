import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';

export interface BarsProps {
  readonly label: string;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  /** The field every bar or group of bars stands for. */
  readonly by: string;
  readonly series: readonly { readonly name: string; readonly label: string; readonly color: string }[];
  readonly format: (value: number) => string;
  /** Bars that lie: names that are long stand beside them. */
  readonly lying?: boolean;
  /** Gains and losses in colours of their own. */
  readonly signed?: boolean;
}

/** Bars, beside each other by series. Loaded when shown. */
export function Bars({ label, rows, by, series, format, lying = false, signed = false }: BarsProps) {
  return (
    <BarChart
      h="100%"
      // The drawing is one picture to those who hear it; the table says the same.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn, not loaded
      role="img"
      aria-label={label}
      data={rows.map((row) => ({ ...row }))}
      dataKey={by}
      series={series.map((one) => ({ ...one }))}
      valueFormatter={format}
      orientation={lying ? 'vertical' : 'horizontal'}
      withLegend={series.length > 1}
      gridAxis={lying ? 'y' : 'x'}
      tickLine="none"
      maxBarWidth={38}
      textColor="dimmed"
      tooltipAnimationDuration={0}
      barProps={{ isAnimationActive: false }}
      yAxisProps={lying ? { width: 140 } : { width: 92 }}
      {...(signed ? { getBarColor: (value: number) => (value < 0 ? 'var(--bad)' : 'var(--good)') } : {})}
    />
  );
}
