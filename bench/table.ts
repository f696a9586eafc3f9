import type { Measurement } from './measurement.ts';

const HEADERS = ['name', 'value', 'unit', 'limit', 'limit value', 'ratio', 'goal', 'ok'] as const;
const NUMBERS = new Set<string>(['value', 'limit value', 'ratio', 'goal']);

/** The measurements as lines of aligned columns; a goal that was missed says so in the last one. */
export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.map((one) => [
    one.name,
    figure(one.value),
    one.unit,
    one.limit,
    figure(one.limitValue),
    one.ratio.toFixed(2),
    one.goal.toFixed(2),
    isMet(one) ? 'yes' : 'no',
  ]);
  const widths = HEADERS.map((header, column) => Math.max(header.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return NUMBERS.has(HEADERS[column] ?? '') ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [line(HEADERS), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** A hundredth of tolerance for rounding: a ratio that is shown as the goal has met it. */
export function isMet({ ratio, goal }: Pick<Measurement, 'ratio' | 'goal'>): boolean {
  return Math.round(ratio * 100) >= Math.round(goal * 100);
}

/** Three significant digits at least, thousands apart, and no digits that mean nothing. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '?';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, digits === 0 ? ' ' : '');
}
