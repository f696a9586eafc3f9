/** What one kind of fault did to the product. */
export interface FaultReport {
  readonly name: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** Empty when it survived. */
  readonly faults: readonly string[];
}

export type Progress = (line: string) => void;

export function lineOf({ name, numbers, faults }: FaultReport): string {
  const list = Object.entries(numbers).map(([key, value]) => `${key} ${value}`);
  return `${faults.length === 0 ? 'ok ' : 'BAD'} ${name}: ${list.join(', ')}${faults.map((fault) => `\n      ${fault}`).join('')}`;
}

/** At the given part of the sorted numbers: 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0);
}
