import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';

interface LinesProps {
  readonly label: string;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  /** The field of the axis that lies. */
  readonly by: string;
  readonly series: readonly { readonly name: string; readonly label: string }[];
  readonly format: (value: number) => string;
}

/** Told apart also without seeing colours: the lines are dashed in turn, and the table says the rest. */
const LOOKS = [
  { color: 'pine.6' },
  { color: 'orange.6', strokeDasharray: '6 3' },
  { color: 'gray.6' },
  { color: 'pine.4', strokeDasharray: '2 3' },
  { color: 'orange.4' },
  { color: 'gray.5', strokeDasharray: '6 3' },
  { color: 'pine.8', strokeDasharray: '10 3' },
  { color: 'orange.8', strokeDasharray: '2 3' },
] as const;

/** Lines over time, one a series. Loaded when shown. */
export function Lines({ label, rows, by, series, format }: LinesProps) {
  return (
    <LineChart
      h="100%"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, not a file
      role="img"
      aria-label={label}
      data={rows.map((row) => ({ ...row }))}
      dataKey={by}
      series={series.map((one, index) => ({ ...one, ...(LOOKS[index % LOOKS.length] ?? LOOKS[0]) }))}
      valueFormatter={format}
      withLegend={series.length > 1}
      withDots={rows.length < 40}
      curveType="monotone"
      tickLine="none"
      textColor="dimmed"
      tooltipAnimationDuration={0}
      lineProps={{ isAnimationActive: false }}
      yAxisProps={{ width: 92 }}
    />
  );
}
